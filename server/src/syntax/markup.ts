import { decodeHTMLStrict } from 'entities';
import type { Line } from '../text/line';
import type { Range } from '../text/range';
import { widthless } from '../text/space';

/**
 * A tag or instruction, a character written by its name or number, the backslash that lets a mark stand for itself, or
 * characters that have no width: text processors leave them all.
 */
const markup = new RegExp(
  `</?[a-z][^<>]*>|<[!?][^<>]*>|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,30});|\\\\(?=[!-/:-@[-\`{-~])|[${widthless}]+`,
  'giu',
);
const mayBeMarkup = new RegExp(`[<&\\\\${widthless}]`, 'u');

/** A stretch of a line that a reader sees: just as it is written, or what a reference to a character stands for. */
export interface VisibleStretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isReference: boolean;
}

/**
 * What a reader sees of a line between two offsets, in order: the text between tags, and the characters that are
 * written as references (`&ldquo;`). Left out are tags, what has no width, and references to spaces, for those indent.
 */
export function* visibleStretches(line: string, from: number, to: number): Iterable<VisibleStretch> {
  let next = from;
  for (const match of line.matchAll(markup)) {
    const [written] = match;
    const start = match.index;
    const end = start + written.length;
    if (start < from) continue;
    if (end > to) break;
    const character = written.startsWith('&') ? decodeHTMLStrict(written) : '';
    // What is no reference after all is text.
    if (character === written) continue;
    if (next < start) yield { text: line.slice(next, start), from: next, to: start, isReference: false };
    if (character.trim() !== '') yield { text: character, from: start, to: end, isReference: true };
    next = end;
  }
  if (next < to) yield { text: line.slice(next, to), from: next, to, isReference: false };
}

/** Whether a text may hold markup. */
export function mayHoldMarkup(text: string): boolean {
  return mayBeMarkup.test(text);
}

const tag = /<\/?[a-z][^<>]*>/iu;

/** Whether a tag stands within a range of a text. */
export function holdsTag({ start, end }: Range, lines: readonly Line[]): boolean {
  for (let line = start.line; line <= end.line; line++) {
    const from = line === start.line ? start.character : 0;
    const to = line === end.line ? end.character : undefined;
    if (tag.test(lines[line]?.text.slice(from, to) ?? '')) return true;
  }
  return false;
}

/** A line as a reader sees it, with where each of its characters stands. */
export interface VisibleText {
  readonly text: string;
  /** The UTF-16 offsets in the line at which character i begins and behind which it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** 1–6 inside `<h1>`…`<h6>`, else 0. */
  readonly level: number;
}

/**
 * A line without its tags and with what its references stand for; null where it has none of them. Of a line with more
 * than `most` characters only the first `most + 1` are given: who asks for a heading needs no more of it.
 */
export function visibleText(line: string, most: number): VisibleText | null {
  if (!mayHoldMarkup(line)) return null;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const stretch of visibleStretches(line, 0, line.length)) {
    const taken = stretch.text.slice(0, most + 1 - text.length);
    text += taken;
    for (let i = 0; i < taken.length; i++) {
      starts.push(stretch.isReference ? stretch.from : stretch.from + i);
      ends.push(stretch.isReference ? stretch.to : stretch.from + i + 1);
    }
    if (text.length > most) break;
  }
  if (text.length === line.length) return null;
  const heading = /<h([1-6])[\s>]/iu.exec(line);
  return { text, starts, ends, level: heading ? Number(heading[1]) : 0 };
}

/** Where a stretch of a line's visible text stands in the line itself; a line without markup is its own text. */
export function spanInLine(
  visible: VisibleText | null,
  from: number,
  to: number,
): { start: number; end: number } {
  if (!visible) return { start: from, end: to };
  return { start: visible.starts[from] ?? 0, end: visible.ends[to - 1] ?? 0 };
}
