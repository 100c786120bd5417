import type { Line } from '../text/line';
import { type Position, type Range, range } from '../text/range';
import type { Block } from './block';
import { mayHoldMarkup, type VisibleStretch, visibleStretches } from './markup';

/** A stretch of a passage that stands on one line just as it is, or as a reference to a character. */
interface Segment {
  /** Offset in the passage's text. */
  readonly at: number;
  /** Counted from the block's first line. */
  readonly line: number;
  readonly character: number;
  /** Behind a reference (`&ldquo;`), the offset in its line; null where the stretch is written as it reads. */
  readonly endOfReference: number | null;
}

/**
 * Running text as a reader sees it: lines broken in the middle of a sentence are joined, tags and comments left
 * out. A line end stays (`\n`) where a sentence or a heading ended with the line.
 */
export interface Passage {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Longer lines are data, not sentences. */
const longestLine = 20_000;
const sentenceEnds = '。！？；：!?;:”）)';
/** A list mark or an ordinal begins a paragraph of its own. */
const beginsPoint =
  /^\s*(?:[-*+#>]|[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．.](?!\d)|第[一二三四五六七八九十]{1,3}[部条])/u;
/** So does an indent, unless every line has it. */
const beginsIndented = /^(?:[\u3000\t]| {2}|&(?:emsp|ensp|nbsp|#12288|#x3000);)/u;
const indent = /^\s*/u;
/** A line of so many characters, and so much of its block's longest line, was broken by the width of the page. */
const shortestFullLine = 20;
const fullLine = 0.8;
const linesAbout = 20;
const widthOfIndent: ReadonlyMap<string, number> = new Map([
  ['\u3000', 2],
  ['\t', 4],
]);
const onlyNumbers = /^[\d\s.,，—\-/]*$/u;

const passageKey = {};

/** The running text of a heading or paragraph; null for tables and blank lines. */
export function passageOf(block: Block): Passage | null {
  if (block.kind === 'table' || block.kind === 'blank') return null;
  return block.memo.get(passageKey, readPassage, block);
}

function readPassage(block: Block): Passage {
  const [only] = block.lines;
  // Most paragraphs stand on one line of plain text.
  if (block.isPlain && block.lines.length === 1 && only) return passageOfLine(only.text);
  let text = '';
  /** Its last character: to look at the text itself would put its pieces together again at every line. */
  let last = '';
  const segments: Segment[] = [];
  const take = ({ text: visible, from, to, isReference }: VisibleStretch, line: number): void => {
    segments.push({ at: text.length, line, character: from, endOfReference: isReference ? to : null });
    text += visible;
    last = visible.slice(-1);
  };
  block.lines.forEach(({ text: line }, number) => {
    if (line.length > longestLine) return;
    const trimmed = line.trim();
    if (trimmed === '') return;
    if (text !== '' && !runsOn(last, line, trimmed) && !isBrokenByWidth(block, number, last)) {
      text += '\n';
      last = '\n';
    }
    const start = trimmed.length === line.length ? 0 : line.indexOf(trimmed);
    if (block.isPlain || !mayHoldMarkup(trimmed)) {
      take({ text: trimmed, from: start, to: start + trimmed.length, isReference: false }, number);
      return;
    }
    for (const stretch of visibleStretches(line, start, start + trimmed.length)) take(stretch, number);
  });
  return { text, segments };
}

function passageOfLine(line: string): Passage {
  const text = line.length > longestLine ? '' : line.trim();
  if (text === '') return { text, segments: [] };
  const character = text.length === line.length ? 0 : line.indexOf(text);
  return { text, segments: [{ at: 0, line: 0, character, endOfReference: null }] };
}

/** Whether a line goes on with the sentence before it, which ends so far in the character `last`. */
function runsOn(last: string, line: string, trimmed: string): boolean {
  if (sentenceEnds.includes(last) || beginsIndented.test(line) || beginsPoint.test(line)) return false;
  return !onlyNumbers.test(trimmed);
}

/**
 * Whether an indented line goes on with the sentence all the same: it is indented no more than the line before, and that
 * one is as long as the page is wide.
 */
function isBrokenByWidth({ lines }: Block, number: number, last: string): boolean {
  const line = (lines[number] as Line).text;
  const before = (lines[number - 1] as Line | undefined)?.text ?? '';
  if (sentenceEnds.includes(last) || before.length < shortestFullLine || !beginsIndented.test(line))
    return false;
  if (beginsPoint.test(line) || onlyNumbers.test(line) || indentOf(line) > indentOf(before)) return false;
  return isFullLine(lines, number - 1);
}

/** Whether a line is as long as the page is wide, as the lines about it show: it was broken there and not ended. */
export function isFullLine(lines: readonly Line[], number: number): boolean {
  const width = lines[number]?.text.trim().length ?? 0;
  if (width < shortestFullLine) return false;
  const about = lines.slice(Math.max(0, number + 1 - linesAbout), number + 1 + linesAbout);
  return about.every(({ text }) => width >= text.trim().length * fullLine);
}

/** How far a line is indented, in halves of an ideograph. */
function indentOf(line: string): number {
  let width = 0;
  for (const character of indent.exec(line)?.[0] ?? '') width += widthOfIndent.get(character) ?? 1;
  return width;
}

/** Where a stretch of a passage's text stands, lines counted from its block's first. `from` < `to`. */
export function rangeInBlock(passage: Passage, from: number, to: number): Range {
  const start = positionOf(passage, from);
  // The end belongs to the last character: behind it the next segment may begin on another line.
  const last = segmentAt(passage, to - 1);
  const end = last?.endOfReference ?? positionOf(passage, to - 1).character + 1;
  return range(start.line, start.character, last?.line ?? 0, end);
}

function positionOf(passage: Passage, offset: number): Position {
  const segment = segmentAt(passage, offset);
  if (!segment) return { line: 0, character: 0 };
  const { line, character, at, endOfReference } = segment;
  return { line, character: endOfReference === null ? character + offset - at : character };
}

function segmentAt({ segments }: Passage, offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).at <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
