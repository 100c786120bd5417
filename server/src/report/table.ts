import type { CellKey, FormTable, LeafColumn, LeafRow } from '../form/indexed-form';
import { type Block, gridOf } from '../syntax/block';
import type { Layout } from '../syntax/grid';
import { fold } from '../text/fold';
import { Memo } from '../text/memo';
import { comparePositions, type Range, range, unite } from '../text/range';
import { type Alignment, alignRows, type LabelMatch } from './align';
import { type PhysicalRow, type PlacedCell, physicalRows } from './physical-rows';

/** `number`: a figure. `blank`, `notApplicable` (`/`, `—`, `无`), `unreadable` (anything else): no value. */
export type CellState = 'number' | 'blank' | 'notApplicable' | 'unreadable';

/** A cell of the form found in the draft. Its place counts lines from the start of the table's region. */
export class BoundCell {
  constructor(
    readonly row: LeafRow,
    readonly index: number,
    private readonly place: PlacedCell,
  ) {}

  get key(): CellKey {
    return this.row.keys[this.index] as CellKey;
  }

  get column(): LeafColumn {
    return this.row.columns[this.index] as LeafColumn;
  }

  get state(): CellState {
    const { kind } = this.place.cell.reading;
    return kind === 'text' ? 'unreadable' : kind;
  }

  get text(): string {
    return this.place.cell.text;
  }

  /** In the column's unit; null where the state is not `number`. */
  get value(): number | null {
    const { reading } = this.place.cell;
    return reading.kind === 'number' ? reading.value : null;
  }

  get decimals(): number {
    const { reading } = this.place.cell;
    return reading.kind === 'number' ? reading.decimals : 0;
  }

  /** The characters of the figure alone: what a fix replaces. */
  get range(): Range {
    const { line, cell } = this.place;
    const { reading, start, end } = cell;
    const at = line + cell.line;
    return reading.kind === 'number'
      ? range(at, start + reading.start, at, start + reading.end)
      : range(at, start, at, end);
  }
}

/** A row of the form found in the draft. */
export interface BoundRow {
  readonly row: LeafRow;
  readonly match: LabelMatch;
  readonly placement: Alignment['placement'];
  /** `whole`: one value for each column. `incomplete`: more or fewer, so none can be named. `empty`: no value at all. */
  readonly state: 'whole' | 'incomplete' | 'empty';
  /** How many values were read. */
  readonly found: number;
  /** The pieces of the label, in reading order; a wrapped label has several. */
  readonly labels: readonly Range[];
  readonly labelText: string;
  readonly cells: readonly BoundCell[];
  /** From the label, or the first value, to the last value. */
  readonly range: Range;
}

/** A table of the form with what the draft says. A value: the same blocks give the same object. */
export interface BoundTable {
  readonly form: FormTable;
  readonly layout: Layout;
  /** In the form's order, without duplicates. */
  readonly rows: readonly BoundRow[];
  readonly rowById: ReadonlyMap<string, BoundRow>;
  readonly duplicates: readonly BoundRow[];
  readonly missing: readonly LeafRow[];
  /** How many rows as wide as the table's stand there that are none of the form's. */
  readonly unexplained: number;
  readonly cells: ReadonlyMap<CellKey, BoundCell>;
  /** From the first line of the table, its heading included, to the last bound row. */
  readonly range: Range;
  readonly memo: Memo;
}

/** From so many damaged rows on, and from this share of all, a table is damaged as a whole. */
const manyUnread = 5;
const largeShare = 1 / 3;

/** Whether so many rows of a table are incomplete that the damage is the table's. */
export function isMostlyUnread(table: BoundTable): boolean {
  const incomplete = table.rows.filter((row) => row.state === 'incomplete').length;
  return incomplete >= manyUnread && incomplete >= table.form.rows.length * largeShare;
}

