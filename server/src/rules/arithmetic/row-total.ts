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
  documentation: {
    explanation: {
      zh: '表三每一行：自然人与法人或其他组织各栏之和应当等于“总计”。',
      en: 'In every row of the table of requests the six columns add up to 总计.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第三部分表格。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号), the table of section 三.',
    },
    silence: {
      zh: '行中有读不全、未填或不是数的格时不核对。改法不止一种时，不自动修复。',
      en: 'Rows that cannot be read whole, with blank cells or no numbers, are not checked. Where more than one correction is possible none is applied by itself.',
    },
    examples: [
      {
        right: '| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
        wrong: '| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 5 |',
      },
    ],
  },
});
