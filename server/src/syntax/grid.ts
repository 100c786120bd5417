import { endsInDigit, type NumberReading, readNumber, smallFigureAt, TEXT } from '../text/number';
import { isWhiteSpace, isWidthless } from '../text/space';
import { mayHoldMarkup, spanInLine, visibleText } from './markup';

/** How the cells of a table are told apart. */
export type Layout = 'tabbed' | 'piped' | 'spaced' | 'stacked' | 'html';

/**
 * One cell. `text` is what a reader sees of it. `line` counts from its row's first line; `start` and `end` bound its
 * text without the spaces around it, in UTF-16 units of that line; where they are further apart than the text is long,
 * there is markup within it. A blank cell is an empty range where it stands.
 */
export interface GridCell {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly reading: NumberReading;
}

/** The cells of one line, or of one `<tr>`, and the line it begins on, counted from the start of the block. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly layout: Layout;
  readonly rows: readonly GridRow[];
}

/** The cells of one line under a layout. */
export function cellsOf(text: string, layout: Layout): GridCell[] {
  if (layout === 'piped') return pipedCells(text);
  return layout === 'tabbed' ? tabbedCells(text) : spacedCells(text, 0);
}

const tab = 0x09;

function tabbedCells(text: string): GridCell[] {
  const cells: GridCell[] = [];
  for (let start = 0; ; ) {
    // Most cells are empty or hold one digit: one or two characters tell where they end.
    let end = start;
    if (text.charCodeAt(start) !== tab) {
      end = text.charCodeAt(start + 1) === tab ? start + 1 : text.indexOf('\t', start);
      if (end < 0) end = text.length;
    }
    pushCell(cells, text, start, end);
    if (end >= text.length) return cells;
    start = end + 1;
  }
}

/** Whether a character parts cells as a pipe does: of either width, or drawn as the border of a box. */
export function isPipe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x2502) return code === 0x7c && text.charCodeAt(at - 1) !== 0x5c;
  return code === 0xff5c || code === 0x2502 || code === 0x2503;
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
  const figure = smallFigureAt(line, start, end);
  if (figure) {
    cells.push({ text: figure.text, line: 0, start, end, reading: figure.reading });
    return;
  }
  const text = line.slice(start, end);
  const reading = readNumber(text);
  if (reading.kind !== 'text') cells.push({ text, line: 0, start, end, reading });
  else if (mayHoldMarkup(text)) cells.push(markedUpCell(text, start));
  else if (endsInDigit(text) && endsInSpacedFigure.test(text)) cells.push(...spacedCells(text, start));
  else cells.push({ text, line: 0, start, end, reading });
}

/** Longer cells hold a page. */
const longestCell = 1000;

/** The cell whose text, markup and all, begins at `shift`. */
function markedUpCell(written: string, shift: number): GridCell {
  const visible = visibleText(written, longestCell);
  const shown = visible?.text ?? written;
  const text = shown.trim();
  const from = text === '' ? 0 : shown.indexOf(text);
  const { start, end } = spanInLine(visible, from, from + text.length);
  return { text, line: 0, start: shift + start, end: shift + end, reading: readNumber(text) };
}

const endsInSpacedFigure = /\s[\d０-９][\d０-９,，.．]*$/u;
const startsLikeFigure = /^[+\-−－—–―/／\\_＿无\d０-９]/u;
const unit = /^(?:万元|元|件次|件|条|项)$/u;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Cells of text whose only separator is space: figures stand alone, other words run together to labels. */
function spacedCells(text: string, shift: number): GridCell[] {
  // Where a cell has a line of its own, the list of that one cell is made as long as it is.
  let cells: GridCell[] | undefined;
  let last: GridCell | undefined;
  for (let at = 0; at < text.length; ) {
    if (isWhiteSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let start = at;
    while (at < text.length && !isWhiteSpace(text.charCodeAt(at))) at++;
    let end = at;
    while (start < end && isWidthless(text.charCodeAt(start))) start++;
    while (end > start && isWidthless(text.charCodeAt(end - 1))) end--;
    if (start === end) continue;
    const figure = smallFigureAt(text, start, end);
    let word = figure?.text ?? text.slice(start, end);
    let reading = figure?.reading ?? (startsLikeFigure.test(word) ? readNumber(word) : TEXT);
    const isUnit = last?.reading.kind === 'number' && last.reading.unit === '' && unit.test(word);
    if (last && (isUnit || (reading.kind === 'text' && last.reading.kind === 'text'))) {
      start = last.start - shift;
      word = text.slice(start, end);
      if (isUnit) reading = readNumber(word);
    } else if (last) {
      cells ??= [];
      cells.push(last);
    }
    last = { text: word, line: 0, start: start + shift, end: end + shift, reading };
  }
  if (!cells) return last ? [last] : [];
  if (last) cells.push(last);
  return cells;
}
