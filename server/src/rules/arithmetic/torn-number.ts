import type { CellKey } from '../../form/indexed-form';
import type { Cause } from '../../reconcile/causes';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import { isBetweenVersions } from '../damage';
import { placed } from '../names';
import { correctionsOf } from './repairs';

/**
 * Whether what fails may be no mistake but damage: a number whose last digits stand alone on the next line, or with which
 * the draft breaks off; or a table that holds two versions of a row, marked by a program that could not merge them.
 */
export function isOfTornNumber(
  { culprit, alternatives, leading }: Cause,
  table: PlacedTable,
  report: Report,
): boolean {
  const { start, end } = placed(table, table.table.range);
  if (isBetweenVersions(report, start.line, end.line)) return true;
  const [total] = leading.equation.right;
  if (total && goesOnWith(total, leading.left ?? 0, table, report)) return true;
  return correctionsOf(culprit ? [culprit] : alternatives.flat()).some(({ key, value }) =>
    goesOnWith(key, value, table, report),
  );
}

/** Whether a row's last number, with what stands alone on the next line, is the given one; or the draft ends with it. */
function goesOnWith(key: CellKey, value: number, table: PlacedTable, report: Report): boolean {
  const cell = table.table.cells.get(key);
  if (!cell || cell.row.keys.at(-1) !== key) return false;
  const { end } = placed(table, cell.range);
  const { lines } = report.tree.source;
  if (withoutSeparators(lines[end.line]?.text.slice(end.character)) !== '') return false;
  const next = lines[end.line + 1];
  return next === undefined || cell.text + withoutSeparators(next.text) === String(value);
}

function withoutSeparators(text = ''): string {
  return text.replace(/[\s|]/gu, '');
}
