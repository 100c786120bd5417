import type { Addend, CellKey } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import { type Agreement, agreementsOf, isComparable } from './agreement';
import { type Cause, causesOf } from './causes';
import { reconcile } from './equations';
import type { Evidence, StatedNumber } from './evidence';

/** The causes of what fails in a table, weighed by what the report's running text states of its cells. */
export function causesIn(report: Report, { table }: PlacedTable): readonly Cause[] {
  return reconcile(table).failing.length > 0 ? causesOf(table, evidenceFor(report, table)) : [];
}

const evidenceKey = {};

/**
 * What running text states of the cells of a table. Kept with the table, and the same object as long as the same
 * numbers are stated: what is worked out from it is kept for it.
 */
function evidenceFor(report: Report, table: PlacedTable['table']): Evidence {
  const stated = new Map<CellKey, readonly StatedNumber[]>();
  const { cells, form } = table;
  const numberIn = (key: CellKey): number | null => cells.get(key)?.value ?? null;
  for (const one of agreementsOf(report)) {
    const key = statedCell(one, form.definition.id, report, numberIn);
    if (key === null) continue;
    const number: StatedNumber = { value: one.placed.fact.value, source: 'prose' };
    stated.set(key, [...(stated.get(key) ?? []), number]);
  }
  const kept = table.memo.get(evidenceKey, (): { evidence: Evidence } => ({
    evidence: { stated: new Map(), editedLast: null },
  }));
  if (!isSame(kept.evidence.stated, stated)) kept.evidence = { stated, editedLast: null };
  return kept.evidence;
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

function isSame(
  a: ReadonlyMap<CellKey, readonly StatedNumber[]>,
  b: ReadonlyMap<CellKey, readonly StatedNumber[]>,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, numbers] of a) {
    const others = b.get(key);
    if (others?.length !== numbers.length || numbers.some(({ value }, i) => value !== others[i]?.value))
      return false;
  }
  return true;
}
