import type { FormTable, LeafColumn, LeafRow } from '../form/indexed-form';
import { type Block, gridOf, isCommon } from '../syntax/block';
import type { GridCell, Layout } from '../syntax/grid';
import { type Alignment, alignRows } from './align';
import { hasTotalsFirst, withTotalLast } from './column-order';
import { type Fragment, type PhysicalRow, physicalRows, valueCount } from './physical-rows';
import { BoundRow, BoundTable, type RowValues } from './table';

interface Kept {
  readonly blocks: readonly Block[];
  readonly form: FormTable;
  readonly table: BoundTable | null;
}
const regionsKey = {};
/** A block rarely begins regions of more than one table; old texts' results go with the oldest. */
const mostKept = 4;
const noneKept = (): Kept[] => [];

/**
 * Binds the blocks of a region to a table of the form; null where no row of it is found there.
 * The result is kept with the region's blocks and taken from there while they are the same objects.
 */
export function bindTable(blocks: readonly Block[], form: FormTable): BoundTable | null {
  if (blocks.every(({ kind }) => kind === 'blank')) return null;
  // What stands elsewhere too keeps nothing for its region: it is the first other block that does.
  const first = blocks.find((block) => block.kind !== 'blank' && !isCommon(block));
  if (!first) return readTable(blocks, form);
  const kept = first.memo.get(regionsKey, noneKept);
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
  const isLabelled = form.definition.labelColumns > 0;
  const alignments = isLabelled ? alignRows(physical, form) : alignUnlabelled(physical, blocks, form);
  const hasGaps = leavesGaps(alignments);
  let rows: BoundRow[] = [];
  const duplicates: BoundRow[] = [];
  let unexplained = 0;
  for (const row of physical) if (valueCount(row) === form.width) unexplained++;
  for (const alignment of alignments) {
    const row = bindRow(alignment, hasGaps, isOverfull(alignment.physical, physical));
    if (isHeadOfAnother(alignment, row.state, alignments)) continue;
    (row.placement === 'duplicate' ? duplicates : rows).push(row);
    if (valueCount(alignment.physical) === form.width) unexplained--;
  }
  const blank = rows.length === 0 && !isLabelled ? blankRow(blocks, form) : null;
  if (blank) rows.push(blank);
  if (rows.length === 0) return null;
  if (hasTotalsFirst(rows, blocks, form))
    rows = rows.map((row) => row.inOrder((values) => withTotalLast(values, form.width)));
  const head = headLine(blocks, rows);
  if (rows.some((row, i) => i > 0 && row.row.index < (rows[i - 1] as BoundRow).row.index))
    rows.sort((a, b) => a.row.index - b.row.index);
  const layout = alignments.length > 0 ? commonLayout(alignments) : 'tabbed';
  return new BoundTable(form, layout, rows, duplicates, unexplained, head);
}

/**
 * Whether a row's label met again is a heading of another table: a bare 总计 where the row itself has its ordinal, or
 * before more or fewer numbers than the row has. A row that was copied has the same label and as many numbers.
 */
function isHeadOfAnother(
  { physical, row, placement }: Alignment,
  state: BoundRow['state'],
  all: readonly Alignment[],
): boolean {
  if (placement !== 'duplicate' || hasOrdinal(physical)) return false;
  return state !== 'whole' || all.some((one) => one.row === row && hasOrdinal(one.physical));
}

function hasOrdinal({ fragments }: PhysicalRow): boolean {
  return fragments.at(-1)?.label.hasOrdinal === true;
}

/** The first line of the block that holds the first row; null where that block is not nothing but table. */
function headLine(blocks: readonly Block[], rows: readonly BoundRow[]): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const row of rows) first = Math.min(first, row.firstLine);
  let start = 0;
  for (const block of blocks) {
    const end = start + block.lines.length;
    if (first < end) return block.kind === 'table' ? start : null;
    start = end;
  }
  return null;
}

