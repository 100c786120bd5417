import type { PlacedTable } from '../../report/placed-tables';
import type { BoundRow } from '../../report/table';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface Misplaced {
  readonly table: PlacedTable;
  readonly row: BoundRow;
}

/** B10: the rows of a table follow each other as the form prints them. */
export const rowOrder = defineRule<Misplaced>({
  code: 'row-order',
  catalogueCode: 'B10',
  severity: 'warning',
  title: { zh: '表中行序不合格式', en: 'A table row is out of order' },
  detect(report) {
    return report.tables.flatMap((table) =>
      table.table.rows.filter((row) => row.placement === 'outOfOrder').map((row) => ({ table, row })),
    );
  },
  render({ table, row }) {
    const name = rowName(row.row);
    const before = table.table.form.rows[row.row.index - 1];
    const place = before ? `在“${rowName(before)}”之后` : '在表的最前';
    return {
      range: placed(table, row.labels.at(-1) ?? row.range),
      message: {
        zh: `行序不合法定格式：“${name}”应当${place}`,
        en: before
          ? `Out of order: “${name}” follows “${rowName(before)}”`
          : `Out of order: “${name}” comes first`,
      },
    };
  },
});
