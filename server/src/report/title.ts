import type { Form } from '../form/indexed-form';
import type { Block, HeadingBlock, ParagraphBlock } from '../syntax/block';
import { spanInLine, visibleText } from '../syntax/markup';
import { fold } from '../text/fold';
import { halfWidthDigits, readChineseNumeral } from '../text/number';
import { type Range, range } from '../text/range';
import type { Line } from '../text/source';

/** A report's own title. `range` counts lines from the start of its block. */
export interface ReportTitle {
  readonly range: Range;
  readonly text: string;
  /** Null where the title names none. */
  readonly year: number | null;
  /** What stands before the year; may be empty. */
  readonly organization: string;
}

const longestTitle = 60;
/** Longer lines are looked at no further, whatever their tags. */
const longestLine = 20_000;
/** A title with the spaces between its characters. */
const longestSpaced = 200;
/** How far down in a paragraph a title may stand; further down only behind the short lines that a page has above its text. */
const titleLines = 3;
const pageLines = 16;
/** What a page writes before a title: 【图文】, 信息名称：. */
const pageLabel = /^(?:[#*\s]|【[^【】]*】|[^：:]{2,6}[：:])+/u;
/** A title may be followed by a word or two: （公开版）. */
const longestTail = 5;
const yearPattern = /((?:1\s?9|2\s?0)\s?\d\s?\d|[二〇零一三四五六七八九○]{4})\s*年/u;

/** The title that stands in a heading, or on a line of its own in a paragraph; null where there is none. */
export function titleIn(block: Block, form: Form): ReportTitle | null {
  if (block.kind === 'table' || block.kind === 'blank') return null;
  // Most blocks are sorted out by a look at their first lines; only for the others is the answer worth keeping.
  return mayHoldTitle(block, form) ? block.memo.get(form.titleCharacters, readTitle, block, form) : null;
}

function mayHoldTitle({ lines }: Block, { titleCharacters }: Form): boolean {
  const [first = ''] = titleCharacters;
  const last = titleCharacters[titleCharacters.length - 1] ?? '';
  const end = titlesEnd(lines);
  // A title may run on over one line more.
  return standsBefore(end, first, lines) && standsBefore(end + 1, last, lines);
}

/** Whether a character stands in one of the lines before one. */
function standsBefore(end: number, character: string, lines: Block['lines']): boolean {
  for (let i = 0; i < lines.length && i < end; i++) if (lines[i]?.text.includes(character)) return true;
  return false;
}

/** The line behind those of a block that may be a title. */
function titlesEnd(lines: Block['lines']): number {
  if (lines.length <= titleLines) return lines.length;
  const last = Math.min(lines.length, pageLines);
  let end = 0;
  while (end < last && isPageLine((lines[end] as Line).text)) end++;
  return Math.max(end, titleLines);
}

/** A line that is no part of a sentence. */
function isPageLine(text: string): boolean {
  return text.length <= longestTitle && !/[，。；]/u.test(text);
}

function readTitle(block: HeadingBlock | ParagraphBlock, form: Form): ReportTitle | null {
  if (block.kind === 'heading') {
    const { title, start, end } = block;
    return isTitle(title, form) ? titleFrom(title, start, end, '', 0) : null;
  }
  // A title stands at the head of its block; a paragraph of many lines is body text.
  const last = titlesEnd(block.lines);
  let found: ReportTitle | null = null;
  for (let i = 0; i < last; i++) {
    const title = titleOnLine(block, i, form);
    // In a list of the reports of other years the last line is next to the text.
    if (title && (!found || (title.year !== null && title.year !== found.year))) found = title;
  }
  return found;
}

function titleOnLine({ lines, isPlain }: Block, i: number, form: Form): ReportTitle | null {
  const line = lines[i]?.text ?? '';
  if (line.length > longestLine) return null;
  const visible = isPlain ? null : visibleText(line, longestSpaced);
  const text = visible?.text ?? line;
  if (!isTitle(text, form)) return visible ? null : brokenTitle(line, lines[i + 1]?.text ?? '', i, form);
  const from = text.length - text.replace(/^[\s#*_-]+/u, '').length;
  const to = text.replace(/[\s*_#]+$/u, '').length;
  const { start, end } = spanInLine(visible, from, to);
  return titleFrom(text.slice(from, to), start, end, i > 0 ? (lines[i - 1]?.text ?? '') : '', i);
}

/** A title that runs on over two lines. */
function brokenTitle(line: string, next: string, i: number, form: Form): ReportTitle | null {
  const rest = next.trim();
  if (rest === '' || next.length > longestTitle) return null;
  const joined = line.trim() + rest;
  if (!isTitle(joined, form)) return null;
  // A second line that is a title by itself is no rest of one, unless the first line took half of its name.
  if (
    isTitle(next, form) &&
    (fold(next).includes(form.definition.title) || !fold(joined).includes(form.definition.title))
  )
    return null;
  const title = titleFrom(joined, 0, 0, '', i);
  const start = line.length - line.trimStart().length;
  return { ...title, range: range(i, start, i + 1, next.trimEnd().length) };
}

function isTitle(line: string, form: Form): boolean {
  for (const character of form.titleCharacters) if (!line.includes(character)) return false;
  if (/[。；！？]|^\s*[《（(]|[：:]\s*$/u.test(line) || isNavigation(line)) return false;
  const folded = fold(line);
  if (folded.length > longestTitle) return false;
  return form.definition.titleWords.every((words, i) =>
    words.some((word) => {
      const at = folded.lastIndexOf(word);
      const isLast = i === form.definition.titleWords.length - 1;
      return at >= 0 && (!isLast || folded.length - at - word.length <= longestTail);
    }),
  );
}

/** `首页 > 政务公开 > 年报`: where a page stands, not what it is called. */
function isNavigation(line: string): boolean {
  return /[>＞»›→]/u.test(line) && /[^\s\-=]\s*[>＞»›→]\s*\S/u.test(line.replace(/<[^<>]*>/gu, ''));
}

function titleFrom(
  text: string,
  start: number,
  end: number,
  above: string,
  lineInBlock: number,
): ReportTitle {
  const own = yearOf(text);
  const year = own ?? yearOf(above);
  const match = yearPattern.exec(halfWidthDigits(text));
  const from = match && match.index === 0 ? match[0].length : 0;
  const before = bodyOf(match && from === 0 ? text.slice(0, match.index) : text.slice(from));
  const organization = (before.trim() || above.replace(yearPattern, '').trim()).replace(pageLabel, '');
  return { range: range(lineInBlock, start, lineInBlock, end), text, year, organization };
}

/** The body in the words before or behind the year: 年度 goes with the year, 人民政府 keeps its last two characters. */
function bodyOf(text: string): string {
  const words = text.replace(/^\s*度/u, '');
  const subject = words.search(/政府信息公开|政务公开|信息公开/u);
  const named = subject < 0 ? words : words.slice(0, subject);
  return named.endsWith('人民') ? `${named}政府` : named;
}

/** The first year named in a text, in Arabic or Chinese numerals; null where there is none. */
export function yearOf(text: string): number | null {
  const match = yearPattern.exec(halfWidthDigits(text));
  if (!match) return null;
  const digits = (match[1] as string).replaceAll('○', '〇').replace(/\s/gu, '');
  const year = /^\d/u.test(digits) ? Number(digits) : readChineseNumeral(digits);
  return year !== null && year >= 1990 && year < 2100 ? year : null;
}
