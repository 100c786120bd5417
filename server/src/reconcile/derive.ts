import type { CellKey } from '../form/indexed-form';
import type { BoundTable } from '../report/table';

/** The sum of cells in hundredths; not a number where one of them has none. */
function sumAt(places: readonly number[], hundredthsAt: (place: number) => number): number {
  return places.reduce((sum, place) => sum + hundredthsAt(place), 0);
}

/**
 * The value of each cell without one that the equations leave no choice about: every equation of it in which
 * nothing else is unknown gives the same legal value. In the column's unit.
 */
export function determinedCells(table: BoundTable): ReadonlyMap<CellKey, number> {
  const determined = new Map<CellKey, number>();
  for (const [key, cell] of table.cells) {
    if (cell.value !== null) continue;
    const own = cell.row.firstPlace + cell.row.keys.indexOf(key);
    const otherAt = (place: number): number => (place === own ? 0 : (table.hundredths[place] as number));
    const values = new Set<number>();
    for (const { leftPlaces, rightPlaces } of table.form.equationsOf.get(key) ?? []) {
      const missing = sumAt(rightPlaces, otherAt) - sumAt(leftPlaces, otherAt);
      if (Number.isSafeInteger(missing)) values.add(leftPlaces.includes(own) ? missing : -missing);
    }
    const [value] = values;
    if (values.size === 1 && value !== undefined && value >= 0) determined.set(key, value / 100);
  }
  return determined;
}

/**
 * What every total of a table comes to if all its inputs are right, for the totals that say something else.
 * Totals are worked out from inputs alone: a total of totals from those already worked out.
 */
export function recalculatedTotals(table: BoundTable): ReadonlyMap<CellKey, number> {
  const derived = table.form.equations.filter((equation) => equation.family.derived);
  const totals = new Set(derived.map((equation) => equation.rightPlaces[0] as number));
  const worked = new Map<number, number>();
  const hundredthsAt = (place: number): number =>
    totals.has(place) ? (worked.get(place) ?? Number.NaN) : (table.hundredths[place] as number);
  // Totals of inputs come out in the first round, totals of totals in the next.
  for (let before = -1; before < worked.size; ) {
    before = worked.size;
    for (const { leftPlaces, rightPlaces } of derived) {
      const place = rightPlaces[0] as number;
      const sum = worked.has(place) ? Number.NaN : sumAt(leftPlaces, hundredthsAt);
      if (Number.isSafeInteger(sum)) worked.set(place, sum);
    }
  }
  const changed = new Map<CellKey, number>();
  for (const { right, rightPlaces } of derived) {
    const [key, place] = [right[0] as CellKey, rightPlaces[0] as number];
    const sum = worked.get(place);
    if (sum === undefined || sum < 0 || sum === table.hundredths[place]) continue;
    if (table.cells.get(key)) changed.set(key, sum / 100);
  }
  return changed;
}
