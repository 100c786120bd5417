import type { CellKey } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import { comparePositions } from '../text/range';
import { type Cause, causesOf } from './causes';
import { reconcile } from './equations';
import { type Evidence, noEvidence, type StatedNumber } from './evidence';
import { carriedInto } from './last-year';
import { statedInProse } from './prose-evidence';

const causesKey = {};

/** The causes of what fails in a table of a report, weighed by all that is known of its cells. Kept with the report. */
export function causesIn(report: Report, placed: PlacedTable): readonly Cause[] {
  const { table } = placed;
  if (reconcile(table).failing.length === 0) return [];
  const kept = report.memo.get(causesKey, () => new Map<PlacedTable['table'], readonly Cause[]>());
  let causes = kept.get(table);
  if (!causes) {
    causes = causesOf(table, evidenceFor(report, placed));
    kept.set(table, causes);
  }
  return causes;
}

const evidenceKey = {};

/**
 * What running text, last year's report and the last edit tell of the cells of a table. Kept with the table, and the same
 * object as long as it says the same: what is worked out from it is kept for it.
 */
function evidenceFor(report: Report, placed: PlacedTable): Evidence {
  const { table } = placed;
  const stated = new Map<CellKey, StatedNumber[]>();
  const add = (key: CellKey, number: StatedNumber): void => {
    const others = stated.get(key);
    if (others) others.push(number);
    else stated.set(key, [number]);
  };
  for (const { key, value } of statedInProse(report, table)) add(key, { value, source: 'prose' });
  for (const [key, value] of carriedInto(report, table)) add(key, { value, source: 'lastYear' });
  const evidence: Evidence = { stated, editedLast: cellEditedLast(report, placed) };
  const kept = table.memo.get(evidenceKey, () => ({ evidence: noEvidence }));
  if (!isSame(kept.evidence, evidence)) kept.evidence = evidence;
  return kept.evidence;
}

/** The cell in which something was written last; null where it was written elsewhere, or in several cells. */
function cellEditedLast({ surroundings }: Report, { table, line }: PlacedTable): CellKey | null {
  const edited = surroundings.editedLast;
  if (!edited) return null;
  const start = { line: edited.start.line - line, character: edited.start.character };
  const end = { line: edited.end.line - line, character: edited.end.character };
  for (const row of table.rows) {
    if (start.line < row.firstLine || end.line > row.lastLine) continue;
    const cell = row.cells.find(
      ({ range }) => comparePositions(range.start, start) <= 0 && comparePositions(end, range.end) <= 0,
    );
    if (cell) return cell.key;
  }
  return null;
}

function isSame(a: Evidence, b: Evidence): boolean {
  if (a.editedLast !== b.editedLast || a.stated.size !== b.stated.size) return false;
  for (const [key, numbers] of a.stated) {
    const others = b.stated.get(key);
    if (others?.length !== numbers.length) return false;
    if (numbers.some(({ value, source }, i) => value !== others[i]?.value || source !== others[i]?.source))
      return false;
  }
  return true;
}
