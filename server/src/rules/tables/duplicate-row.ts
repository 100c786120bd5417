import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import type { BoundRow } from '../../report/table';
import { isBetweenVersions } from '../damage';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface Duplicate {
  readonly table: PlacedTable;
  readonly row: BoundRow;
}

/** A table pasted a hundred times is one mistake, not thousands. */
const mostReported = 30;

/** Whether a row is another version of the first, which a program marked as such. */
function isOtherVersion(report: Report, { table, line }: PlacedTable, row: BoundRow): boolean {
  const first = table.rowOf(row.row);
  return first !== undefined && isBetweenVersions(report, line + first.lastLine, line + row.firstLine);
}

/** B10: each row of the form stands in its table once. Only the first is read. */
export const duplicateRow = defineRule<Duplicate>({
  code: 'duplicate-row',
  catalogueCode: 'B10',
  severity: 'error',
  editions: 'all',
  fixes: 'none',
  title: { zh: '表中重行', en: 'A table row appears twice' },
  detect(report) {
    return report.tables.flatMap((table) =>
      table.table.duplicates
        .slice(0, mostReported)
        .filter((row) => !isOtherVersion(report, table, row))
        .map((row) => ({ table, row })),
    );
  },
  render({ table, row }) {
    const name = rowName(row.row);
    const first = table.table.rowOf(row.row);
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
  documentation: {
    explanation: {
      zh: '同一行在表中出现了两次。',
      en: 'The same row stands in the table twice.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '因分页而重复的表头不算。',
      en: 'A heading repeated at the top of a page does not count.',
    },
    examples: [
      {
        right: '|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
        wrong:
          '|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
      },
    ],
  },
});
