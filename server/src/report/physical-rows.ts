import type { FormTable } from '../form/indexed-form';
import type { Block } from '../syntax/block';
import { gridOf } from '../syntax/block';
import type { GridCell, Layout } from '../syntax/grid';
import { fold } from '../text/fold';

/** A cell with the line it stands on, counted from the start of the region. */
export interface PlacedCell {
  readonly line: number;
  readonly cell: GridCell;
}

/**
 * One row of a table as it stands in the draft: the pieces of its label (with whatever stood before it that
 * belongs to no row: headings beside and above), and its own run of values. Which columns the values stand
 * in is not said here, for drafts shift them: a row is read by its own run, never by a fixed column.
 */
export interface PhysicalRow {
  readonly fragments: readonly PlacedCell[];
  readonly values: readonly PlacedCell[];
  readonly layout: Layout;
  /** Blank cells after the label of a row that holds no value at all. */
  readonly blanks: number;
}

const ideograph = /\p{Script=Han}/u;
const proseMark = /[。；;！!]/u;
const pageNumber =
  /^[\s\-—–―－]*(?:第\s*)?[\d０-９]{1,4}\s*(?:页.*|\s*[/／]\s*[\d０-９]{1,4}|[\s]*[-—–―－]+\s*)$/u;
const lonePageMark = /^\s*(?:[-—–―－]+\s*[\d０-９]{1,4}\s*[-—–―－]*|第\s*[\d０-９]{1,4}\s*页.*)\s*$/u;
/** How many pieces of label are kept while no value comes: the longest label wraps over four lines. */
const mostFragments = 10;

/** Reads the rows of a region of blocks for a table of the form. Linear in the region. */
export function physicalRows(blocks: readonly Block[], table: FormTable): PhysicalRow[] {
  const assembly = new RowAssembly(table);
  let start = 0;
  for (const block of blocks) {
    const grid = gridOf(block);
    for (const { line, row } of grid.rows) {
      const text = block.lines[line]?.text ?? '';
      if (grid.layout === 'spaced' && (proseMark.test(text) || text.length > 200)) assembly.endRow(true);
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
  private fragments: PlacedCell[] = [];
  private values: PlacedCell[] = [];
  private lineOfLastValue = -1;
  /** Whether every line so far gave one value: then a row runs down the page. */
  private stacked = true;
  private layout: Layout = 'spaced';

  constructor(private readonly table: FormTable) {}

  addLine(cells: readonly GridCell[], line: number, layout: Layout): void {
    const firstLabel = cells.findIndex(isLabel);
    const last = lastValueIndex(cells);
    const count = last < 0 ? 0 : this.countValues(cells, firstLabel, last);
    if (firstLabel < 0 && count > 0 && this.values.length > 0 && !this.continues(count, line))
      this.endRow(false);
    let valuesHere = 0;
    for (const [index, cell] of cells.entries()) {
      const { kind } = cell.reading;
      if (index < firstLabel && kind !== 'blank') this.addFragment(cell, line);
      else if (kind === 'text' && (valuesHere === 0 || ideograph.test(cell.text))) {
        if (this.values.length > 0) this.endRow(false);
        valuesHere = 0;
        this.addFragment(cell, line);
      } else if (index > last || (kind === 'blank' && valuesHere === 0)) continue;
      else {
        this.values.push({ line, cell });
        valuesHere++;
      }
    }
    if (valuesHere > 0) {
      this.lineOfLastValue = line;
      this.layout = layout;
      if (valuesHere > 1) this.stacked = false;
    } else if (firstLabel >= 0) this.noteBlankRow(cells, layout);
  }

  /** Ends the row being read; `drop` also forgets pieces of label that no value followed. */
  endRow(drop: boolean): void {
    if (this.values.length > 0) {
      const layout =
        this.layout === 'spaced' && this.stacked && this.values.length > 1 ? 'stacked' : this.layout;
      this.rows.push({ fragments: this.fragments, values: this.values, layout, blanks: 0 });
      this.fragments = [];
    } else if (drop) this.fragments = [];
    this.values = [];
    this.stacked = true;
    this.lineOfLastValue = -1;
  }

  private countValues(cells: readonly GridCell[], firstLabel: number, last: number): number {
    let count = 0;
    for (let i = Math.max(0, firstLabel); i <= last; i++) if (isValue(cells[i] as GridCell)) count++;
    return count;
  }

  /** Whether values on a line without a label belong to the row being read. */
  private continues(count: number, line: number): boolean {
    if (this.values.length + count > this.table.width) return false;
    return (this.stacked && count === 1) || line === this.lineOfLastValue + 1;
  }

  private addFragment(cell: GridCell, line: number): void {
    const previous = this.fragments[this.fragments.length - 1];
    // Two whole labels in a row: the first one's values are lost.
    if (previous && this.isWholeLabel(previous.cell) && this.isWholeLabel(cell))
      this.endEmptyRow(0, 'spaced');
    if (this.fragments.length >= mostFragments) this.fragments.shift();
    this.fragments.push({ line, cell });
  }

  private isWholeLabel(cell: GridCell): boolean {
    const label = fold(cell.text);
    const row = this.table.rowsByLabel.get(label);
    // Without its ordinal a label may be a column's: 总计, 其他.
    return (
      row !== undefined && row.definition.ordinal !== '' && label.startsWith(fold(row.definition.ordinal))
    );
  }

  private noteBlankRow(cells: readonly GridCell[], layout: Layout): void {
    const last = this.fragments[this.fragments.length - 1];
    const row = last && this.table.rowsByLabel.get(fold(last.cell.text));
    if (!row || this.table.columnsByLabel.has(fold(last.cell.text))) return;
    const from = cells.lastIndexOf(last.cell);
    const blanks = cells.length - 1 - from;
    if (blanks >= row.columns.length) this.endEmptyRow(blanks, layout);
  }

  private endEmptyRow(blanks: number, layout: Layout): void {
    this.rows.push({ fragments: this.fragments, values: [], layout, blanks });
    this.fragments = [];
  }
}

function isLabel(cell: GridCell): boolean {
  return cell.reading.kind === 'text' && ideograph.test(cell.text);
}

function isValue(cell: GridCell): boolean {
  return cell.reading.kind === 'number' || cell.reading.kind === 'notApplicable';
}

function lastValueIndex(cells: readonly GridCell[]): number {
  for (let i = cells.length - 1; i >= 0; i--) if (isValue(cells[i] as GridCell)) return i;
  return -1;
}
