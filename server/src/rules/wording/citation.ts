import type { Citation } from '../../form/form';
import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { differences } from '../../text/fold';
import type { Range } from '../../text/range';
import { passagesWith } from '../cues';
import { defineRule } from '../rule';
import {
  anyDocumentNumber,
  type DocumentNumber,
  documentNumber,
  documentNumbersIn,
} from './document-numbers';

interface WrongCitation {
  readonly range: Range;
  readonly kind: 'wrong' | 'outdated' | 'brackets';
  readonly written: string;
  readonly right: string;
  /** Null where the name beside the number is that of the outdated document: then both have to be changed. */
  readonly newText: string | null;
}

/** A11: the documents that the report rests on are cited by their right numbers. */
export const citation = defineRule<WrongCitation>({
  code: 'citation',
  catalogueCode: 'A11',
  severity: 'warning',
  editions: 'all',
  fixes: 'safe',
  judges: 'words',
  title: { zh: '引用的文号有误', en: 'A document is cited by a wrong number' },
  detect(report) {
    const found: WrongCitation[] = [];
    for (const placed of passagesWith(report, anyDocumentNumber))
      for (const number of documentNumbersIn(placed)) {
        const fault = isWhole(number, placed) ? faultOf(number, placed, report) : null;
        if (fault) found.push(fault);
      }
    return found;
  },
  render({ range, kind, written, right }) {
    const message = {
      wrong: {
        zh: `文号应为“${right}”，现为“${written}”`,
        en: `The document’s number is “${right}”, not “${written}”`,
      },
      outdated: {
        zh: `“${written}”已由“${right}”取代，本年度报告应当引用后者`,
        en: `“${written}” was replaced by “${right}”, which a report of this year cites`,
      },
      brackets: {
        zh: `发文年份应当用六角括号：${right}`,
        en: `The year of a document’s number stands in tortoise shell brackets: ${right}`,
      },
    }[kind];
    return { range, message, ...(kind === 'brackets' ? { severity: 'information' } : {}) };
  },
  fix({ range, newText }) {
    // A number broken over two lines would take the line end with it.
    if (newText === null || range.start.line !== range.end.line) return [];
    return [
      {
        title: { zh: `改为“${newText}”`, en: `Change to “${newText}”` },
        preferred: true,
        edits: [{ range, newText }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '年度报告引用的主要依据，文号应当写对：条例是国务院令第711号，现行格式是国办公开办函〔2021〕30号，信息处理费管理办法是国办函〔2020〕109号。常见的错误是“号”写成“条”、发文机关代字脱字（“国办发”“国办公开函”）、沿用已被取代的文号。发文年份没有用六角括号的，只提示。',
      en: 'What the report rests on is cited by its right number: the Regulations by 国务院令第711号, the present form by 国办公开办函〔2021〕30号, the rules on processing fees by 国办函〔2020〕109号. Often 条 stands for 号, a character of the issuing office is lost, or a number is still cited that has been replaced. Other brackets than 〔〕 around the year are pointed out as information.',
    },
    rationale: {
      zh: '国务院令第711号（2019年5月15日起施行）；国办公开办函〔2021〕30号（2021年度报告起适用）；国办函〔2020〕109号；六角括号见《党政机关公文格式》（GB/T 9704—2012）7.2.5。',
      en: 'State Council Decree No. 711 (in force since 15 May 2019); 国办公开办函〔2021〕30号 (for reports from 2021); 国办函〔2020〕109号; for the brackets GB/T 9704—2012, 7.2.5.',
    },
    silence: {
      zh: '不认识的文号一概不报；只有文件名称就在文号之前，或者代字、年份、序号中两项以上相符，才认定是哪份文件。同时引用新旧两个文号的，旧文号不报；2019年以前的报告引用旧文号不报。',
      en: 'Numbers of documents it does not know are left alone: it must have the name right before the number, or most of the number itself. An outdated number is left alone where the present one is cited as well, and in reports of its own time.',
    },
    examples: [
      { right: '（国办公开办函〔2021〕30号）', wrong: '（国办发〔2021〕30号）' },
      { right: '（国务院令第711号）', wrong: '（国务院令第711条）', alsoRight: ['（国令第711号）', ''] },
      {
        right: '（国办公开办函〔2021〕30号）',
        wrong: '（国办公开办函〔2019〕60号）',
        alsoRight: ['（国办公开办函〔2021〕30号，原国办公开办函〔2019〕60号同时废止）'],
      },
      { right: '（国办公开办函〔2021〕30号）', wrong: '（国办公开办函[2021]30号）' },
    ],
  },
});

const goesOn = /^\s*(?:\d|\n|$)/u;

/** Whether a number is all there: one without its 号 that stands at an end of the text, or before a digit, may go on. */
function isWhole({ unit, to, after }: DocumentNumber, { passage: { text } }: PlacedPassage): boolean {
  return unit !== '' || !(goesOn.test(after) || text[to - 1] === '\n');
}

function faultOf(number: DocumentNumber, placed: PlacedPassage, report: Report): WrongCitation | null {
  const { citations, years } = report.form.definition;
  const isInYears = report.year !== null && (years.from === null || report.year >= years.from);
  for (const one of citations) {
    const right = documentNumber(one.number);
    const isNamed = standsBehindName(number, one);
    const own = ownPrefix(number, right, isNamed);
    if (own === null) continue;
    const from = number.from + number.prefix.length - own.length;
    const written = placed.passage.text.slice(from, number.to);
    const range = placedStretch(placed, from, number.to);
    const isExact = own === right.prefix || right.year === null;
    if (isExact && number.year === right.year && number.number === right.number) {
      const isRight = number.unit === right.unit && number.brackets.length === right.brackets.length;
      if (isRight) return number.brackets === right.brackets ? null : wrongBrackets(number, placed);
      if (number.unit === '' && !isNamed) return null;
      return { range, kind: 'wrong', written, right: one.number, newText: rightText(own, right) };
    }
    const isOutdated = one.outdated.some((text) => {
      const old = documentNumber(text);
      return old.year === number.year && old.number === number.number && (isExact || own === old.prefix);
    });
    if (isOutdated) {
      if (!isInYears || isCited(right, report) || (right.year === null && !isNamed)) return null;
      const newText = isNamed ? rightText(own, right) : null;
      return { range, kind: 'outdated', written, right: one.number, newText };
    }
    const isAlike =
      Number(isExact) + Number(number.year === right.year) + Number(number.number === right.number) >= 2;
    const isSame = number.year === right.year && number.number === right.number;
    if (isNamed ? isAlike : isSame && !isExact)
      return { range, kind: 'wrong', written, right: one.number, newText: rightText(own, right) };
  }
  const isComplete = number.brackets.length === 2 && number.unit !== '';
  const endsAsIssuer = isComplete && issuerEnd.test(number.prefix);
  return endsAsIssuer && number.brackets !== '〔〕' ? wrongBrackets(number, placed) : null;
}

/** What the short form of an issuing office ends with. */
const issuerEnd = /[发函办字规通]$/u;
const nameEnd = /^[》〉”"]?(?:的?通知)?[》〉”"]?\s?[（(]\s?(?:中华人民共和国)?$/u;

/** Whether the document's name stands right before its number, in brackets behind it. */
function standsBehindName({ before }: DocumentNumber, { names }: Citation): boolean {
  return names.some((name) => {
    const at = before.lastIndexOf(name);
    return at >= 0 && nameEnd.test(before.slice(at + name.length));
  });
}

/** Characters that may be wrong in the issuer's short form where nothing else tells the document. */
const fewestCharacters = 5;
const mostWrong = 2;

/** The part of the prefix that is the issuer's, where it is the right one or a slip of it; null where it is another's. */
function ownPrefix(number: DocumentNumber, right: DocumentNumber, isNamed: boolean): string | null {
  if ((number.year === null) !== (right.year === null)) return null;
  if (right.year === null) return number.prefix;
  const { prefix } = number;
  if (prefix.endsWith(right.prefix)) return right.prefix;
  // Behind the name and a bracket all of it is the issuer's; other issuers forwarded the document by numbers of theirs.
  if (isNamed && prefix.startsWith(right.prefix[0] as string)) return prefix;
  if (right.prefix.length < fewestCharacters) return null;
  const issuer = issuerOfBasis(number, right);
  if (issuer !== null) return issuer;
  for (const length of [right.prefix.length, right.prefix.length - 1, right.prefix.length + 1]) {
    const part = prefix.slice(-length);
    if (part.length === length && differences(right.prefix, part) <= mostWrong) return part;
  }
  return null;
}

const ofReport = /^[^。；]{0,24}(?:编制|年度报告|年报)/u;

/**
 * What of a prefix names the issuer, where the report is said to be made after a document of that year and number:
 * the same office issues others under such a number, but no report is made after those.
 */
function issuerOfBasis(number: DocumentNumber, right: DocumentNumber): string | null {
  const isSame = number.year === right.year && number.number === right.number;
  if (!isSame || /[（(]\s?$/u.test(number.before) || !ofReport.test(number.after)) return null;
  const at = number.prefix.lastIndexOf(right.prefix.slice(0, officeLength));
  return at >= 0 && number.prefix.length - at <= right.prefix.length ? number.prefix.slice(at) : null;
}

/** The characters of a short form that name the office. */
const officeLength = 2;

function rightText(own: string, right: DocumentNumber): string {
  return right.year === null
    ? `${own}第${right.number}号`
    : `${right.prefix}〔${right.year}〕${right.number}号`;
}

function isCited({ prefix, year, number }: DocumentNumber, report: Report): boolean {
  return passagesWith(report, anyDocumentNumber).some((placed) =>
    documentNumbersIn(placed).some(
      (one) => one.year === year && one.number === number && one.prefix.endsWith(prefix),
    ),
  );
}

function wrongBrackets(number: DocumentNumber, placed: PlacedPassage): WrongCitation {
  const { from, to } = number.bracketed;
  const right = `〔${number.year}〕`;
  return {
    range: placedStretch(placed, from, to),
    kind: 'brackets',
    written: placed.passage.text.slice(from, to),
    right,
    newText: right,
  };
}
