import type { FormTable, LeafRow } from '../form/indexed-form';
import type { Label } from '../form/labels';
import type { Block } from '../syntax/block';
import { gridOf } from '../syntax/block';
import type { GridCell, Layout } from '../syntax/grid';
import { endsInDigit, readNumber } from '../text/number';

/** A piece of a label: its cell, the line it stands on, counted from the start of the region, and what it names. */
export interface Fragment {
  readonly line: number;
  readonly cell: GridCell;
  readonly label: Label;
}

/**
 * One row of a table as it stands in the draft: the pieces of its label (with whatever stood before it that
 * belongs to no row: headings beside and above), and its own run of values. Which columns the values stand
 * in is not said here, for drafts shift them: a row is read by its own run, never by a fixed column.
 */
export interface PhysicalRow {
  readonly fragments: readonly Fragment[];
  /** All cells after the label, blank ones before and behind the values too. */
  readonly slots: readonly GridCell[];
  /** The line of each slot, counted from the start of the region. */
  readonly lines: readonly number[];
  /** The values are the slots from the first that is not blank to the last: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly layout: Layout;
}

/** How many values a row has. */
export function valueCount({ from, to }: PhysicalRow): number {
  return to - from;
}

const proseMark = /[。；;！!]/u;
const pageNumber =
  /^[\s\-—–―－]*(?:第\s*)?[\d０-９]{1,4}\s*(?:页.*|\s*[/／]\s*[\d０-９]{1,4}|[\s]*[-—–―－]+\s*)$/u;
const lonePageMark = /^\s*(?:[-—–―－]+\s*[\d０-９]{1,4}\s*[-—–―－]*|第\s*[\d０-９]{1,4}\s*页.*)\s*$/u;
const onlyZeros = /^[0０]+$/u;
const gluedFigure = /^(.*[^\d０-９.．,，])([\d０-９]+(?:[.．][\d０-９]+)?)$/u;
/** No table of a form has so many rows: what comes behind them is none of its own. */
const mostRows = 2000;
/** Longer lines are running text, unless they hold so many values: a page may put a whole table on one line. */
const longestRow = 200;
const fewestInLine = 15;
/** How many pieces of label are kept while no value comes: the longest label wraps over four lines. */
const mostFragments = 10;
/** Longer texts without a word are debris of the scan, not one value that cannot be read. */
const longestScrawl = 6;

/** Reads the rows of a region of blocks for a table of the form. Linear in the region. */
export function physicalRows(blocks: readonly Block[], table: FormTable): PhysicalRow[] {
  const assembly = new RowAssembly(table);
  let start = 0;
  for (const block of blocks) {
    if (assembly.rows.length > mostRows) break;
    const grid = gridOf(block);
    for (const { line, cells } of grid.rows) {
      if (assembly.rows.length > mostRows) break;
      const text = block.lines[line]?.text ?? '';
      if (block.kind !== 'table' && isProse(text, cells)) assembly.endRow(true);
      else if (block.kind === 'table' || !isPageMark(text)) {
        assembly.addLine(cells, start + line, grid.layout);
      }
    }
    start += block.lines.length;
  }
  assembly.end();
  return assembly.rows;
}

/** Whether a line is running text: it has a stop, or is long and not long for all the values in it. */
function isProse(text: string, cells: readonly GridCell[]): boolean {
  if (proseMark.test(text)) return true;
  if (text.length <= longestRow) return false;
  let values = 0;
  for (const cell of cells) if (isValue(cell)) values++;
  return values < fewestInLine;
}

/** `第 3 页`, `- 3 -`: a figure alone is none. */
function isPageMark(text: string): boolean {
  return text.length > 1 && (pageNumber.test(text) || lonePageMark.test(text));
}

const noCells: readonly GridCell[] = [];

class RowAssembly {
  readonly rows: PhysicalRow[] = [];
  private fragments: Fragment[] = [];
  /** The slots of the row being read are the first `count`; what stands behind them is left over from rows before. */
  private readonly slots: GridCell[] = [];
  private readonly lines: number[] = [];
  private count = 0;
  /** The first slot that is not blank, and the one behind the last; equal where all are blank. */
  private from = 0;
  private to = 0;
  /** How many of the slots are not blank. */
  private filled = 0;
  private lineOfLastValue = -1;
  /** Whether every line so far gave one value: then a row runs down the page. */
  private stacked = true;
  private layout: Layout = 'spaced';

  constructor(private readonly table: FormTable) {}

