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
  editions: 'all',
  fixes: 'none',
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
    if (row.found > expected) {
      return {
        range: placed(table, row.range),
        message: {
          zh: `${name}应有 ${expected} 个数，读出 ${row.found} 个，无法对应到栏；与本行有关的等式未核对。请删去多出的数`,
          en: `The row ${name} should hold ${expected} values, ${row.found} are read, so they fit no columns; its equations are not checked. Delete those too many`,
        },
      };
    }
    return {
      range: placed(table, row.range),
      message: {
        zh: `${name}应有 ${expected} 个数，只能读出 ${row.found} 个，无法对应到栏；与本行有关的等式未核对。请补全本行`,
        en: `The row ${name} should hold ${expected} values, ${row.found} can be read, so they fit no columns; its equations are not checked. Complete the row`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '一行里的数比栏数少（或多），不能确定各数属于哪一栏，本行的等式都不核对。',
      en: 'A row holds fewer (or more) numbers than there are columns, so it is not known which number belongs where; its equations are not checked.',
    },
    rationale: {
      zh: '受损不等于算错：先把本行补全，才谈得上核对。',
      en: 'Damage is not a wrong sum: the row must be whole before it can be checked.',
    },
    silence: {
      zh: '整行空白按未填报告（见 `cell-value`）；大部分行都不全的，整表报一次（见 `unreadable-table`）。',
      en: 'A row with no number at all counts as not filled in (see `cell-value`); where most rows are incomplete the table is reported once (see `unreadable-table`).',
    },
    examples: [
      {
        right: '|  | （七）总计 |  | 5 | 1 | 0 | 0 | 0 | 0 | 6 |',
        wrong: '|  | （七）总计 |  | 5 | 1 | 0 | 0 | 0 | 6 |',
      },
    ],
  },
});
