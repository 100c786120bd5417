import type { Block } from '../syntax/block';
import type { OrdinalStyle } from '../syntax/heading';
import { passageOf } from '../syntax/passage';
import { CharacterTable } from '../text/character-table';
import { readChineseNumeral } from '../text/number';
import { isWhiteSpace, whiteSpace } from '../text/space';
import type { PlacedPassage } from './passages';
import type { Report } from './report';

/** So far behind an ordinal its title is looked for. */
const longestTitle = 40;
const titleEnd = /[。；;：:，,！？\s*]/u;

/** An ordinal that begins a line of running text, and the words behind it. Offsets are of the passage's text. */
export class Subheading {
  constructor(
    readonly style: OrdinalStyle,
    readonly value: number,
    /** As written: `（一）`, `1、`. */
    readonly ordinal: string,
    readonly start: number,
    private readonly text: string,
    /** Where the text goes on behind the ordinal. */
    private readonly behind: number,
  ) {}

  /** The first words of the line, up to a mark or a space. */
  get title(): string {
    const rest = this.text.slice(this.behind, this.behind + longestTitle);
    const end = rest.search(titleEnd);
    return end < 0 ? rest : rest.slice(0, end);
  }
}

/** Sticky: it is tried where a line begins, and nowhere else. */
const ordinalOfLine =
  /[\s\-*+#>_]*((?:第([一二三四五六七八九十]{1,3})部分)|(?:([一二三四五六七八九十]{1,3})\s?[、．.])|(?:[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)])|(?:(\d{1,2})\s?[、．.](?!\d)))\s*/uy;
/* What a character says at the head of a line: whether an ordinal may come behind it, or begin with it; as bits. */
const standsBefore = 1;
const beginsOrdinal = 2;
const headSigns = new CharacterTable([
  [`-*+#>_${whiteSpace}`, standsBefore],
  ['第一二三四五六七八九十（(0123456789', beginsOrdinal],
]);
/** `第二十条第` at the end of a broken line, `（五）项` on the next: an article that is cited. */
const citedBehind = '项款目条至、，,和及或';

const key = {};

/** The ordinals that begin a line of a block's running text, with what they number. */
export function subheadingsOf(block: Block): readonly Subheading[] {
  const passage = passageOf(block);
  return passage ? block.memo.get(key, readSubheadings, passage.text) : none;
}

const none: readonly Subheading[] = [];

/** A sub-heading and the passage whose line it begins. */
export interface PlacedSubheading {
  readonly passage: PlacedPassage;
  readonly heading: Subheading;
}

const ofReportKey = {};

/** All sub-headings of a report in the order of the draft. Kept with it. */
export function subheadingsIn(report: Report): readonly PlacedSubheading[] {
  return report.memo.get(ofReportKey, placedSubheadings, report);
}

function placedSubheadings({ passages }: Report): readonly PlacedSubheading[] {
  const found: PlacedSubheading[] = [];
  for (const passage of passages)
    for (const heading of subheadingsOf(passage.block)) found.push({ passage, heading });
  return found;
}

function readSubheadings(text: string): readonly Subheading[] {
  const found: Subheading[] = [];
  for (let line = 0, next = 0; next >= 0; line = next + 1) {
    ordinalOfLine.lastIndex = line;
    const match = mayBeginOrdinal(text, line) ? ordinalOfLine.exec(text) : null;
    const heading = match && subheading(match, text);
    if (heading) found.push(heading);
    next = text.indexOf('\n', match ? ordinalOfLine.lastIndex : line);
  }
  return found.length > 0 ? found : none;
}

/** Most lines are sorted out by their first character but for marks and spaces. */
function mayBeginOrdinal(text: string, line: number): boolean {
  let at = line;
  while (at < text.length && headSigns.at(text, at) === standsBefore) at++;
  return at < text.length && headSigns.at(text, at) === beginsOrdinal;
}

/** Whether `第` stands before a place, but for spaces. */
function isCitedBefore(text: string, place: number): boolean {
  let at = place - 1;
  while (isWhiteSpace(text.charCodeAt(at))) at--;
  return text[at] === '第';
}

function subheading(match: RegExpExecArray, text: string): Subheading | null {
  const [whole, ordinal = '', part, chinese, bracketed, arabic] = match;
  const behind = match.index + whole.length;
  if (isCitedBefore(text, match.index) || citedBehind.includes(text[behind] ?? ' ')) return null;
  const style = part ? 'part' : chinese ? 'chinese' : bracketed ? 'bracketed' : 'arabic';
  const value = arabic ? Number(arabic) : readChineseNumeral((part ?? chinese ?? bracketed) as string);
  if (value === null || value === 0) return null;
  return new Subheading(style, value, ordinal, text.lastIndexOf(ordinal, behind), text, behind);
}
