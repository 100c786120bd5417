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
  documentation: {
    explanation: {
      zh: '表三每一栏：（一）至（六）各办理结果之和应当等于“（七）总计”。',
      en: 'In every column of the table of requests the results （一） to （六） add up to （七）总计.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第三部分表格。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号), the table of section 三.',
    },
    silence: {
      zh: '栏中有读不全、未填或不是数的格时不核对。改法不止一种时，不自动修复。',
      en: 'Columns with rows that cannot be read whole, or with blank cells, are not checked. Where more than one correction is possible none is applied by itself.',
    },
    examples: [
      {
        right: '|  | （七）总计 |  | 5 | 1 | 0 | 0 | 0 | 0 | 6 |',
        wrong: '|  | （七）总计 |  | 15 | 1 | 0 | 0 | 0 | 0 | 6 |',
      },
    ],
  },
});
