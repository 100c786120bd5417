import type { PlacedTable } from '../../report/placed-tables';
import { type BoundRow, isMostlyUnread } from '../../report/table';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface Incomplete {
  readonly table: PlacedTable;
  readonly row: BoundRow;
}

/** B11: a row holds one value for each column. Where it does not, none of its equations is checked. */
export const incompleteRow = defineRule<Incomplete>({
  code: 'incomplete-row',
  catalogueCode: 'B11',
  severity: 'warning',
  title: { zh: '行内数据不全', en: 'A row does not hold one value for each column' },
  detect(report) {
    return report.tables.flatMap((table) =>
      isMostlyUnread(table.table)
        ? []
        : table.table.rows.filter((row) => row.state === 'incomplete').map((row) => ({ table, row })),
    );
  },
  render({ table, row }) {
    const expected = row.row.columns.length;
    const name = row.row.definition.label === '' ? '本行' : `“${rowName(row.row)}”`;
    return {
      range: placed(table, row.range),
      message: {
        zh: `${name}应有 ${expected} 个数，只能读出 ${row.found} 个，无法对应到栏；与本行有关的等式未核对。请补全本行`,
        en: `The row ${name} should hold ${expected} values, ${row.found} can be read, so they fit no columns; its equations are not checked. Complete the row`,
      },
    };
  },
});
