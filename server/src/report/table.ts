import type { CellKey, FormTable, LeafColumn, LeafRow } from '../form/indexed-form';
import type { GridCell, Layout } from '../syntax/grid';
import { Memo } from '../text/memo';
import { type Range, range, unite } from '../text/range';
import type { LabelMatch, RowPlacement } from './align';
import { type Fragment, type PhysicalRow, valueCount } from './physical-rows';

/*
 * A table of the form with what the draft says. Of a sound table next to nothing is ever asked but its numbers,
 * so cells, ranges and texts are made out when they are asked for and not before.
 */

/** `number`: a figure. `blank`, `notApplicable` (`/`, `—`, `无`), `unreadable` (anything else): no value. */
export type CellState = 'number' | 'blank' | 'notApplicable' | 'unreadable';

/** A cell of the form found in the draft. Its place counts lines from the start of the table's region. */
export class BoundCell {
  constructor(
    readonly row: LeafRow,
    readonly index: number,
    private readonly cell: GridCell,
    private readonly line: number,
  ) {}

  get key(): CellKey {
    return this.row.keys[this.index] as CellKey;
  }

  get column(): LeafColumn {
    return this.row.columns[this.index] as LeafColumn;
  }

  get state(): CellState {
    const { kind } = this.cell.reading;
    return kind === 'text' ? 'unreadable' : kind;
  }

  get text(): string {
    return this.cell.text;
  }

  /** In the column's unit; null where the state is not `number`. */
  get value(): number | null {
    const { reading } = this.cell;
    return reading.kind === 'number' ? reading.value : null;
  }

  get decimals(): number {
    const { reading } = this.cell;
    return reading.kind === 'number' ? reading.decimals : 0;
  }

  /** The characters of the figure alone: what a fix replaces. All of the cell's where markup stands among them. */
  get range(): Range {
    const { reading, start, end, line, text } = this.cell;
    const at = this.line + line;
    return reading.kind === 'number' && end - start === text.length
      ? range(at, start + reading.start, at, start + reading.end)
      : range(at, start, at, end);
  }
}

/** The values of a row, one for each of its columns: the cells from `from` on, with the line of each. */
export interface RowValues {
  readonly cells: readonly GridCell[];
  readonly lines: readonly number[];
  readonly from: number;
}

/** A row of the form found in the draft. */
export class BoundRow {
  constructor(
    readonly row: LeafRow,
    readonly match: LabelMatch,
    readonly placement: RowPlacement,
    /** `whole`: one value for each column. `incomplete`: more or fewer, so none can be named. `empty`: no value at all. */
    readonly state: 'whole' | 'incomplete' | 'empty',
    private readonly physical: PhysicalRow,
    /** How many of the last fragments make the label. */
    private readonly pieces: number,
    /** Null unless the row is whole. */
    readonly values: RowValues | null,
  ) {}

  /** The same row with its values in another order. */
  inOrder(order: (values: RowValues) => RowValues): BoundRow {
    const { row, match, placement, state, physical, pieces, values } = this;
    return new BoundRow(row, match, placement, state, physical, pieces, values && order(values));
  }

  /** How many values were read. */
  get found(): number {
    const { slots, from, to } = this.physical;
    return slots.slice(from, to).filter((cell) => cell.reading.kind !== 'blank').length;
  }

  /** The pieces of the label, in reading order; a wrapped label has several. */
  get labels(): readonly Range[] {
    return this.labelPieces.map(({ cell, line }) => placedRange(cell, line));
  }

  get labelText(): string {
    return this.labelPieces.map(({ cell }) => cell.text).join('');
  }

  get cells(): readonly BoundCell[] {
    return this.values ? this.row.columns.map((_, index) => this.cellAt(index) as BoundCell) : [];
  }

  /** The cell of one of the row's columns; undefined where the row is not whole. */
  cellAt(index: number): BoundCell | undefined {
    if (!this.values) return undefined;
    const { cells, lines, from } = this.values;
    return new BoundCell(this.row, index, cells[from + index] as GridCell, lines[from + index] as number);
  }

  /** From the label, or the first value, to the last value. */
  get range(): Range {
    const { slots, lines, from, to } = this.physical;
    const places = [...this.labels];
    for (const at of to > from ? [from, to - 1] : [])
      places.push(placedRange(slots[at] as GridCell, lines[at] as number));
    return places.length > 0 ? places.reduce(unite) : range(0, 0, 0, 0);
  }

  /** The line on which `range` begins. */
  get firstLine(): number {
    const { fragments, slots, lines, from } = this.physical;
    const label = this.pieces > 0 ? fragments[fragments.length - this.pieces] : undefined;
    if (label) return label.line + label.cell.line;
    return valueCount(this.physical) > 0 ? (lines[from] as number) + (slots[from] as GridCell).line : 0;
  }

  /** The line on which `range` ends. */
  get lastLine(): number {
    const { fragments, slots, lines, to } = this.physical;
    if (valueCount(this.physical) > 0) return (lines[to - 1] as number) + (slots[to - 1] as GridCell).line;
    const label = this.pieces > 0 ? fragments[fragments.length - 1] : undefined;
    return label ? label.line + label.cell.line : 0;
  }

