import type { FormTable } from '../form/indexed-form';
import { type Block, gridOf } from '../syntax/block';
import type { GridCell } from '../syntax/grid';
import type { BoundRow, RowValues } from './table';

/*
 * Drafts shift columns, and so a row is read by its own run of values, in the form's order. One order of their own some
 * drafts have: the totals stand before what they are the totals of.
 */

/**
 * Whether the totals come first in a table: its head has them first, and more of its rows add up so than do in the
 * form's order. The head alone is no proof, for pasting breaks it first of all.
 */
export function hasTotalsFirst(
  rows: readonly BoundRow[],
  blocks: readonly Block[],
  form: FormTable,
): boolean {
  if (!endsInTotals(form)) return false;
  let inOrder = 0;
  let totalFirst = 0;
  for (const { values } of rows) {
    const numbers = values && numbersOf(values, form.width);
    if (!numbers) continue;
    let sum = 0;
    for (const number of numbers) sum += number;
    const isInOrder = sum === 2 * (numbers[form.width - 1] as number);
    const isTotalFirst = sum === 2 * (numbers[0] as number);
    if (isInOrder && !isTotalFirst) inOrder++;
    else if (isTotalFirst && !isInOrder) totalFirst++;
  }
  return totalFirst > inOrder && headHasTotalFirst(blocks, form);
}

/** The values of a row whose total comes first, in the form's order. */
export function withTotalLast({ cells, lines, from }: RowValues, count: number): RowValues {
  return { cells: firstMoved(cells, from, count), lines: firstMoved(lines, from, count), from: 0 };
}

function firstMoved<T>(list: readonly T[], from: number, count: number): readonly T[] {
  return [...list.slice(from + 1, from + count), list[from] as T];
}

/** Whether the form's last column is the sum of all others. */
function endsInTotals({ definition, columns }: FormTable): boolean {
  const total = columns.at(-1)?.definition.id;
  return definition.equations.some(
    ({ over, left, right }) =>
      over === 'rows' && right.length === 1 && right[0] === total && left.length === columns.length - 1,
  );
}

/** Whole numbers, which add up exactly; null where a cell holds none. */
function numbersOf({ cells, from }: RowValues, count: number): readonly number[] | null {
  const numbers: number[] = [];
  for (let at = from; at < from + count; at++) {
    const { reading } = cells[at] as GridCell;
    if (reading.kind !== 'number' || reading.decimals > 0) return null;
    numbers.push(reading.value);
  }
  return numbers;
}

/** Whether the first line of a table that names the form's first column names the last one before it. */
function headHasTotalFirst(blocks: readonly Block[], { columns, labels }: FormTable): boolean {
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) return false;
  for (const block of blocks) {
    for (const { cells } of gridOf(block).rows) {
      const named = cells.map(({ text }) => labels.find(text).columns);
      const at = named.findIndex((one) => one?.includes(first));
      if (at >= 0) return named.slice(0, at).some((one) => one?.includes(last));
    }
  }
  return false;
}
