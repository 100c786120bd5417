import { type PlacedPassage, placedStretch } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import { halfWidth, readChineseNumeral } from '../../text/number';
import type { Range } from '../../text/range';
import { defineRule } from '../rule';

interface Early {
  readonly range: Range;
  readonly text: string;
}

const digits = '[\\d〇○零一二三四五六七八九]';
const months = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const written = `(${digits}{4})\\s*[年./-]\\s*(${months})\\s*[月./-]\\s*(${months})\\s*日?`;
const labelled = new RegExp(
  `(?:发布|公布|成文|生成|发文|印发|公开)(?:日期|时间)\\s*[:：]?\\s*(${written})`,
  'gu',
);
const alone = new RegExp(`(?:^|\\n)\\s*(${written})\\s*$`, 'gu');
const endsInDate = /[\d日]\s*$/u;
/** A date under the signature stands so near to the end. */
const lastPassages = 3;

/** A13: the report came out after the year it reports on was over. */
export const publicationDate = defineRule<Early>({
  code: 'publication-date',
  catalogueCode: 'A13',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  title: { zh: '日期早于统计期末', en: 'The report is dated before its year was over' },
  detect(report) {
    const { year } = report;
    if (year === null) return [];
    const last = report.passages.slice(-lastPassages).filter((one) => one.section !== null);
    return [
      ...report.passages
        .filter((one) => one.section === null && isLabelled(one))
        .flatMap((one) => datesIn(one, labelled)),
      ...last.flatMap((one) => [
        ...(isLabelled(one) ? datesIn(one, labelled) : []),
        ...(endsInDate.test(one.passage.text) ? datesIn(one, alone) : []),
      ]),
    ]
      .filter((date) => date.year < year || (date.year === year && (date.month < 12 || date.day < 31)))
      .map(({ passage, from, text }) => ({
        range: placedStretch(passage, from, from + text.length),
        text,
      }));
  },
  render({ range, text }, report) {
    return {
      range,
      message: {
        zh: `“${text}”早于 ${report.year} 年年末：统计期到 12 月 31 日止，请核对日期`,
        en: `“${text}” is before the end of ${report.year}, the year reported on: check the date`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '年度报告的统计期到当年 12 月 31 日止，成文、发布日期不应早于这一天。常见的是年初落款时写成了上一年。',
      en: 'The report covers the year up to 31 December and cannot be dated before. In January the old year is easily written by mistake.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条：每年 1 月 31 日前（政府 3 月 31 日前）公布上一年度的报告。',
      en: 'Article 49 of the Regulations on Open Government Information: the report on the year before is published by 31 January (by a government, 31 March).',
    },
    silence: {
      zh: '只看正文前的“发布日期”之类和文末单独成行的日期；晚于期限的不报。',
      en: 'Only dates before the first section that are called so, and one on a line of its own at the end, are looked at; late ones are not reported.',
    },
    examples: [
      {
        right: '2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。',
        wrong: '2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。\n\n2024年1月18日',
        alsoRight: ['2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。\n\n2025年1月18日'],
      },
    ],
  },
});

interface DateFound {
  readonly passage: PlacedPassage;
  readonly from: number;
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLabelled({ passage: { text } }: PlacedPassage): boolean {
  return text.includes('日期') || text.includes('时间');
}

function datesIn(passage: PlacedPassage, pattern: RegExp): DateFound[] {
  const { text } = passage.passage;
  return [...matchesOf(text, pattern)].flatMap((match): DateFound[] => {
    const [whole, date = '', year = '', month = '', day = ''] = match;
    const [y, m, d] = [year, month, day].map(numberOf) as [number, number, number];
    const isDate = y >= 1990 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
    return isDate
      ? [
          {
            passage,
            from: match.index + whole.lastIndexOf(date),
            text: date.trim(),
            year: y,
            month: m,
            day: d,
          },
        ]
      : [];
  });
}

function numberOf(text: string): number {
  return /\d/u.test(text) ? Number(halfWidth(text)) : (readChineseNumeral(text.replaceAll('○', '〇')) ?? 0);
}
