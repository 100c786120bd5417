import { defineRule } from '../rule';
import { addition, exceedsPlainly, totalFix, type WrongSum, wrongSums } from './part-sums';
import { factPlace, stretchOf } from './wording';

/** D02: no part, and no sum of parts, is larger than the total. */
export const partExceedsTotal = defineRule<WrongSum>({
  code: 'part-exceeds-total',
  catalogueCode: 'D02',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'figures',
  title: { zh: '分项大于总数', en: 'The parts are more than the total' },
  detect: (report) => wrongSums(report, exceedsPlainly),
  render({ sum, reading }) {
    const { parts, total, totals } = sum;
    const larger = parts.find((part) => part.value > total);
    return {
      range: stretchOf(reading, [...totals, ...parts]),
      ...(sum.mayOverlap && !larger ? { severity: 'warning' as const } : {}),
      message: larger
        ? {
            zh: `分项 ${larger.value} 大于总数 ${total}。请核对总数和各项`,
            en: `The part ${larger.value} is more than the total ${total}. Check both`,
          }
        : {
            zh: `各项之和 ${addition(sum)}，大于总数 ${total}。请核对总数和各项`,
            en: `The parts ${addition(sum)} are more than the total ${total}. Check the total and the parts`,
          },
      related: [...totals, ...parts].map((fact) => factPlace(reading, fact)),
    };
  },
  fix: totalFix,
  documentation: {
    explanation: {
      zh: '“其中”所列的分项，单项和合计都不应大于总数。',
      en: 'The parts that 其中 introduces are no more than the total, each alone and all together.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；部分不能大于全部。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; a part is not larger than the whole.',
    },
    silence: {
      zh: '含约数的、单位不同的、另起一件事的（如网站的数之后说公众号的数）不算分项；按任何一种读法能相加得总数的，不报。',
      en: 'Round numbers, other units and numbers of another matter (those of WeChat behind the total of the website) are no parts; lists that add up in any way of reading them are left alone.',
    },
    examples: [
      {
        right: '120条，其中工作动态80条、政策文件25条、财政信息15条',
        wrong: '120条，其中工作动态80条、政策文件55条',
        alsoRight: [
          '120条，其中工作动态80条、政策文件25条',
          '120条，其中工作动态80条，微信公众号发布信息90条',
        ],
      },
    ],
  },
});
