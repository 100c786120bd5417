import type { Report } from '../../report/report';
import { titleIn } from '../../report/title';
import { blockAt } from '../../syntax/tree';
import { fold, similarityToEnd } from '../../text/fold';
import { halfWidthDigits } from '../../text/number';
import { type Range, range, type TextEdit } from '../../text/range';
import { defineRule, type Severity } from '../rule';

type FaultKind = 'scrambled' | 'notAnnual' | 'notGovernment' | 'noYear' | 'noBody';

interface Fault {
  readonly kind: FaultKind;
  readonly range: Range;
  readonly text: string;
  /** The words that are wrong and what they should be; null where that is not known or they stand between tags. */
  readonly repair: TextEdit | null;
}

const severityOf: Record<FaultKind, Severity> = {
  scrambled: 'error',
  notAnnual: 'error',
  notGovernment: 'warning',
  noYear: 'warning',
  noBody: 'information',
};

/** A title whose words are in a muddle is still so much like the right one. */
const likeTitle = 0.75;
const longestTitle = 60;
/** Lines so near to the title belong to it: the body above, the year below. */
const nearLines = 4;
const yearNamed = /(?:1\s?9|2\s?0)\s?\d\s?\d|[二〇○零一三四五六七八九]{4}\s*年/u;
const unreadYear = /(?:[\dOolI?？□■▢\ufffd]|\\Box)\s?年/u;

/** A08: the title names the body, the year, and the report by its full name. */
export const reportTitle = defineRule<Fault>({
  code: 'report-title',
  catalogueCode: 'A08',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '报告标题不合格式', en: 'The title of the report is not the prescribed one' },
  detect(report) {
    const fault = report.titleRange ? faultOf(report, report.titleRange) : scrambledTitle(report);
    return fault ? [fault] : [];
  },
  render({ kind, range: place, text }, report) {
    const { title } = report.form.definition;
    const messages = {
      scrambled: {
        zh: `标题中的“${text}”应为“${title}”`,
        en: `“${text}” in the title should be “${title}”`,
      },
      notAnnual: {
        zh: `标题写作“${text}”，漏了“年度”：应为“${title}”`,
        en: `The title says “${text}” without 年度: it should be “${title}”`,
      },
      notGovernment: {
        zh: `标题写作“${text}”：法定名称是“${title}”`,
        en: `The title says “${text}”: the statutory name is “${title}”`,
      },
      noYear: {
        zh: '标题没有写年份：应为“机关名称＋年份＋政府信息公开工作年度报告”',
        en: 'The title names no year: it should name the body, the year and the report',
      },
      noBody: {
        zh: '标题没有写机关名称：应为“机关名称＋年份＋政府信息公开工作年度报告”',
        en: 'The title names no body: it should name the body, the year and the report',
      },
    };
    return { severity: severityOf[kind], range: place, message: messages[kind] };
  },
  fix({ repair }) {
    if (!repair) return [];
    return [
      {
        title: { zh: `改为“${repair.newText}”`, en: `Change to “${repair.newText}”` },
        preferred: true,
        edits: [repair],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '标题由机关名称、年份和“政府信息公开工作年度报告”组成。漏了“年度”、写乱了字序的是错误，漏了“政府”、没有年份的是警告，没有机关名称的是提示。',
      en: 'The title is made of the body, the year and 政府信息公开工作年度报告. A lost 年度 or muddled words are errors, a lost 政府 or year a warning, a missing body is worth a look.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条、第五十条所称“政府信息公开工作年度报告”。',
      en: 'Articles 49 and 50 of the Regulations on Open Government Information, which name the report.',
    },
    silence: {
      zh: '年份写在机关名称前面、写成“年报”“2024年度”的不报；机关名称或年份另起一行的不报；全文没有标题行的不报。',
      en: 'The year may stand first; 年报 and 2024年度 will do; body and year may stand on lines of their own. A draft without any title line is left alone.',
    },
    examples: [
      {
        right: '# 云岭县水利局2024年政府信息公开工作年度报告',
        wrong: '# 云岭县水利局2024年政府信息公开工作报告',
        alsoRight: [
          '# 2024年云岭县水利局政府信息公开工作年度报告',
          '# 云岭县水利局政府信息公开工作2024年度报告',
          '# 云岭县水利局2024年政府信息公开年度报告',
        ],
      },
      {
        right: '# 云岭县水利局2024年政府信息公开工作年度报告',
        wrong: '# 云岭县水利局2024年政府信息公开工作告年度报',
      },
    ],
  },
});