interface Kept {
  readonly blocks: readonly Block[];
  readonly form: FormTable;
  readonly table: BoundTable | null;
}
const regionsKey = {};
/** A block rarely begins regions of more than one table; old texts' results go with the oldest. */
const mostKept = 4;

/**
 * Binds the blocks of a region to a table of the form; null where no row of it is found there.
 * The result is kept with the region's blocks and taken from there while they are the same objects.
 */
export function bindTable(blocks: readonly Block[], form: FormTable): BoundTable | null {
  // Blank lines share one memo, so it is the first other block that keeps what its region gave.
  const first = blocks.find((block) => block.kind !== 'blank');
  if (!first) return null;
  const kept = first.memo.get(regionsKey, (): Kept[] => []);
  const same = kept.find((one) => one.form === form && sameBlocks(one.blocks, blocks));
  if (same) return same.table;
  const table = readTable(blocks, form);
  kept.unshift({ blocks, form, table });
  kept.length = Math.min(kept.length, mostKept);
  return table;
}

function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, i) => block === b[i]);
}

function readTable(blocks: readonly Block[], form: FormTable): BoundTable | null {
  const physical = physicalRows(blocks, form);
  const alignments =
    form.definition.labelColumns === 0 ? alignUnlabelled(physical, form) : alignRows(physical, form);
  const hasGaps = leavesGaps(alignments);
  const bound = alignments.map((alignment) => bindRow(alignment, hasGaps));
  if (bound.length === 0 && form.definition.labelColumns === 0) bound.push(...blankRow(blocks, form));
  if (bound.length === 0) return null;
  const rows = bound.filter((row) => row.placement !== 'duplicate').sort((a, b) => a.row.index - b.row.index);
  const rowById = new Map(rows.map((row) => [row.row.definition.id, row]));
  const cells = new Map<CellKey, BoundCell>();
  for (const row of rows) for (const cell of row.cells) cells.set(cell.key, cell);
  return {
    form,
    layout: alignments.length > 0 ? commonLayout(alignments) : 'tabbed',
    rows,
    rowById,
    duplicates: bound.filter((row) => row.placement === 'duplicate'),
    missing: form.rows.filter((row) => !rowById.has(row.definition.id)),
    unexplained:
      physical.filter((row) => row.values.length === form.width).length -
      alignments.filter(({ physical: row }) => row.values.length === form.width).length,
    cells,
    range: unite(headOf(blocks, rows), rows.map((row) => row.range).reduce(unite)),
    memo: new Memo(),
  };
}

/** The first line of the block that holds the first row, where that block is nothing but table. */
function headOf(blocks: readonly Block[], rows: readonly BoundRow[]): Range {
  const first = rows
    .map((row) => row.range)
    .reduce((a, b) => (comparePositions(b.start, a.start) < 0 ? b : a));
  let start = 0;
  for (const block of blocks) {
    const end = start + block.lines.length;
    if (first.start.line < end) return block.kind === 'table' ? range(start, 0, start, 0) : first;
    start = end;
  }
  return first;
}

/** A table without row labels: its one row is the first with as many values as it has columns, else the longest. */
function alignUnlabelled(physical: readonly PhysicalRow[], form: FormTable): Alignment[] {
  const row = form.rows[0] as LeafRow;
  const count = (one: PhysicalRow): number => one.values.length;
  const longest = physical.reduce<PhysicalRow | null>((a, b) => (a && count(a) >= count(b) ? a : b), null);
  const found = physical.find((one) => count(one) === row.columns.length) ?? longest;
  // Two or three numbers in the section's prose make no table.
  if (!found || count(found) * 3 < row.columns.length) return [];
  return [{ physical: found, row, match: 'position', pieces: 0, placement: 'inOrder' }];
}

