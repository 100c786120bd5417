import { columnName } from '../names';
import { equationColumn, equationRule } from './equation-rule';

/** B02: in every column the results （一） to （六） add up to （七）总计. */
export const resultTotal = equationRule({
  code: 'result-total',
  catalogueCode: 'B02',
  title: { zh: '办理结果总计不等于各行之和', en: 'Total of results does not equal the sum of its rows' },
  leftName: { zh: '各办理结果之和', en: 'sum of the results' },
  compare(left, right, equation, table) {
    const column = equationColumn(equation, table);
    const name = column ? columnName(column, table.table.form) : '';
    return {
      zh: `“${name}”栏：各办理结果之和 ${left} ≠ （七）总计 ${right}`,
      en: `The results in “${name}” add up to ${left}, not to （七）总计 ${right}`,
    };
  },
});
