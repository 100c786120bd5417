import type { SectionDefinition } from '../form/form';
import type { Form } from '../form/indexed-form';
import type { Block } from '../syntax/block';
import type { OrdinalStyle } from '../syntax/heading';
import { spanInLine, visibleText } from '../syntax/markup';
import type { Tree } from '../syntax/tree';
import { fold, similarity } from '../text/fold';
import { endsInDigit } from '../text/number';
import { type Range, range } from '../text/range';
import { titleIn } from './title';

/**
 * How a section's heading was known: by the statutory title (or one its edition accepts), by a known old
 * or local wording, by one nearly the statutory, or by nothing but its ordinal and place.
 */
export type TitleMatch = 'statutory' | 'alias' | 'similar' | 'ordinal';

/** A heading of the draft bound to a section of the form. Lines and ranges are the document's. */
export interface BoundSection {
  readonly definition: SectionDefinition;
  readonly match: TitleMatch;
  /** Index of the heading's block. */
  readonly block: number;
  /** Index of the block behind the section's last one. */
  readonly endBlock: number;
  readonly title: string;
  readonly titleRange: Range;
  /** The title with the ordinal before it. */
  readonly headingRange: Range;
  /** From the heading to the last line before the next section. */
  readonly range: Range;
  /** The first heading for its section, or one more. */
  readonly occurrence: 'first' | 'repeated';
}

interface Candidate {
  readonly section: SectionDefinition;
  readonly match: TitleMatch;
  readonly style: OrdinalStyle | 'none';
  /** The value of its ordinal; null where it has none. */
  readonly number: number | null;
  readonly title: string;
  /** Within the block's first line. */
  readonly ordinalStart: number;
  readonly start: number;
  readonly end: number;
}
interface PlacedCandidate extends Candidate {
  readonly block: number;
}

const similarWithOrdinal = 0.7;
const similarAlone = 0.85;
/** So many characters may stand before a title that make no word with it. */
const longestDebris = 4;
/**
 * What may stand before a title beside a sound ordinal: marks (`●`, `【`), an ordinal of an unusual kind (`壹、`, `Ⅱ、`,
 * `第三章`), one wrongly read (`l六、`), or one behind another (`1. 一、`).
 */
const ordinalDebris =
  /^[\s\p{P}\p{S}]*(?:第?[lLiI|!ニ—–－\-\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾Ⅰ-Ⅹ①-⑩㈠-㈩⒈-⒑]{1,3}\s*(?:部分|[章节篇])?[\s\p{P}\p{S}]*){0,2}$/u;
const longestOrdinal = 12;
/** What closes a decorated title. */
const closing = /[\s】］\]〕》>＞●■◆★*_#]+$/u;
/** No title of a section has fewer characters: 概述. */
const shortestTitle = 2;
/** The longest line without an ordinal that is looked at for a heading. */
const longestLine = 40;
/** Shorter titles are words that stand elsewhere too. */
const shortestOwn = 6;
/** The longest line of HTML looked at for a heading without an ordinal. */
const longestMarkup = 20_000;
const isMarkedUp = /^\s*[<&]/u;

/** Finds the sections between two blocks. One look at each block; what a heading means is kept with it. */
export function bindSections(tree: Tree, form: Form, from: number, to: number): BoundSection[] {
  const all: PlacedCandidate[] = [];
  for (let i = from; i < to; i++) {
    const candidate = candidateIn(tree.blocks[i] as Block, form);
    if (candidate) all.push(place(candidate, matchOfWhole(candidate, tree.blocks[i + 1], form), i));
  }
  const chosen = withoutContents(withoutNamesakes(chooseStyle(all)), tree, form, to);
  const complete = withOrdinalsAlone(chosen, tree, form, from, to);
  const seen = new Set<string>();
  return complete.map((candidate, i): BoundSection => {
    const { section, match, block, title, ordinalStart, start, end } = candidate;
    const line = tree.starts[block] as number;
    const endBlock = complete[i + 1]?.block ?? to;
    const lastLine =
      endBlock < tree.blocks.length ? (tree.starts[endBlock] as number) - 1 : tree.source.lines.length - 1;
    const occurrence = seen.has(section.id) ? 'repeated' : 'first';
    seen.add(section.id);
    return {
      definition: section,
      match,
      block,
      endBlock,
      title,
      titleRange: range(line, start, line, end),
      headingRange: range(line, ordinalStart, line, end),
      range: range(line, 0, lastLine, tree.source.lines[lastLine]?.text.length ?? 0),
      occurrence,
    };
  });
}

