import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { halfWidthDigits } from '../../text/number';
import { containsPosition, type Range, range } from '../../text/range';
import { passagesWith } from '../cues';
import { defineRule, type Severity } from '../rule';
import type { Stretch } from './sentences';
import { anyYear, type NamedYear, yearsIn } from './years';

interface WrongYear {
  readonly range: Range;
  readonly year: number;
  readonly expected: number;
  readonly kind: 'period' | 'report' | 'activity' | 'accounts' | 'title';
  readonly severity: Severity;
  readonly isSure: boolean;
}

interface PlacedYear {
  readonly named: NamedYear;
  readonly placed: PlacedPassage;
}

/** So many statements of one other year, and none of the title's, put the title in the wrong. */
const enoughAgainstTitle = 3;

/** A09: the whole text speaks of the one year that the report is about. */
export const yearMismatch = defineRule<WrongYear>({
  code: 'year-mismatch',
  catalogueCode: 'A09',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  judges: 'words',
  title: { zh: '年份与报告年度不一致', en: 'A year is not the one reported on' },
  detect(report) {
    const found: WrongYear[] = [];
    const { year } = report;
    if (year === null) return found;
    const all = placedYears(report);
    const ofReport = all.filter(({ named }) => named.year === year);
    const wrong = all.filter(({ named, placed }) => isWrong(named, placed, report, year));
    const title = yearInTitle(report);
    // Mostly the title names the year and no other is wrong; then it is of no interest what the right ones do.
    if (!title || wrong.length > 0) {
      const own = ofReport.filter(({ named }) => named.use !== null);
      const isStated = own.some(({ named }) => speaksOfReport(named));
      if (!title && (!isStated || wrong.length >= own.length)) return found;
      const other = wrong[0]?.named.year ?? year;
      if (title && !isStated && wrong.length >= enoughAgainstTitle && isAbout(wrong, other)) {
        found.push({ range: title, year, expected: other, kind: 'title', severity: 'error', isSure: false });
        return found;
      }
      for (const { named, placed } of wrong) {
        found.push({
          range: placedStretch(placed, named.from, named.to),
          year: named.year,
          expected: year,
          kind: named.use === 'period' || named.use === 'report' ? named.use : 'activity',
          severity: severityOf(named, placed),
          isSure:
            own.length > 0 &&
            (named.use === 'period' || named.use === 'report' || named.isCompleted || named.beginsParagraph),
        });
      }
    }
    for (const { named, placed } of ofReport) {
      if (!named.isOfAccounts) continue;
      const at = placedStretch(placed, named.from, named.to);
      found.push({
        range: at,
        year,
        expected: year - 1,
        kind: 'accounts',
        severity: 'information',
        isSure: false,
      });
    }
    return found;
  },
  render({ range, year, expected, kind, severity }) {
    const message = {
      period: {
        zh: `统计期限写作${year}年，报告年度是${expected}年`,
        en: `The statistics are said to be of ${year}, the report is of ${expected}`,
      },
      report: {
        zh: `本报告写作${year}年度报告，标题年度是${expected}年`,
        en: `The report calls itself that of ${year}, its title that of ${expected}`,
      },
      activity: {
        zh: `这里说的是${year}年，报告年度是${expected}年：请核对是否沿用了旧稿或写错年份`,
        en: `This speaks of ${year}, the report is of ${expected}: left over from another draft, or a slip?`,
      },
      accounts: {
        zh: `${year}年度决算要到下一年才公开，本年公开的应是${expected}年度决算，请核对`,
        en: `The final accounts of ${year} are published the year after; those published this year are of ${expected}`,
      },
      title: {
        zh: `标题年度是${year}年，正文说的都是${expected}年，请核对`,
        en: `The title names ${year}, the text speaks of ${expected} throughout`,
      },
    }[kind];
    return { range, severity, message };
  },
  fix({ range: at, expected, isSure }) {
    // A year broken over two lines would take the line end with it.
    if (at.start.line !== at.end.line) return [];
    return [
      {
        title: { zh: `改为${expected}`, en: `Change to ${expected}` },
        preferred: isSure,
        edits: [{ range: at, newText: String(expected) }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '报告的标题、统计期限和各部分说的应当是同一个年度。沿用上年旧稿时，常有一两处年份没有改过来；也查一月里顺手写成新一年的。修复时改为报告年度。',
      en: 'The title, the period of the statistics and all sections speak of one year. Where last year’s report was the draft for this one, a year or two is often left as it was; in January the new year slips in. The fix writes the year of the report.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条：年度报告报告的是上一年度的政府信息公开工作；第五十条规定其内容。',
      en: 'Articles 49 and 50 of the Regulations on Open Government Information: a report is about the work of one year.',
    },
    silence: {
      zh: '不查合理的其他年份：上年数据和比较（同比、较2022年、上年结转），下年打算，预算年度，文号、日期和《》内的名称，起止年（自2020年起），以及同一句或相邻一句里另有报告年度的。写“公开本年度决算”的只提示。',
      en: 'Other years that belong there are left alone: figures of the year before and comparisons, plans, budgets, numbers and dates of documents, names of documents, years since when; also where the same or the neighbouring sentence names the year of the report. Final accounts of the very year are pointed out as information only.',
    },
    examples: [
      {
        right: '所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
        wrong: '所列数据的统计期限自2023年1月1日起至2024年12月31日止。',
      },
      {
        right: '2024年，我局未收取政府信息公开信息处理费，',
        wrong: '2023年，我局未收取政府信息公开信息处理费，',
        alsoRight: ['2024年，我局未收取政府信息公开信息处理费。2025年，我局将继续做好这项工作，'],
      },
      {
        right: '（一）主动公开。2024年，我局通过县政府门户网站',
        wrong: '（一）主动公开。2023年，我局通过县政府门户网站',
        alsoRight: ['（一）主动公开。2023年，我局公开信息98条；2024年，我局通过县政府门户网站'],
      },
      {
        right: '按时公开了2023年度部门决算和2024年度部门预算',
        wrong: '按时公开了2024年度部门决算和2024年度部门预算',
        alsoRight: ['按时公开了2024年部门预决算和上年度决算'],
      },
    ],
  },
});

/** The years that the text names; the title does not speak for itself. */
function placedYears(report: Report): PlacedYear[] {
  const { titleRange } = report;
  const found: PlacedYear[] = [];
  for (const placed of passagesWith(report, anyYear)) {
    const mayBeTitle = titleRange !== null && holdsLine(placed, titleRange.start.line);
    for (const named of yearsIn(placed)) {
      if (mayBeTitle && containsPosition(titleRange, placedStretch(placed, named.from, named.to).start))
        continue;
      found.push({ named, placed });
    }
  }
  return found;
}

function holdsLine({ line, block }: PlacedPassage, wanted: number): boolean {
  return line <= wanted && wanted < line + block.lines.length;
}

function speaksOfReport({ use }: NamedYear): boolean {
  return use === 'period' || use === 'report' || use === 'activity';
}

function isWrong(named: NamedYear, placed: PlacedPassage, report: Report, year: number): boolean {
  if (named.year === year) return false;
  if (named.use === 'period' || named.use === 'report') return true;
  const isActivity = named.use === 'activity' || (named.use === 'opening' && isOfOwnOffice(named, report));
  if (!isActivity || named.isComparison || isBesideOwnYear(named, placed, year)) return false;
  if (named.year > year) return named.isCompleted && !named.isPlan;
  if (placed.section?.definition.id === 'issues')
    return named.isReview && !namesOwnYear(placed, named.sentence, year);
  return named.isCompleted || (named.year === year - 1 && !namesOwnYear(placed, named.sentence, year));
}

/** So many characters of the office's name in a row are its own, not its county's. */
const ownName = 4;

function isOfOwnOffice({ after }: NamedYear, { organization }: Report): boolean {
  for (let at = 0; at + ownName <= organization.length; at++)
    if (after.includes(organization.slice(at, at + ownName))) return true;
  return false;
}

/** Whether the paragraph around a sentence says elsewhere what was done in the year of the report. */
function namesOwnYear(placed: PlacedPassage, { from, to }: Stretch, year: number): boolean {
  const { text } = placed.passage;
  const start = text.lastIndexOf('\n', from) + 1;
  const end = text.indexOf('\n', to);
  return yearsIn(placed).some(
    (one) => one.year === year && one.use === 'activity' && one.from >= start && (end < 0 || one.from < end),
  );
}

/** Whether the sentence itself, or one beside it, is about the year of the report: then both years are meant. */
function isBesideOwnYear({ sentence }: NamedYear, placed: PlacedPassage, year: number): boolean {
  const { text } = placed.passage;
  return yearsIn(placed).some((one) => {
    if (one.year !== year || one.use === null || one.use === 'accounts') return false;
    if (one.from >= sentence.from && one.to <= sentence.to) return true;
    const isNeighbour = one.sentence.from === sentence.to + 1 || one.sentence.to + 1 === sentence.from;
    const mark = text[Math.max(one.sentence.from, sentence.from) - 1];
    return isNeighbour && one.use === 'activity' && mark !== '\n';
  });
}

function severityOf(named: NamedYear, { section }: PlacedPassage): Severity {
  if (named.use === 'period' || named.use === 'report' || named.isCompleted) return 'error';
  return named.beginsParagraph && section?.definition.id !== 'issues' ? 'error' : 'warning';
}

/** Whether all of them speak of one other year, and one of them by the period or the report's name. */
function isAbout(wrong: readonly PlacedYear[], year: number): boolean {
  return (
    wrong.every(({ named }) => named.year === year) && wrong.some(({ named }) => named.use !== 'activity')
  );
}

/** Where the title names its year in Arabic digits; null where it does not. */
function yearInTitle(report: Report): Range | null {
  const { titleRange, year, tree } = report;
  if (!titleRange || year === null) return null;
  for (let line = titleRange.start.line; line <= titleRange.end.line; line++) {
    const at = halfWidthDigits(tree.source.lines[line]?.text ?? '').indexOf(String(year));
    if (at >= 0) return range(line, at, line, at + String(year).length);
  }
  return null;
}
