import { equationColumn, equationRule } from './equation-rule';

/** B04: in each group of the table of proceedings the four outcomes add up to 总计. */
export const proceedingsTotal = equationRule({
  code: 'proceedings-total',
  catalogueCode: 'B04',
  title: {
    zh: '复议、诉讼总计不等于各项之和',
    en: 'Total of proceedings does not equal the sum of its outcomes',
  },
  leftName: { zh: '四项结果之和', en: 'sum of the four outcomes' },
  compare(left, right, equation, table) {
    const group = equationColumn(equation, table)?.groups.at(-1)?.label ?? '';
    return {
      zh: `“${group}”：维持、纠正、其他、未审结之和 ${left} ≠ 总计 ${right}`,
      en: `The four outcomes of “${group}” add up to ${left}, not to the total ${right}`,
    };
  },
  documentation: {
    explanation: {
      zh: '表四每一组（行政复议、未经复议直接起诉、复议后起诉）：结果维持、结果纠正、其他结果、尚未审结之和应当等于“总计”。',
      en: 'In each group of the table of proceedings the four outcomes add up to 总计.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第四部分表格。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号), the table of section 四.',
    },
    silence: {
      zh: '组中有读不全、未填或不是数的格时不核对。',
      en: 'Groups with cells that cannot be read, or with blank cells, are not checked.',
    },
    examples: [
      {
        right: '| 2 | 0 | 0 | 1 | 3 |',
        wrong: '| 2 | 0 | 0 | 1 | 4 |',
      },
    ],
  },
});
