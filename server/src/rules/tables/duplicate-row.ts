import type { PlacedTable } from '../../report/placed-tables';
import type { BoundRow } from '../../report/table';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface Duplicate {
  readonly table: PlacedTable;
  readonly row: BoundRow;
}

/** A table pasted a hundred times is one mistake, not thousands. */
const mostReported = 30;

/** B10: each row of the form stands in its table once. Only the first is read. */
export const duplicateRow = defineRule<Duplicate>({
  code: 'duplicate-row',
  catalogueCode: 'B10',
  severity: 'error',
  title: { zh: '表中重行', en: 'A table row appears twice' },
  detect(report) {
    return report.tables.flatMap((table) =>
      table.table.duplicates.slice(0, mostReported).map((row) => ({ table, row })),
    );
  },
  render({ table, row }) {
    const name = rowName(row.row);
    const first = table.table.rowById.get(row.row.definition.id);
    return {
      range: placed(table, row.labels.at(-1) ?? row.range),
      message: {
        zh: `“${name}”重复出现：每行只应有一处，核对时以首次出现的为准`,
        en: `“${name}” appears again: each row stands once; the first is the one that is checked`,
      },
      related: first
        ? [{ range: placed(table, first.range), message: { zh: '首次出现', en: 'first appearance' } }]
        : [],
    };
  },
});
