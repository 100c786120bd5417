import { defineRule } from '../rule';
import { addition, exceedsPlainly, totalFix, type WrongSum, wrongSums } from './part-sums';
import { factPlace, stretchOf } from './wording';

/** D01: the parts of a list that names them all add up to its total. */
export const enumerationSum = defineRule<WrongSum>({
  code: 'enumeration-sum',
  catalogueCode: 'D01',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'figures',
  title: { zh: '分项之和不等于总数', en: 'The parts of a list do not add up to its total' },
  detect: (report) => wrongSums(report, (sum) => !exceedsPlainly(sum)),
  render({ sum, reading }) {
    const { total, isClosed, state, parts } = sum;
    const difference = Math.abs(Math.round((sum.sum - total) * 1e6) / 1e6);
    return {
      range: stretchOf(reading, [...sum.totals, ...parts]),
      severity: isClosed || state === 'exceeds' ? 'error' : 'warning',
      message: {
        zh: `分项之和 ${addition(sum)} ≠ 总数 ${total}，${state === 'exceeds' ? '多' : '少'} ${difference}。请核对总数和各项`,
        en: `The parts ${addition(sum)} do not add up to ${total}: ${difference} too ${state === 'exceeds' ? 'many' : 'few'}. Check the total and the parts`,
      },
      related: [...sum.totals, ...parts].map((fact) => factPlace(reading, fact)),
    };
  },
  fix: totalFix,
  documentation: {
    explanation: {
      zh: '正文“共 N 条，其中 a 条、b 条……”列举了全部分项的（有“其他”“其余”，或用“分别为”“包括：”，或只差一点点），各项之和应当等于总数。',
      en: 'Where the text divides a total into all its parts (with 其他 or 其余, by 分别为 or 包括：, or but for a sliver) the parts add up to the total.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；列举与总数不符是评估通报中的常见错误。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; such lists are a common fault in assessments.',
    },
    silence: {
      zh: '以“等”结尾的、含约数的、单位不同的、可能不属于同一列举的，以及只举了主要分项的列举，不核对。按任何一种读法能相加得总数的，不报。',
      en: 'Lists that end in 等, with round numbers or other units, that may have ended before, or that name only the main parts are not checked; nor are those that add up in any way of reading them.',
    },
    examples: [
      {
        right: '120条，其中工作动态80条、政策文件25条、财政信息15条',
        wrong: '120条，其中工作动态80条、政策文件25条、其他信息13条',
        alsoRight: [
          '120条，其中工作动态80条、政策文件25条等',
          '120余条，其中工作动态80条、政策文件25条、其他信息13条',
        ],
      },
    ],
  },
});
