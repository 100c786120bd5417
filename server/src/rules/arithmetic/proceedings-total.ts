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
});