function faultOf(report: Report, place: Range): Fault | null {
  const { tree, form } = report;
  const block = tree.blocks[blockAt(tree, place.start.line)];
  const title = block && titleIn(block, form);
  if (!title) return null;
  const { text } = title;
  const folded = fold(text);
  const wanted = form.definition.title;
  const tail = folded.slice(-wanted.length);
  if (tail !== wanted && sorted(tail) === sorted(wanted))
    return fault('scrambled', report, place, text, lastOf(text, wanted.length), wanted);
  if (!/年度|年报/u.test(folded)) {
    const match = /信息公开工作\s*报告\s*$/u.exec(text);
    const found = match?.[0].trim() ?? '';
    return fault('notAnnual', report, place, text, found, '信息公开工作年度报告');
  }
  if (!/政府(?:信息|政务|[和及与])/u.test(folded)) {
    const named = /(?:政务信息|政务|信息)公开.*$/u.exec(text)?.[0] ?? text;
    const repaired = /^信息公开工作年度报告$/u.test(named) ? `政府${named}` : null;
    return fault('notGovernment', report, place, text, named, repaired);
  }
  if (report.organization !== '' && namesYear(text)) return null;
  const near = nearText(report, place);
  if (!namesYear(text) && !namesYear(near)) return { kind: 'noYear', range: place, text, repair: null };
  if (report.organization === '' && near === '') return { kind: 'noBody', range: place, text, repair: null };
  return null;
}

/** A line before the first section that would be the title if its words were in order. */
function scrambledTitle(report: Report): Fault | null {
  const wanted = report.form.definition.title;
  for (const { passage, line, section } of report.passages) {
    if (section) return null;
    if (passage.text.length > longestTitle) continue;
    const folded = fold(passage.text);
    if (folded.includes(wanted) || /[。；：:]/u.test(passage.text)) continue;
    if (similarityToEnd(wanted, folded) < likeTitle) continue;
    const text = report.tree.source.lines[line]?.text ?? '';
    const start = text.indexOf(wanted.slice(0, 2));
    const end = text.trimEnd().length;
    const own = start < 0 ? text : text.slice(start, end);
    const from = Math.max(start, 0);
    const place = range(line, from, line, end);
    const isSure = start >= 0 && sorted(fold(own)) === sorted(wanted);
    return {
      kind: 'scrambled',
      range: place,
      text: own.trim(),
      repair: isSure ? { range: place, newText: wanted } : null,
    };
  }
  return null;
}

/** A fault of some words of the title, with their repair where they stand together on one line. */
function fault(
  kind: FaultKind,
  report: Report,
  place: Range,
  text: string,
  wrong: string,
  newText: string | null,
): Fault {
  const line = report.tree.source.lines[place.start.line]?.text ?? '';
  const at = place.start.line === place.end.line ? line.indexOf(wrong, place.start.character) : -1;
  const isPlain = at >= 0 && wrong !== '';
  const own = isPlain ? range(place.start.line, at, place.start.line, at + wrong.length) : place;
  return {
    kind,
    range: own,
    text: wrong || text,
    repair: isPlain && newText !== null ? { range: own, newText } : null,
  };
}

/** The last so many characters of a text, marks and spaces between them not counted. */
function lastOf(text: string, count: number): string {
  let start = text.length;
  while (start > 0 && fold(text.slice(start)).length < count) start--;
  return text.slice(start).trim();
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** Whether a year is named, be it one of which a digit was not read. */
function namesYear(text: string): boolean {
  return yearNamed.test(halfWidthDigits(text)) || unreadYear.test(text);
}

/** The short lines about the title: its body or its year may stand there. */
function nearText(report: Report, { start, end }: Range): string {
  const near = (line: number): string => {
    const text = report.tree.source.lines[line]?.text.replace(/<[^<>]*>/gu, '').trim() ?? '';
    return text.length <= longestTitle && !/[。；]/u.test(text) ? text : '';
  };
  const first = report.sections[0]?.headingRange.start.line ?? Number.POSITIVE_INFINITY;
  let text = '';
  for (let i = 1; i <= nearLines; i++) {
    if (start.line - i >= report.range.start.line) text += near(start.line - i);
    if (end.line + i < first) text += near(end.line + i);
  }
  return text;
}