  private get labelPieces(): readonly Fragment[] {
    const { fragments } = this.physical;
    return fragments.slice(fragments.length - this.pieces);
  }
}

function placedRange(cell: GridCell, line: number): Range {
  return range(line + cell.line, cell.start, line + cell.line, cell.end);
}

/** The cells of a bound table by name, row by row in the form's order. Those of rows that are not whole are none. */
export class BoundCells implements Iterable<readonly [CellKey, BoundCell]> {
  constructor(
    private readonly form: FormTable,
    private readonly rowsByIndex: readonly (BoundRow | undefined)[],
  ) {}

  get(key: CellKey): BoundCell | undefined {
    const row = this.form.rowOfCell.get(key);
    return row && this.rowsByIndex[row.index]?.cellAt(row.keys.indexOf(key));
  }

  *values(): Generator<BoundCell> {
    for (const row of this.rowsByIndex) if (row) yield* row.cells;
  }

  *[Symbol.iterator](): Generator<readonly [CellKey, BoundCell]> {
    for (const cell of this.values()) yield [cell.key, cell];
  }
}

/** A table of the form with what the draft says. A value: the same blocks give the same object. */
export class BoundTable {
  readonly memo = new Memo();
  /** The rows by their index in the form. */
  private readonly rowsByIndex: (BoundRow | undefined)[];
  /** The number in each of the form's cells, by its place, in hundredths and whole; NaN where there is none. */
  readonly hundredths: readonly number[];
  /** Whether every row has a value and every value read is a whole number from 0: nothing in a cell is amiss. */
  readonly holdsCountsOnly: boolean;
  /** The lines on which `range` begins and ends. */
  readonly firstLine: number;
  readonly lastLine: number;

  constructor(
    readonly form: FormTable,
    readonly layout: Layout,
    /** In the form's order, without duplicates. */
    readonly rows: readonly BoundRow[],
    readonly duplicates: readonly BoundRow[],
    /** How many rows as wide as the table's stand there that are none of the form's. */
    readonly unexplained: number,
    /** The first line of the table, its heading included; null where it runs on from other text. */
    private readonly headLine: number | null,
  ) {
    this.rowsByIndex = new Array<BoundRow | undefined>(form.rows.length).fill(undefined);
    const hundredths = new Array<number>(form.cellCount).fill(Number.NaN);
    let holdsCountsOnly = true;
    let firstLine = headLine ?? Number.POSITIVE_INFINITY;
    let lastLine = 0;
    for (const row of rows) {
      firstLine = Math.min(firstLine, row.firstLine);
      lastLine = Math.max(lastLine, row.lastLine);
      this.rowsByIndex[row.row.index] = row;
      if (row.state === 'empty') holdsCountsOnly = false;
      if (row.values && !takeNumbers(row.row, row.values, hundredths)) holdsCountsOnly = false;
    }
    this.hundredths = hundredths;
    this.holdsCountsOnly = holdsCountsOnly;
    this.firstLine = firstLine;
    this.lastLine = lastLine;
  }

  /** The row bound to one of the form's; undefined where it is missing. */
  rowOf(row: LeafRow): BoundRow | undefined {
    return this.rowsByIndex[row.index];
  }

  get missing(): readonly LeafRow[] {
    // Mostly none is.
    return this.rows.length === this.form.rows.length
      ? []
      : this.form.rows.filter((row) => this.rowOf(row) === undefined);
  }

  get cells(): BoundCells {
    return new BoundCells(this.form, this.rowsByIndex);
  }

  /** From the first line of the table, its heading included, to the last bound row. */
  get range(): Range {
    const rows = this.rows.map((row) => row.range).reduce(unite);
    return this.headLine === null ? rows : unite(range(this.headLine, 0, this.headLine, 0), rows);
  }
}

/** Puts the numbers of a row in their places; false where a value is anything but a count. */
function takeNumbers(
  { firstPlace, keys }: LeafRow,
  { cells, from }: RowValues,
  hundredths: number[],
): boolean {
  let areCounts = true;
  for (let i = 0; i < keys.length; i++) {
    const { reading } = cells[from + i] as GridCell;
    if (reading.kind === 'number') {
      hundredths[firstPlace + i] = Math.round(reading.value * 100);
      if (reading.decimals > 0 || reading.value < 0) areCounts = false;
    } else areCounts = false;
  }
  return areCounts;
}

/** From so many damaged rows on, and from this share of all, a table is damaged as a whole. */
const manyUnread = 5;
const largeShare = 1 / 3;

/** Whether so many rows of a table are incomplete that the damage is the table's. */
export function isMostlyUnread({ rows, form }: BoundTable): boolean {
  let incomplete = 0;
  for (const row of rows) if (row.state === 'incomplete') incomplete++;
  return incomplete >= manyUnread && incomplete >= form.rows.length * largeShare;
}