/** A table without row labels: its one row is the first with as many values as it has columns, else the longest. */
function alignUnlabelled(
  physical: readonly PhysicalRow[],
  blocks: readonly Block[],
  form: FormTable,
): Alignment[] {
  const row = form.rows[0] as LeafRow;
  let found: PhysicalRow | undefined;
  for (const one of physical) {
    if (valueCount(one) > (found ? valueCount(found) : 0)) found = one;
    if (valueCount(one) === row.columns.length) {
      found = one;
      break;
    }
  }
  if (!found || valueCount(found) !== row.columns.length) found = joinedRow(physical, row) ?? found;
  if (found && isNumbered(found, blocks)) found = withoutNumber(found, physical, row);
  // Two or three numbers in the section's prose make no table.
  if (!found || valueCount(found) * 3 < row.columns.length) return [];
  return [{ physical: found, row, match: 'position', pieces: 0, placement: 'inOrder' }];
}

/**
 * A row without its number. Where each cell has a line, the number took the place of the last value, which was then left
 * over as a row of its own.
 */
function withoutNumber(found: PhysicalRow, all: readonly PhysicalRow[], { columns }: LeafRow): PhysicalRow {
  const behind = found.from + 1;
  const rest = {
    ...found,
    slots: found.slots.slice(behind),
    lines: found.lines.slice(behind),
    from: 0,
    to: found.to - behind,
  };
  const next = all[all.indexOf(found) + 1];
  const isLeftOver = next && next.fragments.length === 0 && valueCount(next) === 1;
  if (!isLeftOver || valueCount(rest) !== columns.length - 1) return rest;
  const slots = [...rest.slots.slice(0, rest.to), next.slots[next.from] as GridCell];
  const lines = [...rest.lines.slice(0, rest.to), next.lines[next.from] as number];
  return { ...rest, slots, lines, to: slots.length };
}

const headOfNumbers = /^序\s*号(?=\s|$)/u;

/** Whether a row's first value is its number, 1: it begins its line, and over it a line begins with the head of such a column. */
function isNumbered({ slots, lines, from }: PhysicalRow, blocks: readonly Block[]): boolean {
  const first = slots[from];
  if (first?.reading.kind !== 'number' || first.reading.value !== 1) return false;
  let start = 0;
  let hasHead = false;
  for (const block of blocks) {
    for (const { line, cells } of gridOf(block).rows) {
      if (start + line === lines[from]) return hasHead && cells[0]?.start === first.start;
      hasHead ||= headOfNumbers.test(cells[0]?.text ?? '');
    }
    start += block.lines.length;
  }
  return false;
}

/**
 * The one row of a table without row labels where it stands in pieces: below the labels of a few columns each, or with each
 * value beside the label of its own column. All numbers of the region together must be its values, and all words its labels.
 */
function joinedRow(physical: readonly PhysicalRow[], { columns }: LeafRow): PhysicalRow | undefined {
  const pieces = physical.filter((one) => valueCount(one) > 0);
  const [first] = pieces;
  const slots: GridCell[] = [];
  const lines: number[] = [];
  for (const piece of pieces) {
    if (slots.length + valueCount(piece) > columns.length) return undefined;
    const last = piece.fragments.at(-1)?.label;
    if (piece.fragments.some(({ label }) => !label.isKnown)) return undefined;
    const own = columns[slots.length] as LeafColumn;
    if (valueCount(piece) === 1 && last?.columns?.includes(own) !== true) return undefined;
    slots.push(...piece.slots.slice(piece.from, piece.to));
    lines.push(...piece.lines.slice(piece.from, piece.to));
  }
  if (!first || slots.length !== columns.length) return undefined;
  return { fragments: [], slots, lines, from: 0, to: slots.length, layout: first.layout };
}

/** The one row of a table without row labels, where its heading stands and nothing is filled in. */
function blankRow(blocks: readonly Block[], form: FormTable): BoundRow | null {
  let start = 0;
  let count = 0;
  let last: Fragment | null = null;
  for (const block of blocks) {
    for (const { line, cells } of gridOf(block).rows) {
      for (const cell of cells) {
        const label = form.labels.find(cell.text);
        if (!label.columns) continue;
        count++;
        last = { line: start + line, cell, label };
      }
    }
    start += block.lines.length;
  }
  const [row] = form.rows;
  if (!row || !last || count * 2 < form.columns.length) return null;
  const physical: PhysicalRow = { fragments: [last], slots: [], lines: [], from: 0, to: 0, layout: 'tabbed' };
  return new BoundRow(row, 'position', 'inOrder', 'empty', physical, 1, null);
}

