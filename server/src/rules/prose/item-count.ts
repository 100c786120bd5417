import type { PlacedReading } from '../../prose/chains';
import type { PointCount } from '../../prose/fact';
import { placedInProse } from '../../report/prose';
import { defineRule } from '../rule';
import { quoted } from './wording';

interface WrongCount {
  readonly count: PointCount;
  readonly reading: PlacedReading;
}

/** D03: as many points follow as were announced. */
export const itemCount = defineRule<WrongCount>({
  code: 'item-count',
  catalogueCode: 'D03',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  judges: 'figures',
  title: { zh: '说的项数与列的项数不同', en: 'More or fewer points are listed than announced' },
  detect(report) {
    const found: WrongCount[] = [];
    for (const reading of report.prose)
      for (const count of reading.reading.pointCounts)
        if (count.state === 'wrong') found.push({ count, reading });
    return found;
  },
  render({ count: { stated, found, range }, reading }) {
    const points = placedInProse(reading.line, range);
    return {
      range: placedInProse(reading.line, stated.range),
      message: {
        zh: `${quoted(stated).zh}，而列出的是 ${found} 项。请核对`,
        en: `${quoted(stated).en}, but ${found} are listed. Check the number and the list`,
      },
      related: [{ range: points, message: { zh: `列出 ${found} 项`, en: `${found} are listed` } }],
    };
  },
  documentation: {
    explanation: {
      zh: '写“以下三点”“两个方面”而后面列“一是、二是……”的，或“甲、乙、丙等几大类”列举全部类名的，项数应当与列出的相同。',
      en: 'Where 以下三点 or 两个方面 is followed by 一是, 二是…, or 7 大类 by its names, as many are listed as announced.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确。',
      en: '国办公开办函〔2021〕30号 demands accurate contents.',
    },
    silence: {
      zh: '列举以“等”结尾的，序号本身跳号的，项数可以有几种数法的，不报。',
      en: 'Nothing is said of lists that end in 等, whose own numbers are broken, or that can be counted in more than one way.',
    },
    examples: [
      {
        right: '存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时。',
        wrong: '存在的主要问题有以下三点：一是政策解读形式较为单一；二是部分栏目更新不够及时。',
        alsoRight: ['存在的主要问题有以下两点：一是政策解读形式较为单一；二是部分栏目更新不够及时。'],
      },
    ],
  },
});
