import { placedInProse } from '../../report/prose';
import { defineRule } from '../rule';
import { percentText, ratioPlaces, type WrongRatio, wrongRatios } from './ratios';
import { factPlace, quoted } from './wording';

/** E03: a growth in percent is that of the two numbers beside it. */
export const growthRate = defineRule<WrongRatio>({
  code: 'growth-rate',
  catalogueCode: 'E03',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'figures',
  title: { zh: '增减幅度与件数不符', en: 'A growth rate is not that of the numbers' },
  detect: (report) => wrongRatios(report, ['growth'], ['wrong']),
  render({ ratio, reading }) {
    const { percent, numerator, denominator, expected } = ratio;
    const change = (expected ?? 0) < 0 ? { zh: '下降', en: 'down' } : { zh: '增长', en: 'up' };
    const right = percentText(ratio);
    return {
      range: placedInProse(reading.line, percent.range),
      message: {
        zh: `${quoted(percent).zh}：按所写的两个数，应为${change.zh} ${right}%，不是 ${percent.value}%`,
        en: `${quoted(percent).en}: by the two numbers stated it is ${change.en} ${right}%, not ${percent.value}%`,
      },
      related: [numerator, denominator].flatMap((fact) => (fact ? [factPlace(reading, fact)] : [])),
    };
  },
  fix: ratioPlaces,
  documentation: {
    explanation: {
      zh: '同句写出今年数和上年数（或增减件数）的，增减百分数应当与之相符，升降方向也应当一致。',
      en: 'Where a sentence states this year’s number and last year’s (or the difference), the percentage is that of the two, up or down as they are.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；增减幅度可由同句的两个数复算。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; the rate can be worked out from the two numbers beside it.',
    },
    silence: {
      zh: '只写百分数而没有写两个数的，含约数的，同句有几个数、说不准是哪一个增减的，末位只是舍去没有进位的，都不报。',
      en: 'Nothing is said of a percentage without both numbers, of round numbers, where several numbers of the sentence may be meant, or where the last place was only cut.',
    },
    examples: [
      {
        right: '2024年新收政府信息公开申请6件，上年结转1件，',
        wrong: '2024年新收政府信息公开申请6件，较上年的5件增长25%。上年结转1件，',
        alsoRight: [
          '2024年新收政府信息公开申请6件，较上年的5件增长20%。上年结转1件，',
          '2024年新收政府信息公开申请6件，较上年增长25%。上年结转1件，',
        ],
      },
    ],
  },
});
