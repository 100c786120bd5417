import { columnName } from '../names';
import { cellValue, equationColumn, equationRule } from './equation-rule';

/** B03, printed on the table itself: in every column 一 ＋ 二 ＝ （七）总计 ＋ 四. */
export const carryBalance = equationRule({
  code: 'carry-balance',
  catalogueCode: 'B03',
  title: {
    zh: '收件与办理、结转不平',
    en: 'Requests received do not balance with those settled and carried forward',
  },
  leftName: { zh: '收件之和', en: 'requests received' },
  compare(left, right, equation, table) {
    const column = equationColumn(equation, table);
    const name = column ? columnName(column, table.table.form) : '';
    const { left: leftRows, right: rightRows } = equation.equation.family;
    const sum = (rows: readonly string[]): string =>
      rows.map((row) => cellValue(table, row, column?.definition.id ?? '') ?? '?').join('＋');
    return {
      zh: `“${name}”栏：第一项＋第二项 ${sum(leftRows)}＝${left} ≠ 第三项总计＋第四项 ${sum(rightRows)}＝${right}`,
      en: `“${name}” does not balance: items 1 + 2 ${sum(leftRows)}＝${left}, but total of item 3 + item 4 ${sum(rightRows)}＝${right}`,
    };
  },
});
