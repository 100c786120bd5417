import type { FormTable } from '../form/indexed-form';
import type { Block } from '../syntax/block';
import { gridOf } from '../syntax/block';
import type { GridCell, Layout } from '../syntax/grid';
import { fold } from '../text/fold';
import { readNumber } from '../text/number';

/** A cell with the line it stands on, counted from the start of the region. */
export interface PlacedCell {
  readonly line: number;
  readonly cell: GridCell;
}

/** A piece of a label. `folded` is its text as labels are compared. */
export interface Fragment extends PlacedCell {
  readonly folded: string;
}

/**
 * One row of a table as it stands in the draft: the pieces of its label (with whatever stood before it that
 * belongs to no row: headings beside and above), and its own run of values. Which columns the values stand
 * in is not said here, for drafts shift them: a row is read by its own run, never by a fixed column.
 */
export interface PhysicalRow {
  readonly fragments: readonly Fragment[];
  /** From the first cell that is not blank to the last. */
  readonly values: readonly PlacedCell[];
  /** All cells after the label, blank ones before and behind the values too. */
  readonly slots: readonly PlacedCell[];
  readonly layout: Layout;
}

const proseMark = /[。；;！!]/u;
const pageNumber =
  /^[\s\-—–―－]*(?:第\s*)?[\d０-９]{1,4}\s*(?:页.*|\s*[/／]\s*[\d０-９]{1,4}|[\s]*[-—–―－]+\s*)$/u;
const lonePageMark = /^\s*(?:[-—–―－]+\s*[\d０-９]{1,4}\s*[-—–―－]*|第\s*[\d０-９]{1,4}\s*页.*)\s*$/u;
const gluedFigure = /^(.*[^\d０-９.．,，])([\d０-９]+(?:[.．][\d０-９]+)?)$/u;
/** No table of a form has so many rows: what comes behind them is none of its own. */
const mostRows = 2000;
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
    for (const { line, row } of grid.rows) {
      if (assembly.rows.length > mostRows) break;
      const text = block.lines[line]?.text ?? '';
      if (grid.layout === 'spaced' && (text.length > 200 || proseMark.test(text))) assembly.endRow(true);
      else if (grid.layout !== 'spaced' || !(pageNumber.test(text) || lonePageMark.test(text))) {
        assembly.addLine(row.cells, start + line, grid.layout);
      }
    }
    start += block.lines.length;
  }
  assembly.endRow(true);
  return assembly.rows;
}

class RowAssembly {
  readonly rows: PhysicalRow[] = [];
  private fragments: Fragment[] = [];
  private slots: PlacedCell[] = [];
  /** How many of the slots are not blank. */
  private filled = 0;
  private lineOfLastValue = -1;
  /** Whether every line so far gave one value: then a row runs down the page. */
  private stacked = true;
  private layout: Layout = 'spaced';

  constructor(private readonly table: FormTable) {}

  addLine(cells: readonly GridCell[], line: number, layout: Layout): void {
    const firstLabel = cells.findIndex(isLabel);
    const count = firstLabel < 0 ? cells.filter(isValue).length : 0;
    if (this.filled > 0 && (firstLabel >= 0 || (count > 0 && !this.continues(count, line))))
      this.endRow(false);
    let valuesHere = 0;
    for (const [index, cell] of cells.entries()) {
      const { kind } = cell.reading;
      if (kind === 'blank') this.addBlank(cell, line);
      else if (index < firstLabel) this.addFragment(cell, line);
      else if (
        kind === 'text' &&
        (hasIdeograph(cell.text) || (valuesHere === 0 && !this.isSlot(cell, layout)))
      ) {
        if (this.filled > 0) this.endRow(false);
        valuesHere = 0;
        const value = this.gluedValue(cell);
        this.addFragment(value ? withoutEnd(cell, value) : cell, line);
        if (!value) continue;
        this.slots.push({ line, cell: value });
        this.filled++;
        valuesHere++;
      } else {
        this.slots.push({ line, cell });
        this.filled++;
        valuesHere++;
      }
    }
    if (valuesHere > 0) {
      this.lineOfLastValue = line;
      if (valuesHere > 1) this.stacked = false;
    }
    if (valuesHere > 0 || this.filled === 0) this.layout = layout;
  }

  /** The one value of a row that runs on from its label without a space: `行政许可92`. */
  private gluedValue(cell: GridCell): GridCell | null {
    const [, label = '', figure = ''] = gluedFigure.exec(cell.text) ?? [];
    const row = label === '' ? undefined : this.table.rowsByLabel.get(fold(label));
    if (row?.columns.length !== 1 || cell.end - cell.start !== cell.text.length) return null;
    return { ...cell, text: figure, start: cell.end - figure.length, reading: readNumber(figure) };
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
    this.slots = [];
    this.filled = 0;
    this.stacked = true;
    this.lineOfLastValue = -1;
  }

  private pushRow(layout: Layout): void {
    const { fragments, slots } = this;
    const isFilled = ({ cell }: PlacedCell): boolean => cell.reading.kind !== 'blank';
    const values = slots.slice(Math.max(0, slots.findIndex(isFilled)), slots.findLastIndex(isFilled) + 1);
    this.rows.push({ fragments, slots, values, layout });
    this.fragments = [];
  }

  /** Whether values on a line without a label belong to the row being read. */
  private continues(count: number, line: number): boolean {
    if (this.filled + count > this.table.width) return false;
    return (this.stacked && count === 1) || line === this.lineOfLastValue + 1;
  }

  private addBlank(cell: GridCell, line: number): void {
    if (this.fragments.length > 0 && this.slots.length < this.table.width * 3)
      this.slots.push({ line, cell });
  }

  private addFragment(cell: GridCell, line: number): void {
    const previous = this.fragments[this.fragments.length - 1];
    // A label with nothing but blanks behind it, or two whole labels in a row: the first one holds no value.
    const folded = fold(cell.text);
    const isLost = previous !== undefined && this.isWholeLabel(previous.folded) && this.isWholeLabel(folded);
    if (this.isBlankRow() || isLost) this.pushRow(this.layout);
    this.slots = [];
    if (this.fragments.length >= mostFragments) this.fragments.shift();
    this.fragments.push({ line, cell, folded });
  }

  private isWholeLabel(label: string): boolean {
    const row = this.table.rowsByLabel.get(label);
    // Without its ordinal a label may be a column's: 总计, 其他.
    return (
      row !== undefined && row.definition.ordinal !== '' && label.startsWith(fold(row.definition.ordinal))
    );
  }

  /** Whether what was read so far is a row's label and a blank cell for each of its columns. */
  private isBlankRow(): boolean {
    const last = this.fragments[this.fragments.length - 1];
    if (!last || this.filled > 0 || this.slots.length === 0) return false;
    const label = last.folded;
    const row = this.table.rowsByLabel.get(label);
    return (
      row !== undefined && !this.table.columnsByLabel.has(label) && this.slots.length >= row.columns.length
    );
  }
}

function withoutEnd(cell: GridCell, end: GridCell): GridCell {
  return { ...cell, text: cell.text.slice(0, end.start - cell.start), end: end.start };
}

function isLabel(cell: GridCell): boolean {
  return cell.reading.kind === 'text' && hasIdeograph(cell.text);
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
