import { Parser } from 'htmlparser2';
import { readNumber } from '../text/number';
import { isLayout, tableTags } from '../text/soft-lines';
import type { Line } from '../text/source';
import { widthless } from '../text/space';
import type { GridCell, GridRow } from './grid';

const tableOpens = /<table[\s>]/giu;
const tableCloses = /<\/table\s*>/giu;

const noWidth = new RegExp(`[${widthless}]+`, 'gu');
const seen = new RegExp(`[^\\s${widthless}]`, 'u');
const lastSeen = new RegExp(`[^\\s${widthless}](?=[\\s${widthless}]*$)`, 'u');

/** A table that is never closed is read so far and no further. */
const mostTableLines = 4000;

/** Whether an HTML table begins on a line. */
export function opensTable(text: string): boolean {
  return text.search(tableOpens) >= 0;
}

/**
 * Whether the HTML table that begins on `first` only lays out a page: another one begins in one of its first cells.
 * Looks no further than the next tag of a table, and into no more cells.
 */
export function isLayoutTable(lines: readonly Line[], first: number): boolean {
  return isLayout(tagsBehindOpening(lines, first));
}

/** The tags of tables behind the first one that opens on a line or below. */
function* tagsBehindOpening(lines: readonly Line[], first: number): Iterable<RegExpMatchArray> {
  let isOpen = false;
  const last = Math.min(lines.length, first + mostTableLines);
  for (let i = first; i < last; i++) {
    for (const tag of (lines[i] as Line).text.matchAll(tableTags)) {
      const [, slash, name = ''] = tag;
      if (isOpen) yield tag;
      else isOpen = slash === '' && name.length > 2;
    }
  }
}

/** The tags by which a table that lays out a page is told, in order. */
export function tagsOfTables(lines: readonly Line[], first: number, end: number): string {
  let tags = '';
  for (let i = first; i < end; i++) tags += (lines[i] as Line).text.match(tableTags)?.join('') ?? '';
  return tags;
}

/** The line behind an HTML table that begins on `first`. Looks at no line behind the one it returns. */
export function tableEnd(lines: readonly Line[], first: number): number {
  let depth = 0;
  const last = Math.min(lines.length, first + mostTableLines);
  for (let i = first; i < last; i++) {
    const { text } = lines[i] as Line;
    depth += count(text, tableOpens) - count(text, tableCloses);
    if (depth <= 0) return i + 1;
  }
  return last;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

interface OpenCell {
  text: string;
  /** Offsets in the joined lines; -1 before the first visible character. */
  start: number;
  end: number;
}

/**
 * The rows of HTML tables. Each `<tr>` gives its own cells in order; what a cell of an earlier row covers is
 * not repeated. A row of a table inside a cell is a row of its own.
 */
export function htmlRows(lines: readonly Line[]): GridRow[] {
  const starts: number[] = [];
  let source = '';
  for (const line of lines) {
    starts.push(source.length);
    source += `${line.text}\n`;
  }
  const rows: GridRow[] = [];
  const openRows: { at: number; cells: OpenCell[] }[] = [];
  const openCells: OpenCell[] = [];
  const endRow = (): void => {
    const open = openRows.pop();
    if (open && open.cells.length > 0)
      rows.push(placeRow(open.cells, lineOf(starts, open.at), starts, lines));
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'tr') openRows.push({ at: parser.startIndex, cells: [] });
        else if (name === 'td' || name === 'th') {
          const cell: OpenCell = { text: '', start: -1, end: parser.endIndex + 1 };
          openCells.push(cell);
          openRows.at(-1)?.cells.push(cell);
        } else if (name === 'br') addText(openCells.at(-1), ' ', parser.startIndex, parser.startIndex);
      },
      ontext(data) {
        addText(openCells.at(-1), data, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(name) {
        if (name === 'td' || name === 'th') openCells.pop();
        else if (name === 'tr') endRow();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  parser.end();
  while (openRows.length > 0) endRow();
  return rows.sort((a, b) => a.line - b.line);
}

function addText(cell: OpenCell | undefined, data: string, start: number, end: number): void {
  if (!cell) return;
  cell.text += data.replace(noWidth, '');
  const leading = data.search(seen);
  if (leading < 0) return;
  const trailing = data.length - 1 - data.search(lastSeen);
  if (cell.start < 0) cell.start = start + leading;
  cell.end = end - trailing;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeRow(
  cells: readonly OpenCell[],
  firstLine: number,
  starts: readonly number[],
  lines: readonly Line[],
): GridRow {
  return {
    line: firstLine,
    cells: cells.map((cell): GridCell => {
      const text = cell.text.replace(/\s+/gu, ' ').trim();
      const offset = cell.start < 0 ? cell.end : cell.start;
      const line = lineOf(starts, offset);
      const lineStart = starts[line] as number;
      const length = (lines[line] as Line).text.length;
      const start = Math.min(offset - lineStart, length);
      // A text over several lines is known by its first.
      const end = Math.max(start, Math.min(cell.end - lineStart, length));
      return { text, line: line - firstLine, start, end, reading: readNumber(text) };
    }),
  };
}
