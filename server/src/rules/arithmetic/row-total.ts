import { rowName } from '../names';
import { equationRow, equationRule } from './equation-rule';

/** B01: in every row of the table of requests the six columns add up to 总计. */
export const rowTotal = equationRule({
  code: 'row-total',
  catalogueCode: 'B01',
  title: { zh: '行合计不等于各栏之和', en: 'Row total does not equal the sum of its columns' },
  leftName: { zh: '六栏之和', en: 'sum of the six columns' },
  compare(left, right, equation, table) {
    const row = equationRow(equation, table);
    const name = row ? rowName(row) : '';
    return {
      zh: `“${name}”：六栏之和 ${left} ≠ 总计 ${right}`,
      en: `“${name}”: the six columns add up to ${left}, not to the total ${right}`,
    };
  },
});