/** So many headings with nothing under them make a table of contents. */
const fewestEntries = 4;
/** The rest of a title that runs on over a line. */
const longestRest = 12;

/** A candidate in a draft's block. Written out, for spreading an object takes long, and there is one a heading. */
function place(candidate: Candidate, match: TitleMatch, block: number): PlacedCandidate {
  const { section, style, number, title, ordinalStart, start, end } = candidate;
  return { section, match, style, number, title, ordinalStart, start, end, block };
}

/** A title that is a section's very own with the short line below it was only broken. */
function matchOfWhole(candidate: Candidate, next: Block | undefined, form: Form): TitleMatch {
  const rest = next?.kind === 'paragraph' ? (next.lines[0]?.text ?? '') : '';
  if (candidate.match === 'statutory' || rest === '' || rest.length > longestRest) return candidate.match;
  const folded = fold(candidate.title + rest);
  return form.sectionsByTitle.get(folded) === candidate.section ? titleMatch(form, folded) : candidate.match;
}

function candidateIn(block: Block, form: Form): Candidate | null {
  if (block.kind === 'table' || block.kind === 'blank') return null;
  // A paragraph is a heading only where it is one line with a title in it; most are not worth keeping that of.
  if (block.kind === 'paragraph') {
    const text = block.lines[0]?.text ?? '';
    if (block.lines.length > 1 || text.length < shortestTitle || endsInDigit(text)) return null;
    if (block.isPlain && text.length > longestLine) return null;
  }
  return block.memo.get(form, readCandidate, block, form);
}

function readCandidate(block: Block, form: Form): Candidate | null {
  if (block.kind === 'heading') {
    const { title, ordinal, ordinalStart, start, end } = block;
    const line = block.lines[0]?.text ?? '';
    const mayBeDebris = ordinal === null || ordinal.style === 'arabic';
    const written = mayBeDebris && line.slice(start, end) === title ? behindDebris(title, form) : null;
    if (written) return candidateFrom(written, title, { ordinalStart, start: start + written.debris, end });
    const style = ordinal?.style ?? 'none';
    const number = ordinal?.value ?? null;
    const found = sectionOf(fold(title), number, style, form);
    if (!found || found.match === 'similar') {
      const noted = line.slice(start, end) === title ? beforeNote(title, form) : null;
      if (noted) return { ...noted, style, number, ordinalStart, start, end: start + noted.title.length };
    }
    if (!found) return null;
    const { section, match } = found;
    return { section, match, style, number, title, ordinalStart, start, end };
  }
  const line = block.lines[0]?.text ?? '';
  // Without tags about it, what is too long is body text.
  if (line.length > (isMarkedUp.test(line) ? longestMarkup : longestLine)) return null;
  const visible = block.isPlain ? null : visibleText(line, longestLine);
  const text = visible?.text ?? line;
  if (text.length > longestLine) return null;
  const folded = fold(text);
  if (folded.length > form.longestTitle + longestDebris || !form.titleEndings.has(folded.slice(-2)))
    return null;
  const from = text.length - text.trimStart().length;
  const whole = text.trim();
  const written = behindDebris(whole, form);
  const ordinalStart = spanInLine(visible, from, from + 1).start;
  const span = spanInLine(visible, from + (written?.debris ?? 0), from + whole.length);
  if (written) return candidateFrom(written, whole, { ordinalStart, ...span });
  for (let skipped = 0; skipped <= longestDebris && skipped < folded.length; skipped++) {
    const section = form.sectionsByTitle.get(folded.slice(skipped));
    // Words before a title are part of what is written instead of it.
    if (section && (skipped === 0 || section.title.length >= shortestOwn))
      return candidateFrom({ section, match: titleMatch(form, folded), debris: 0 }, whole, {
        ordinalStart,
        ...span,
      });
  }
  return null;
}

