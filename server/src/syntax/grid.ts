import { type NumberReading, readNumber } from '../text/number';
import type { Line } from '../text/source';

/** How the cells of a table are told apart. */
export type Layout = 'tabbed' | 'piped' | 'spaced' | 'stacked' | 'html';

/**
 * One cell as written. `line` counts from its row's first line; `start` and `end` bound its text without
 * the spaces around it, in UTF-16 units of that line. A blank cell is an empty range where it stands.
 */
export interface GridCell {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly reading: NumberReading;
}

/** The cells of one line, or of one `<tr>`. */
export interface GridRow {
  readonly cells: readonly GridCell[];
}

/** Rows with the line each begins on, counted from the start of the block. */
export interface Grid {
  readonly layout: Layout;
  readonly rows: readonly { readonly line: number; readonly row: GridRow }[];
}

/** The cells of one line under a layout. */
export function rowOfLine({ text }: Line, layout: Layout): GridRow {
  return {
    cells:
      layout === 'piped' ? pipedCells(text) : layout === 'tabbed' ? tabbedCells(text) : spacedCells(text, 0),
  };
}

function tabbedCells(text: string): GridCell[] {
  const cells: GridCell[] = [];
  let start = 0;
  for (;;) {
    const tab = text.indexOf('\t', start);
    pushCell(cells, text, start, tab < 0 ? text.length : tab);
    if (tab < 0) return cells;
    start = tab + 1;
  }
}

function isPipe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x7c && text.charCodeAt(at - 1) !== 0x5c) || code === 0xff5c;
}

function pipedCells(text: string): GridCell[] {
  const cells: GridCell[] = [];
  let start = 0;
  let end = text.trimEnd().length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  if (isPipe(text, start)) start++;
  if (end > start && isPipe(text, end - 1)) end--;
  for (let at = start; at <= end; at++) {
    if (at < end && !isPipe(text, at)) continue;
    pushCell(cells, text, start, at);
    start = at + 1;
  }
  return cells;
}

/** Adds the cell between two separators; a label and its numbers in one cell become several. */
function pushCell(cells: GridCell[], line: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(line.charCodeAt(start))) start++;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
  const text = line.slice(start, end);
  const reading = readNumber(text);
  if (reading.kind === 'text' && endsInSpacedFigure.test(text)) cells.push(...spacedCells(text, start));
  else cells.push({ text, line: 0, start, end, reading });
}

const endsInSpacedFigure = /\s[\d０-９][\d０-９,，.．]*$/u;
const token = /\S+/gu;
const startsLikeFigure = /^[+\-−－—–―/／\\无\d０-９]/u;
const unit = /^(?:万元|元|件次|件|条|项)$/u;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Cells of text whose only separator is space: figures stand alone, other words run together to labels. */
function spacedCells(text: string, shift: number): GridCell[] {
  const cells: GridCell[] = [];
  for (const match of text.matchAll(token)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const last = cells[cells.length - 1];
    if (last?.reading.kind === 'number' && last.reading.unit === '' && unit.test(word)) {
      const whole = text.slice(last.start - shift, end);
      cells[cells.length - 1] = { ...last, text: whole, end: end + shift, reading: readNumber(whole) };
      continue;
    }
    const reading: NumberReading = startsLikeFigure.test(word) ? readNumber(word) : { kind: 'text' };
    if (reading.kind === 'text' && last?.reading.kind === 'text') {
      cells[cells.length - 1] = { ...last, text: text.slice(last.start - shift, end), end: end + shift };
    } else cells.push({ text: word, line: 0, start: start + shift, end: end + shift, reading });
  }
  return cells;
}
