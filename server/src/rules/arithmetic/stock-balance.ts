import { type CellKey, cellKey, type FormTable } from '../../form/indexed-form';
import type { PlacedTable } from '../../report/placed-tables';
import type { BoundCell } from '../../report/table';
import { columnName, placed, rowName } from '../names';
import { defineRule } from '../rule';

/** The three figures of one kind of document that cannot all be right. */
interface Overdrawn {
  readonly table: PlacedTable;
  readonly added: BoundCell;
  readonly removed: BoundCell;
  readonly remaining: BoundCell;
  /** What there must have been at the end of the year before; negative. */
  readonly before: number;
}

/** B08: what is in force, less what was issued, plus what was repealed, was there before and is not negative. */
export const stockBalance = defineRule<Overdrawn>({
  code: 'stock-balance',
  catalogueCode: 'B08',
  severity: 'error',
  editions: 'all',
  fixes: 'none',
  title: { zh: '制发、废止与现行有效件数矛盾', en: 'Issued, repealed and in force contradict each other' },
  detect(report) {
    return report.tables.flatMap((table) => {
      const { form } = table.table;
      return form.memo.get(stocksKey, stocksOf, form).flatMap((stock) => overdrawn(table, stock) ?? []);
    });
  },
  render({ table, added, removed, remaining, before }) {
    const name = (cell: BoundCell): string => columnName(cell.column, table.table.form);
    const [a, b, c] = [name(remaining), name(added), name(removed)];
    const sum = `${remaining.value} − ${added.value} + ${removed.value} = −${-before}`;
    return {
      range: placed(table, remaining.range),
      message: {
        zh: `“${rowName(remaining.row)}”三个数矛盾：${a} − ${b} + ${c}，即 ${sum}，而上年末的件数不能为负，请核对`,
        en: `The figures of “${rowName(remaining.row)}” contradict each other: ${a} − ${b} + ${c} is ${sum}, but what was in force the year before cannot be negative`,
      },
      suspects: [added, removed, remaining].map((cell) => placed(table, cell.range)),
      related: [added, removed].map((cell) => ({
        range: placed(table, cell.range),
        message: { zh: `${name(cell)} ${cell.value}`, en: `${name(cell)} ${cell.value}` },
      })),
    };
  },
  documentation: {
    explanation: {
      zh: '现行有效件数减去本年制发、加上本年废止，就是上年末的现行有效件数，不能是负数。出现负数，三个数中必有一个填错，多半是现行有效件数没有把本年制发的算进去。',
      en: 'What is in force, less what was issued in the year, plus what was repealed, was in force a year before and cannot be negative. If it is, one of the three is wrong: most often what was issued was not counted as in force.',
    },
    rationale: {
      zh: '现行有效件数是截至报告年度末的存量（国办公开办函〔2021〕30号第二部分表格）。',
      en: 'What is in force is counted at the end of the year reported on (table of section two, 国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '三个数有一个没有填、认不清的不检查；上年的报告不在眼前，是正数的不核对。',
      en: 'Nothing is said where one of the three is blank or unreadable, or where the result may be true.',
    },
    examples: [{ right: '| 行政规范性文件 | 2 | 1 | 9 |', wrong: '| 行政规范性文件 | 2 | 1 | 0 |' }],
  },
});

const stocksKey = {};

/** The cells of the three figures of one kind of document. */
interface Stock {
  readonly added: CellKey;
  readonly removed: CellKey;
  readonly remaining: CellKey;
}

function stocksOf({ definition }: FormTable): readonly Stock[] {
  return (definition.stocks ?? []).flatMap(({ rows, added, removed, remaining }) =>
    rows.map((row) => ({
      added: cellKey(row, added),
      removed: cellKey(row, removed),
      remaining: cellKey(row, remaining),
    })),
  );
}

function overdrawn(table: PlacedTable, stock: Stock): Overdrawn | null {
  const { cells } = table.table;
  const [added, removed, remaining] = [
    cells.get(stock.added),
    cells.get(stock.removed),
    cells.get(stock.remaining),
  ];
  if (!added || !removed || !remaining) return null;
  if (added.value === null || removed.value === null || remaining.value === null) return null;
  const before = remaining.value - added.value + removed.value;
  return before < 0 ? { table, added, removed, remaining, before } : null;
}
