import type { PlacedReading } from '../../prose/chains';
import type { Fact, ShareSum } from '../../prose/fact';
import { placedInProse } from '../../report/prose';
import type { Report } from '../../report/report';
import { defineRule, type Rendering } from '../rule';
import { percentText, ratioPlaces, type WrongRatio, wrongRatios } from './ratios';
import { factPlace, quoted, stretchOf } from './wording';

/** Shares of one whole that do not come to it, and the reading they stand in. */
interface WrongShares {
  readonly shareSum: ShareSum;
  readonly reading: PlacedReading;
}

/** E01: a share in percent is that of the numbers beside it. E02: the shares of a whole come to 100 %. */
export const percentage = defineRule<WrongRatio | WrongShares>({
  code: 'percentage',
  catalogueCode: 'E01',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'figures',
  title: { zh: '占比与件数不符', en: 'A share is not that of the numbers' },
  detect(report) {
    const wrong: readonly WrongRatio[] = [...wrongRatios(report, ['share'], ['wrong', 'cut'])];
    const told = new Set(wrong.map(({ ratio }) => ratio.percent));
    return [...wrong, ...wrongShares(report, told)];
  },
  render(state) {
    return 'ratio' in state ? renderedRatio(state) : renderedShares(state);
  },
  fix(state, report) {
    return 'ratio' in state ? ratioPlaces(state, report) : [];
  },
  documentation: {
    explanation: {
      zh: '“a 件，占 p%”的百分数应当等于 a 除以总数，四舍五入到所写的位数；分成几类、最后一类是“其他”“其余”的，各项占比相加应当是 100%。',
      en: 'The percentage in “a 件，占 p%” is a divided by the total, rounded to the decimals shown; where a whole is divided up to 其他 or 其余, the shares come to 100 %.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；占比可由同句的件数复算。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; the share can be worked out from the numbers beside it.',
    },
    silence: {
      zh: '“约”“近”等约数，找不到总数的，以同句任何一个总数能算出的，都不报；只是末位舍去而没有进位的，只作提示。各项占比只差在四舍五入的、没有“其他”“其余”收尾的、从其中任何一项起能加到 100% 的，不报。',
      en: 'Round numbers, shares without a total, and shares that fit any total of the sentence are left alone; a last place that was cut instead of rounded is only pointed out. Shares that differ from 100 % by no more than rounding, that do not end in 其他 or 其余, or that come to it from any one on are left alone too.',
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
      {
        right: '120条，其中工作动态80条、政策文件25条、财政信息15条',
        wrong: '120条，其中工作动态占66.7%、政策文件占20.8%、其他占22.5%',
        alsoRight: [
          '120条，其中工作动态占66.7%、政策文件占20.8%、其他占12.5%',
          '120条，其中工作动态占66.7%、政策文件占20.8%',
        ],
      },
    ],
  },
});

/** Those of which no single share was found to be wrong by its own numbers. */
function wrongShares({ prose }: Report, told: ReadonlySet<Fact>): WrongShares[] {
  return prose.flatMap((reading) =>
    reading.reading.shareSums
      .filter(({ state, shares }) => state === 'wrong' && !shares.some((share) => told.has(share)))
      .map((shareSum) => ({ shareSum, reading })),
  );
}

function renderedRatio({ ratio, reading }: WrongRatio): Rendering {
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
}

function renderedShares({ shareSum: { shares, sum }, reading }: WrongShares): Rendering {
  const added = shares.map(({ value }) => value).join('＋');
  return {
    range: stretchOf(reading, shares),
    message: {
      zh: `各项占比之和 ${added}＝${sum}%，不是 100%。请核对各项占比`,
      en: `The shares ${added} come to ${sum}%, not 100%. Check each of them`,
    },
    related: shares.map((share) => factPlace(reading, share)),
  };
}
