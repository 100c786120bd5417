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
  editions: 'all',
  fixes: 'none',
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
  documentation: {
    explanation: {
      zh: '表中各行应当按法定次序排列。',
      en: 'The rows of a table follow each other as the form prints them.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '行的次序不影响核对：各行按标签认定。',
      en: 'The order of rows does not touch the sums: each row is known by its label.',
    },
    examples: [
      {
        right:
          '| 行政许可 | 35 |  |  |\n| 第二十条第（六）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n| 行政处罚 | 4 |  |  |',
        wrong:
          '| 行政处罚 | 4 |  |  |\n| 第二十条第（六）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n| 行政许可 | 35 |  |  |',
      },
    ],
  },
});