/** The one row of a table without row labels, where its heading stands and nothing is filled in. */
function blankRow(blocks: readonly Block[], form: FormTable): BoundRow[] {
  let start = 0;
  let labels = 0;
  let last: Range | null = null;
  for (const block of blocks) {
    for (const { line, row } of gridOf(block).rows) {
      for (const cell of row.cells) {
        if (cell.text === '' || !form.columnsByLabel.has(fold(cell.text))) continue;
        labels++;
        last = range(start + line + cell.line, cell.start, start + line + cell.line, cell.end);
      }
    }
    start += block.lines.length;
  }
  const [row] = form.rows;
  if (!row || !last || labels * 2 < form.columns.length) return [];
  return [
    {
      row,
      match: 'position',
      placement: 'inOrder',
      state: 'empty',
      found: 0,
      labels: [last],
      labelText: '',
      cells: [],
      range: last,
    },
  ];
}

function bindRow({ physical, row, match, pieces, placement }: Alignment, hasGaps: boolean): BoundRow {
  const labels = physical.fragments.slice(physical.fragments.length - pieces);
  const values = ownValues(physical, row.columns.length, hasGaps);
  const labelRanges = labels.map(placedRange);
  const first = physical.values[0];
  const last = physical.values.at(-1);
  const ranges = first && last ? [...labelRanges, placedRange(first), placedRange(last)] : labelRanges;
  const whole = values !== null;
  return {
    row,
    match,
    placement,
    state:
      physical.values.length === 0 && physical.slots.length > 0 ? 'empty' : whole ? 'whole' : 'incomplete',
    found: physical.values.filter(({ cell }) => cell.reading.kind !== 'blank').length,
    labels: labelRanges,
    labelText: labels.map(({ cell }) => cell.text).join(''),
    cells: whole ? values.map((value, i) => new BoundCell(row, i, value)) : [],
    range: ranges.length > 0 ? ranges.reduce(unite) : range(0, 0, 0, 0),
  };
}

/**
 * Whether merged label cells leave blanks between a label and its values. Only where they surely do not can
 * a blank before the first value be a column's.
 */
function leavesGaps(alignments: readonly Alignment[]): boolean {
  let agreeing = 0;
  let counted = 0;
  for (const { physical, row } of alignments) {
    const { slots, values } = physical;
    const expected = row.columns.length;
    if (values.length === expected && slots[0] !== values[0]) return true;
    if (values.length === 0) continue;
    counted++;
    if (upToLastValue(physical).length === expected) agreeing++;
  }
  return agreeing * 2 <= counted;
}

function upToLastValue({ slots, values }: PhysicalRow): readonly PlacedCell[] {
  const last = values.at(-1);
  return last ? slots.slice(0, slots.indexOf(last) + 1) : [];
}

/** The values of a row, one for each of `expected` columns; null where they cannot be told apart. */
function ownValues(physical: PhysicalRow, expected: number, hasGaps: boolean): readonly PlacedCell[] | null {
  const { values, slots, fragments, layout } = physical;
  if (values.length === expected) return values;
  const filled = values.filter(({ cell }) => cell.reading.kind !== 'blank');
  if (filled.length === expected) return filled;
  const numbers = filled.filter(({ cell }) => cell.reading.kind !== 'text');
  if (numbers.length === expected) return numbers;
  // A page number behind a row that is whole on the line of its label.
  const line = fragments.at(-1)?.line;
  const beside = values.filter((value) => value.line === line);
  if (beside.length === expected) return beside;
  if (values.length === 0) return null;
  // In HTML every cell is written; elsewhere blanks at the end of a line say nothing.
  if (layout === 'html' && slots.length === expected) return slots;
  const fromLabel = upToLastValue(physical);
  return !hasGaps && fromLabel.length === expected ? fromLabel : null;
}

function placedRange({ line, cell }: PlacedCell): Range {
  return range(line + cell.line, cell.start, line + cell.line, cell.end);
}

function commonLayout(alignments: readonly Alignment[]): Layout {
  const counts = new Map<Layout, number>();
  for (const { physical } of alignments) counts.set(physical.layout, (counts.get(physical.layout) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