  addLine(cells: readonly GridCell[], line: number, layout: Layout): void {
    const firstLabel = indexOfLabel(cells);
    if (this.filled > 0 && (firstLabel >= 0 || this.isBrokenOffBy(cells, line))) this.endRow(false);
    let valuesHere = 0;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as GridCell;
      const { kind } = cell.reading;
      if (kind === 'blank') this.addBlank(cell, line);
      else if (kind === 'text' && isRowOfZeros(cell, this.table.width)) {
        for (const value of digitsOf(cell)) this.addValue(value, line);
        valuesHere += this.table.width;
      } else if (index < firstLabel) this.addFragment(cell, line);
      else if (
        kind === 'text' &&
        (index === firstLabel || hasIdeograph(cell.text) || (valuesHere === 0 && !this.isSlot(cell, layout)))
      ) {
        if (this.filled > 0) this.endRow(false);
        valuesHere = 0;
        const values = this.gluedValues(cell, cells);
        this.addFragment(values.length > 0 ? withoutEnd(cell, values[0] as GridCell) : cell, line);
        for (const value of values) this.addValue(value, line);
        valuesHere += values.length;
      } else {
        this.addValue(cell, line);
        valuesHere++;
      }
    }
    if (valuesHere > 0) {
      this.lineOfLastValue = line;
      if (valuesHere > 1) this.stacked = false;
    }
    if (valuesHere > 0 || this.filled === 0) this.layout = layout;
  }

  /**
   * The values of a row that run on from its label without a space: `行政许可92`; `规章000`, for as many zeros as
   * columns can be parted in one way only. Other figures run together are one that fills no row.
   */
  private gluedValues(cell: GridCell, cells: readonly GridCell[]): readonly GridCell[] {
    if (!endsInDigit(cell.text)) return noCells;
    const [, label = '', figure = ''] = gluedFigure.exec(cell.text) ?? [];
    const row = label === '' ? undefined : rowNamed(this.table.labels.find(label), this.table);
    if (!row || cell.end - cell.start !== cell.text.length) return noCells;
    const start = cell.end - figure.length;
    const count = row.columns.length;
    const value = { ...cell, text: figure, start, reading: readNumber(figure) };
    if (count === 1) return [value];
    // Before other values it may be the mark of a footnote.
    if (cells.some((other) => other.start > cell.start && other.reading.kind !== 'blank')) return noCells;
    return figure.length === count && onlyZeros.test(figure) ? digitsOf(value) : [value];
  }

  /** Whether a text that is no word stands where a value should: behind a label, between separators. */
  private isSlot(cell: GridCell, layout: Layout): boolean {
    return layout !== 'spaced' && this.fragments.length > 0 && cell.text.length <= longestScrawl;
  }

  /** Ends the row being read; `drop` also forgets pieces of label that no value followed. */
  endRow(drop: boolean): void {
    if (this.filled > 0) {
      const layout = this.layout === 'spaced' && this.stacked && this.filled > 1 ? 'stacked' : this.layout;
      this.pushRow(layout);
    } else if (this.isBlankRow()) this.pushRow(this.layout);
    else if (drop) this.fragments = [];
    this.dropSlots();
    this.filled = 0;
    this.stacked = true;
    this.lineOfLastValue = -1;
  }

  /** Ends the last row, which may be a label that nothing follows. */
  end(): void {
    const last = this.fragments[this.fragments.length - 1]?.label;
    if (this.filled === 0 && last && isRowAlone(last)) this.pushRow(this.layout);
    else this.endRow(true);
  }

  private pushRow(layout: Layout): void {
    const { from, to, count } = this;
    // Lists that grew have room for more than they will hold; those that are kept are copied to their size.
    const fragments = this.fragments.length === 1 ? this.fragments : this.fragments.slice();
    const slots = this.slots.slice(0, count);
    const lines = this.lines.slice(0, count);
    this.rows.push({ fragments, slots, lines, from, to, layout });
    this.fragments = [];
    this.count = 0;
  }

  private dropSlots(): void {
    this.count = 0;
    this.from = 0;
    this.to = 0;
  }

  private addValue(cell: GridCell, line: number): void {
    if (this.to === 0) this.from = this.count;
    this.addSlot(cell, line);
    this.to = this.count;
    this.filled++;
  }

  private addSlot(cell: GridCell, line: number): void {
    this.slots[this.count] = cell;
    this.lines[this.count++] = line;
  }

  /** Whether the values on a line without a label are not those of the row being read. */
  private isBrokenOffBy(cells: readonly GridCell[], line: number): boolean {
    let count = 0;
    for (const cell of cells) if (isValue(cell)) count++;
    if (count === 0) return false;
    if (this.filled + count > this.table.width) return true;
    return !(this.stacked && count === 1) && line !== this.lineOfLastValue + 1;
  }

