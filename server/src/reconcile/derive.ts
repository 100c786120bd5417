import type { CellKey } from '../form/indexed-form';
import type { BoundTable } from '../report/table';
import { sumOf } from './equations';

/**
 * The value of each cell without one that the equations leave no choice about: every equation of it in which
 * nothing else is unknown gives the same legal value. In the column's unit.
 */
export function determinedCells(table: BoundTable): ReadonlyMap<CellKey, number> {
  const determined = new Map<CellKey, number>();
  const numberIn = (key: CellKey): number | null | undefined => table.cells.get(key)?.value;
  for (const [key, cell] of table.cells) {
    if (cell.value !== null) continue;
    const values = new Set<number>();
    for (const { left, right } of table.form.equationsOf.get(key) ?? []) {
      const isLeft = left.includes(key);
      const own = sumOf(
        (isLeft ? left : right).filter((other) => other !== key),
        numberIn,
      );
      const opposite = sumOf(isLeft ? right : left, numberIn);
      if (own !== null && opposite !== null) values.add(opposite - own);
    }
    const [value] = values;
    if (values.size === 1 && value !== undefined && value >= 0) determined.set(key, value);
  }
  return determined;
}

/**
 * What every total of a table comes to if all its inputs are right, for the totals that say something else.
 * Totals are worked out from inputs alone: a total of totals from those already worked out.
 */
export function recalculatedTotals(table: BoundTable): ReadonlyMap<CellKey, number> {
  const derived = table.form.equations.filter((equation) => equation.family.derived);
  const totals = new Set(derived.map((equation) => equation.right[0] as CellKey));
  const worked = new Map<CellKey, number>();
  const numberIn = (key: CellKey): number | null | undefined =>
    totals.has(key) ? worked.get(key) : table.cells.get(key)?.value;
  // Totals of inputs come out in the first round, totals of totals in the next.
  for (let before = -1; before < worked.size; ) {
    before = worked.size;
    for (const equation of derived) {
      const key = equation.right[0] as CellKey;
      const sum = worked.has(key) ? null : sumOf(equation.left, numberIn);
      if (sum !== null) worked.set(key, sum);
    }
  }
  const changed = new Map<CellKey, number>();
  for (const [key, value] of worked) {
    const cell = table.cells.get(key);
    if (cell && cell.value !== value && value >= 0) changed.set(key, value);
  }
  return changed;
}