const noteBehind = /^(.{2,}?)\s*[（(][^（）()]{1,30}[）)]\s*$/u;

/** `总体情况（小四号宋体）`: a title with a note behind it. */
function beforeNote(text: string, form: Form): Pick<Candidate, 'section' | 'match' | 'title'> | null {
  const title = text.includes('）') || text.includes(')') ? noteBehind.exec(text)?.[1] : undefined;
  const folded = title === undefined ? '' : fold(title);
  const section = form.sectionsByTitle.get(folded);
  return section && title !== undefined ? { section, match: titleMatch(form, folded), title } : null;
}

/** A title that stands behind so many characters of an ordinal that is wrongly written. */
interface WrittenTitle {
  readonly section: SectionDefinition;
  readonly match: TitleMatch;
  readonly debris: number;
}

/** The candidate for a title in a text that may begin with debris; `place` is the title's in the block's first line. */
function candidateFrom(
  { section, match, debris }: WrittenTitle,
  text: string,
  { ordinalStart, start, end }: { ordinalStart: number; start: number; end: number },
): Candidate {
  const title = text.slice(debris).replace(closing, '');
  const closed = text.length - debris - title.length;
  return { section, match, style: 'none', number: null, title, ordinalStart, start, end: end - closed };
}

/** `l六、其他需要报告的事项`, `—、总体情况`: an ordinal wrongly written and a title. */
function behindDebris(text: string, form: Form): WrittenTitle | null {
  for (let debris = Math.min(longestOrdinal, text.length - shortestTitle); debris > 0; debris--) {
    if (!ordinalDebris.test(text.slice(0, debris))) continue;
    const folded = fold(text.slice(debris));
    const section = form.sectionsByTitle.get(folded);
    if (section) return { section, match: titleMatch(form, folded), debris };
  }
  return null;
}

function titleMatch(form: Form, folded: string): TitleMatch {
  return form.statutoryTitles.has(folded) ? 'statutory' : 'alias';
}

function sectionOf(
  folded: string,
  ordinal: number | null,
  style: Candidate['style'],
  form: Form,
): { section: SectionDefinition; match: TitleMatch } | null {
  const exact = form.sectionsByTitle.get(folded);
  if (exact) return { section: exact, match: titleMatch(form, folded) };
  if (folded.length < 4 || style === 'bracketed' || style === 'arabic' || form.rowLabels.has(folded))
    return null;
  let best: { section: SectionDefinition; likeness: number } | null = null;
  for (const title of form.titlesAlike.candidates(folded, similarWithOrdinal)) {
    const section = form.sectionsByTitle.get(title) as SectionDefinition;
    const enough = section.ordinal === ordinal ? similarWithOrdinal : similarAlone;
    const likeness = similarity(folded, title, Math.max(enough, best?.likeness ?? 0));
    if (likeness >= enough && likeness > (best?.likeness ?? 0)) best = { section, likeness };
  }
  if (!best) return null;
  // 一、本年新收政府信息公开申请数量 is nearer to a row of the table than to its section.
  for (const label of form.rowLabelsAlike.candidates(folded, best.likeness))
    if (similarity(folded, label, best.likeness) > 0) return null;
  return { section: best.section, match: 'similar' };
}

/**
 * Headings of one report are numbered in one style: `（一）主动公开政府信息情况` under 一 is no section
 * where the sections are `一、`. The style that names most sections holds; unnumbered ones may fill in.
 */
