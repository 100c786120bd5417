import { placedInProse } from '../../report/prose';
import { defineRule } from '../rule';
import { percentText, ratioPlaces, type WrongRatio, wrongRatios } from './ratios';
import { factPlace, quoted } from './wording';

/** E01, E02: a share in percent is that of the numbers beside it. */
export const percentage = defineRule<WrongRatio>({
  code: 'percentage',
  catalogueCode: 'E01',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '占比与件数不符', en: 'A share is not that of the numbers' },
  detect: (report) => wrongRatios(report, ['share'], ['wrong', 'cut']),
  render({ ratio, reading }) {
    const { percent, numerator, denominator, expected, state } = ratio;
    const a = numerator?.value ?? 0;
    const right = percentText(ratio);
    const share = expected === null ? '' : `${a}÷${Math.round((100 * a) / expected)}`;
    return {
      range: placedInProse(reading.line, percent.range),
      ...(state === 'cut' ? { severity: 'information' as const } : {}),
      message: {
        zh: `${quoted(percent).zh}：${share}＝${right}%，不是 ${percent.value}%${state === 'cut' ? '（末位没有四舍五入）' : ''}`,
        en: `${quoted(percent).en}: ${share} is ${right}%, not ${percent.value}%${state === 'cut' ? ' (the last place was cut, not rounded)' : ''}`,
      },
      related: [numerator, denominator].flatMap((fact) => (fact ? [factPlace(reading, fact)] : [])),
    };
  },
  fix: ratioPlaces,
  documentation: {
    explanation: {
      zh: '“a 件，占 p%”的百分数应当等于 a 除以总数，四舍五入到所写的位数。',
      en: 'The percentage in “a 件，占 p%” is a divided by the total, rounded to the decimals shown.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；占比可由同句的件数复算。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; the share can be worked out from the numbers beside it.',
    },
    silence: {
      zh: '“约”“近”等约数，找不到总数的，以同句任何一个总数能算出的，都不报；只是末位舍去而没有进位的，只作提示。',
      en: 'Round numbers, shares without a total, and shares that fit any total of the sentence are left alone; a last place that was cut instead of rounded is only pointed out.',
    },
    examples: [
      {
        right: '120条，其中工作动态80条、政策文件25条、财政信息15条',
        wrong: '120条，其中工作动态80条，占60%；政策文件25条、财政信息15条',
        alsoRight: [
          '120条，其中工作动态80条，占66.7%；政策文件25条、财政信息15条',
          '120条，其中工作动态80条，约占60%；政策文件25条、财政信息15条',
        ],
      },
    ],
  },
});