/**
 * Whether a row holds something unreadable and more numbers stand on the line behind it that are no other row's: then
 * which of them are its own is not known.
 */
function isOverfull(physical: PhysicalRow, all: readonly PhysicalRow[]): boolean {
  const { slots, lines, from, to } = physical;
  if (!slots.some(({ reading }, at) => at >= from && at < to && reading.kind === 'text')) return false;
  const next = all[all.indexOf(physical) + 1];
  if (!next || next.fragments.length > 0 || valueCount(next) === 0) return false;
  return next.lines[next.from] === (lines[to - 1] as number) + 1;
}

function bindRow(
  { physical, row, match, pieces, placement }: Alignment,
  hasGaps: boolean,
  isUnclear: boolean,
): BoundRow {
  const values = isUnclear ? null : ownValues(physical, row.columns.length, hasGaps);
  const isEmpty = valueCount(physical) === 0 && physical.slots.length > 0;
  const state = isEmpty ? 'empty' : values ? 'whole' : 'incomplete';
  return new BoundRow(row, match, placement, state, physical, pieces, values);
}

/**
 * Whether merged label cells leave blanks between a label and its values. Only where they surely do not can
 * a blank before the first value be a column's.
 */
function leavesGaps(alignments: readonly Alignment[]): boolean {
  let agreeing = 0;
  let counted = 0;
  for (const { physical, row } of alignments) {
    const expected = row.columns.length;
    const count = valueCount(physical);
    if (count === expected && physical.from > 0) return true;
    if (count === 0) continue;
    counted++;
    if (physical.to === expected) agreeing++;
  }
  return agreeing * 2 <= counted;
}

/** The values of a row, one for each of `expected` columns; null where they cannot be told apart. */
function ownValues(physical: PhysicalRow, expected: number, hasGaps: boolean): RowValues | null {
  const { slots, lines, from, to } = physical;
  if (to - from === expected) return { cells: slots, lines, from };
  // What a column of remarks holds behind the values of the form: 无, or a dash.
  if (to - from > expected && isFollowedByMarks(physical, expected)) return { cells: slots, lines, from };
  const filled = valuesWhere(physical, (cell) => cell.reading.kind !== 'blank');
  if (filled.cells.length === expected) return filled;
  const isNumber = ({ reading }: GridCell): boolean => reading.kind !== 'blank' && reading.kind !== 'text';
  const numbers = valuesWhere(physical, isNumber);
  if (numbers.cells.length === expected) return numbers;
  // A page number behind a row that is whole on the line of its label.
  const labelLine = physical.fragments.at(-1)?.line;
  const beside = valuesWhere(physical, (_, line) => line === labelLine);
  if (beside.cells.length === expected) return beside;
  if (to === from) return null;
  // In HTML every cell is written; elsewhere blanks at the end of a line say nothing.
  const isWritten = physical.layout === 'html' && slots.length === expected;
  return isWritten || (!hasGaps && to === expected) ? { cells: slots, lines, from: 0 } : null;
}

/** Whether the first values of a row are numbers, as many as are expected, and the others are marks for nothing. */
function isFollowedByMarks({ slots, from, to }: PhysicalRow, expected: number): boolean {
  for (let at = from; at < to; at++) {
    const { kind } = (slots[at] as GridCell).reading;
    if (at < from + expected ? kind !== 'number' : kind !== 'notApplicable' && kind !== 'blank') return false;
  }
  return true;
}

function valuesWhere(
  { slots, lines, from, to }: PhysicalRow,
  isMeant: (cell: GridCell, line: number) => boolean,
): RowValues {
  const places: number[] = [];
  for (let at = from; at < to; at++) if (isMeant(slots[at] as GridCell, lines[at] as number)) places.push(at);
  return {
    cells: places.map((at) => slots[at] as GridCell),
    lines: places.map((at) => lines[at] as number),
    from: 0,
  };
}

function commonLayout(alignments: readonly Alignment[]): Layout {
  const [first] = alignments;
  if (first && alignments.every(({ physical }) => physical.layout === first.physical.layout))
    return first.physical.layout;
  const counts = new Map<Layout, number>();
  for (const { physical } of alignments) counts.set(physical.layout, (counts.get(physical.layout) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