function chooseStyle(all: readonly PlacedCandidate[]): PlacedCandidate[] {
  const sections = new Map<string, Set<string>>();
  for (const { style, section } of all) {
    let named = sections.get(style);
    if (!named) {
      named = new Set();
      sections.set(style, named);
    }
    named.add(section.id);
  }
  let main = 'chinese';
  for (const [style, named] of sections) if (named.size > (sections.get(main)?.size ?? 0)) main = style;
  const mainSections = sections.get(main);
  const isMain = (one: PlacedCandidate): boolean => one.style === main;
  // `2、主动公开政府信息情况` between 一、 and 三、 is the section, with its ordinal in another writing.
  const fillsGap = (one: PlacedCandidate): boolean =>
    one.number === one.section.ordinal &&
    one.match !== 'similar' &&
    one.section.title.length >= shortestOwn &&
    all.every(
      (other) => !isMain(other) || other.block < one.block === other.section.ordinal < one.section.ordinal,
    );
  return all.filter(
    (one) =>
      isMain(one) ||
      (!mainSections?.has(one.section.id) &&
        ((one.style !== 'bracketed' && one.style !== 'arabic') || fillsGap(one))),
  );
}

/** Where a section stands under its statutory title, a heading like 基本情况 elsewhere is no second one of it. */
function withoutNamesakes(all: readonly PlacedCandidate[]): PlacedCandidate[] {
  const titled = new Set(all.filter((one) => one.match === 'statutory').map((one) => one.section));
  return all.filter((one) => one.match === 'statutory' || !titled.has(one.section));
}

/** Drops the entries of a table of contents: headings with nothing under them whose section comes again. */
function withoutContents(
  all: readonly PlacedCandidate[],
  tree: Tree,
  form: Form,
  to: number,
): PlacedCandidate[] {
  const isBare = all.map((candidate, i) => {
    const next = all[i + 1]?.block ?? to;
    for (let b = candidate.block + 1; b < next; b++) {
      const block = tree.blocks[b] as Block;
      // The report's title may stand once more behind its table of contents.
      if (block.kind !== 'blank' && !titleIn(block, form)) return false;
    }
    return true;
  });
  const lastWithText = new Map<SectionDefinition, number>();
  all.forEach(({ section }, i) => {
    if (!isBare[i]) lastWithText.set(section, i);
  });
  let bareBefore = 0;
  return all.filter(({ section }, i) => {
    // The last entry of a table of contents has the report's opening under it.
    const isEntry = isBare[i] || bareBefore >= fewestEntries;
    bareBefore = isBare[i] ? bareBefore + 1 : 0;
    return !isEntry || (lastWithText.get(section) ?? -1) <= i;
  });
}

/** For sections not found by title: a heading with the right ordinal between the neighbours that were found. */
function withOrdinalsAlone(
  found: readonly PlacedCandidate[],
  tree: Tree,
  form: Form,
  from: number,
  to: number,
): PlacedCandidate[] {
  const all = [...found];
  if (found.length === 0) return all;
  for (const section of form.sections) {
    if (all.some((one) => one.section === section)) continue;
    const before = all.filter((one) => one.section.ordinal < section.ordinal).at(-1)?.block ?? from - 1;
    const after = all.find((one) => one.section.ordinal > section.ordinal && one.block > before)?.block ?? to;
    for (let b = before + 1; b < after; b++) {
      const block = tree.blocks[b] as Block;
      if (block.kind !== 'heading' || block.ordinal?.value !== section.ordinal) continue;
      if (block.ordinal.style !== 'chinese' && block.ordinal.style !== 'part') continue;
      const folded = fold(block.title);
      if (folded.length < 4 || form.rowLabels.has(folded) || isPartOfTableLabel(folded, form)) continue;
      const { title, ordinalStart, start, end } = block;
      all.push({
        section,
        match: 'ordinal',
        style: block.ordinal.style,
        number: section.ordinal,
        title,
        ordinalStart,
        start,
        end,
        block: b,
      });
      all.sort((a, b) => a.block - b.block);
      break;
    }
  }
  return all;
}

/** A label wrapped by a PDF: `三、本年度办` / `理结果`. */
function isPartOfTableLabel(folded: string, form: Form): boolean {
  return [...form.rowLabels].some((label) => label.startsWith(folded));
}
