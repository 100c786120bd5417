import type { Line } from '../text/line';
import { isDigit } from '../text/number';
import { isPipe, type Layout } from './grid';

/** The layouts whose rows may be nothing but a cell with words and blank ones about it. */
export type PaddedLayout = Extract<Layout, 'tabbed' | 'piped'>;

/** Where the only cell of a row that is not blank begins and ends, in UTF-16 units of its line. */
export interface LoneCell {
  readonly start: number;
  readonly end: number;
}

const tab = 0x09;
const ideograph = /\p{Script=Han}/u;
const sentence = /[。；！？]/u;
/** No label of a table has more characters. */
const longestLabel = 60;

/**
 * The cell with words in a row whose other cells are all blank: so a spreadsheet writes headings and running text. Null
 * for other rows; most are told by their first two cells.
 */
export function loneCellOf(text: string, layout: PaddedLayout): LoneCell | null {
  let start = 0;
  let end = text.length;
  while (start < end && isPadding(text, start, layout)) start++;
  for (let at = start; at < end; at++) {
    if (!isSeparator(text, at, layout)) continue;
    let behind = at + 1;
    while (behind < end && isPadding(text, behind, layout)) behind++;
    if (behind < end) return null;
    end = at;
  }
  while (end > start && isPadding(text, end - 1, layout)) end--;
  return isDigit(text.charCodeAt(end - 1)) || !holdsIdeograph(text, start, end) ? null : { start, end };
}

/** Most words begin with an ideograph. */
function holdsIdeograph(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return (code >= 0x4e00 && code <= 0x9fff) || ideograph.test(text.slice(start, end));
}

/** Whether words that stand alone in a row are running text: others may be a label of the table about them. */
export function isRunningText(text: string, { start, end }: LoneCell): boolean {
  return end - start > longestLabel || sentence.test(text.slice(start, end));
}

/** A line as if the blank cells about its words were spaces, and nothing behind them: no character of theirs moves. */
export function withoutPadding(text: string, { start, end }: LoneCell): string {
  return ' '.repeat(start) + text.slice(start, end);
}

/** The same of lines each of which holds such a cell, or none that is not blank. */
export function linesWithoutPadding(lines: readonly Line[], layout: PaddedLayout): Line[] {
  return lines.map(({ text, eol }) => {
    const cell = loneCellOf(text, layout);
    return { text: cell ? withoutPadding(text, cell) : '', eol };
  });
}

function isPadding(text: string, at: number, layout: PaddedLayout): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0xa0 || code === 0x3000 || code === tab || isSeparator(text, at, layout);
}

function isSeparator(text: string, at: number, layout: PaddedLayout): boolean {
  return layout === 'tabbed' ? text.charCodeAt(at) === tab : isPipe(text, at);
}