  private addBlank(cell: GridCell, line: number): void {
    if (this.fragments.length > 0 && this.count < this.table.width * 3) this.addSlot(cell, line);
  }

  private addFragment(cell: GridCell, line: number): void {
    const label = this.table.labels.find(cell.text);
    const lost = this.lostBefore(label, cell, line);
    if (lost >= 0) {
      // The headings behind it are those of the row to come.
      const next = this.fragments.splice(lost + 1);
      this.pushRow(this.layout);
      this.fragments = next;
    }
    this.dropSlots();
    if (this.fragments.length >= mostFragments) this.fragments.shift();
    // Most rows have one: a list made with it has no room for more.
    if (this.fragments.length === 0) this.fragments = [{ line, cell, label }];
    else this.fragments.push({ line, cell, label });
  }

  /**
   * The place of the label of a row that holds no value, now that another label comes: one with nothing but blanks
   * behind it, or two whole labels in a row. -1 where there is none.
   */
  private lostBefore(label: Label, cell: GridCell, line: number): number {
    const last = this.fragments.length - 1;
    if (this.isBlankRow()) return this.isContinuedBy(cell) ? -1 : last;
    let at = last;
    if (label.hasOrdinal) while (at >= 0 && isGroupAlone((this.fragments[at] as Fragment).label)) at--;
    const before = this.fragments[at];
    if (!before) return -1;
    if (before.label.hasOrdinal) return label.hasOrdinal ? at : -1;
    return at === last && isRowAlone(before.label) && label.isKnown && before.line !== line ? at : -1;
  }

  /** Whether the label read last, on a row of its own, runs on in a cell: a spreadsheet keeps the lines of a PDF so. */
  private isContinuedBy({ text }: GridCell): boolean {
    const written = this.fragments[this.fragments.length - 1]?.cell.text ?? '';
    return this.table.labels.begins(written + text);
  }

  /** Whether what was read so far is a row's label and a blank cell for each of its columns. */
  private isBlankRow(): boolean {
    if (this.filled > 0 || this.count === 0) return false;
    const label = this.fragments[this.fragments.length - 1]?.label;
    if (label?.row === undefined || label.columns !== undefined) return false;
    return this.count >= label.row.columns.length;
  }
}

/** The row that a label names, be it with the headings beside it: 三、本年度办理结果（一）予以公开. */
function rowNamed({ row, folded }: Label, table: FormTable): LeafRow | undefined {
  if (row) return row;
  const { labels } = table;
  for (const group of labels.ofRowGroups) {
    const inner = folded.startsWith(group)
      ? rowNamed(labels.findFolded(folded.slice(group.length)), table)
      : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function isGroupAlone({ row, rowGroup }: Label): boolean {
  return row === undefined && rowGroup !== undefined;
}

/** Whether a label is that of a row and of nothing else. */
function isRowAlone({ row, columns }: Label): boolean {
  return row !== undefined && columns === undefined;
}

/** A whole row of a wide table run together: as many zeros as it has columns. */
function isRowOfZeros({ text, start, end }: GridCell, width: number): boolean {
  return width > 3 && text.length === width && end - start === width && onlyZeros.test(text);
}

/** The digits of a cell, each as a cell of its own. */
function digitsOf(cell: GridCell): readonly GridCell[] {
  return [...cell.text].map((text, i) => {
    const start = cell.start + i;
    return { ...cell, text, start, end: start + 1, reading: readNumber(text) };
  });
}

function withoutEnd(cell: GridCell, end: GridCell): GridCell {
  return { ...cell, text: cell.text.slice(0, end.start - cell.start), end: end.start };
}

/** The first cell with a word in it; -1 where there is none. */
function indexOfLabel(cells: readonly GridCell[]): number {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as GridCell;
    if (cell.reading.kind === 'text' && hasIdeograph(cell.text)) return i;
  }
  return -1;
}

function isValue(cell: GridCell): boolean {
  return cell.reading.kind === 'number' || cell.reading.kind === 'notApplicable';
}

function hasIdeograph(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // CJK radicals, ideographs and their extension A and compatibility forms; surrogates stand for the rare ones.
    if (
      (code >= 0x2e80 && code <= 0x9fff && code !== 0x3000 && (code < 0x3001 || code > 0x303f)) ||
      (code >= 0xd840 && code <= 0xfaff)
    )
      return true;
  }
  return false;
}
