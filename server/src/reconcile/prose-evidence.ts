import type { Addend, CellKey } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import { type Agreement, agreementsOf, isComparable } from './agreement';

/** A number that running text gives for one cell, in the cell's unit. */
interface StatedCell {
  readonly key: CellKey;
  readonly value: number;
}

/** What the running text of a report surely states of single cells of a table. */
export function statedInProse(report: Report, { cells, form }: PlacedTable['table']): StatedCell[] {
  const numberIn = (key: CellKey): number | null => cells.get(key)?.value ?? null;
  return agreementsOf(report).flatMap((one) => {
    const key = statedCell(one, form.definition.id, report, numberIn);
    return key === null ? [] : [{ key, value: one.placed.fact.value }];
  });
}

/** The one cell that a number surely states; null where it states a sum, or may count otherwise. */
function statedCell(
  { placed: { fact } }: Agreement,
  table: string,
  report: Report,
  numberIn: (key: CellKey) => number | null,
): CellKey | null {
  if ((fact.kind !== 'count' && fact.kind !== 'zero') || !isComparable(fact, report)) return null;
  const [meant, other] = fact.readings[0] ?? [];
  if (!meant || other || meant.table !== table) return null;
  // With nothing in the other cells the other ways of counting come to the same.
  const isNothing = (addend: Addend): boolean => addend.key === meant.key || numberIn(addend.key) === 0;
  const isOne = fact.readings.every(
    (reading) => reading.some(({ key }) => key === meant.key) && reading.every(isNothing),
  );
  return isOne ? meant.key : null;
}
