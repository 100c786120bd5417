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
  documentation: {
    explanation: {
      zh: '表三每一栏：本年新收加上年结转，应当等于办理结果总计加结转下年度继续办理。',
      en: 'In every column of the table of requests: received plus carried over equals total of results plus carried forward.',
    },
    rationale: {
      zh: '法定表格左上角印明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。',
      en: 'Printed in the corner of the statutory table itself.',
    },
    silence: {
      zh: '栏中有读不全、未填或不是数的格时不核对。改法不止一种时，不自动修复。',
      en: 'Columns with rows that cannot be read whole, or with blank cells, are not checked. Where more than one correction is possible none is applied by itself.',
    },
    examples: [
      {
        right: '| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
        wrong: '| 四、结转下年度继续办理 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |',
      },
    ],
  },
});
