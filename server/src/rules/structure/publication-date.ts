import { type PlacedPassage, placedStretch } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import { halfWidth, readChineseNumeral } from '../../text/number';
import type { Range } from '../../text/range';
import { defineRule } from '../rule';

interface Untimely {
  readonly range: Range;
  readonly text: string;
  /** The last day for publication, where it is past; null where the date is too early. */
  readonly deadline: string | null;
}

const digits = '[\\d〇○零一二三四五六七八九]';
const months = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** A date in words ends in 日: without it a digit of the day may be lost. */
const written = `(${digits}{4})\\s*[年./-]\\s*(${months})\\s*(?:月\\s*(?=[^\\n]*日)|[./-]\\s*)(${months})\\s*日?`;
const labelled = new RegExp(
  `(?:发布|公布|成文|生成|发文|印发|公开)(?:日期|时间)\\s*[:：]?\\s*(${written})`,
  'gu',
);
const alone = new RegExp(`(?:^|\\n)\\s*(${written})\\s*$`, 'gu');
const endOfDate = /[\d日]/u;
/** A date under the signature stands so near to the end. */
const lastPassages = 3;

/** A13: the report came out after the year it reports on was over, and before the deadline that the settings name. */
export const publicationDate = defineRule<Untimely>({
  code: 'publication-date',
  catalogueCode: 'A13',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  title: { zh: '日期不合统计期或期限', en: 'The report is dated before its year was over, or too late' },
  detect(report, circumstances) {
    const { year } = report;
    if (year === null) return [];
    const deadline = wholeDate(circumstances.deadline, year);
    const last = report.passages.slice(-lastPassages).filter((one) => one.section !== null);
    return [
      ...report.passages
        .filter((one) => one.section === null && isLabelled(one))
        .flatMap((one) => datesIn(one, labelled)),
      ...last.flatMap((one) => [
        ...(isLabelled(one) ? datesIn(one, labelled) : []),
        ...(endOfDate.test(one.passage.text.trimEnd().slice(-1)) ? datesIn(one, alone) : []),
      ]),
    ].flatMap((date) => {
      const isEarly = date.year < year || (date.year === year && (date.month < 12 || date.day < 31));
      const isLate = deadline !== null && iso(date) > deadline;
      if (!isEarly && !isLate) return [];
      const { passage, from, text } = date;
      const range = placedStretch(passage, from, from + text.length);
      return [{ range, text, deadline: isEarly ? null : deadline }];
    });
  },
  render({ range, text, deadline }, report) {
    if (deadline !== null) {
      return {
        range,
        message: {
          zh: `“${text}”晚于公布期限 ${deadline}：请核对日期`,
          en: `“${text}” is after the last day for publication, ${deadline}: check the date`,
        },
      };
    }
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
      zh: '只看正文前的“发布日期”之类和文末单独成行的日期；设置中写了 `deadline` 才核对是否晚于期限。',
      en: 'Only dates before the first section that are called so, and one on a line of its own at the end, are looked at; late ones are reported only where the settings name a `deadline`.',
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

/** A deadline of the settings as `YYYY-MM-DD`; one without a year is in the year after the report's. */
function wholeDate(deadline: string | null, year: number): string | null {
  return deadline === null || deadline.length > 5 ? deadline : `${year + 1}-${deadline}`;
}

function iso(date: { readonly year: number; readonly month: number; readonly day: number }): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
