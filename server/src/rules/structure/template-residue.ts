import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { matchesOf } from '../../text/matches';
import { type Range, range } from '../../text/range';
import { whiteSpace } from '../../text/space';
import { anyOf, beginningsOf, type Cue, cuesIn, neighbours, passagesWith } from '../cues';
import { defineRule } from '../rule';
import words from './template-residue.json';

type ResidueKind = 'instruction' | 'feeInstruction' | 'placeholder' | 'emptyBrackets' | 'ellipsis';

/** Text of a template that was left standing. Offsets are of the passage's text. */
interface Residue {
  readonly kind: ResidueKind;
  readonly from: number;
  readonly to: number;
}

interface PlacedResidue extends Residue {
  readonly passage: PlacedPassage;
}

const instruction = new RegExp(
  `(?:${words.instructions.join('|')})(?:[。，；]?(?:表格|具体)?如下)?[。：:]?`,
  'gu',
);
const bracketed = new RegExp(`[（(](?:${words.bracketed.join('|')})[）)]`, 'gu');
/** `（宋体加粗小四号字）`: how a template wants its headings printed. */
const typeface = new RegExp(
  `[（(][^（）()\\n]{0,12}(?:${words.typefaces.join('|')})[^（）()\\n]{0,12}[）)]`,
  'gu',
);
/** What the form says is to be reported, where the report should say it. A heading does not end in 。 */
const feeInstruction =
  /(?:^|[。\n])(?:依据|按照|根据)《[^《》\n]{2,40}》(?:[（(][^（）()\n]{0,30}[）)])?[^，。；\n]{0,8}收取信息处理费的?情况。/gu;
const unitBehind =
  '(?:年|月|日|条|件|篇|次|份|项|个|期|万元|元|%|％|局|县|市|区|镇|乡|街道|办公室|单位|部门|省|厅|委|中心|政府|网站|公众号|平台|信息|文件|类)';
/** `XX局`, `X年`, `共××条`, `20XX年`. Digits and letters about it make it a part number, a product of two, a Roman ten. */
const placeholder = new RegExp(
  `(?<![A-Za-zＡ-Ｚ\\d第×])(?:20)?(?:[XＸ×]{1,5}|[x✕]{2,5})${unitBehind}|(?<![〇○\\d一二三四五六七八九零])[○〇]{2,3}(?:局|县|市|区|镇|乡|单位|部门)`,
  'gu',
);
/** Underscores to be written over: `共____条`. */
const blankLine =
  /(?<=[\u4e00-\u9fff\d])[_＿]{2,}(?=\s?(?:年|月|日|条|件|篇|次|份|项|个|万元|元)(?![^_\n]{0,30}__))/gu;
/** Names are masked where a case is told of. */
const toldOfCase = /诉|申请人|原告|被告|当事人|案件|一案|某/u;
const emptyBrackets = /〔\s*〕|《\s*》|（(?:[ \u00a0]{2,}|\u3000+)）/gu;
const ellipsis = /(?:是|：|:|；)\s*…{1,2}(?=[。；]?(?:\n|$))|(?:^|\n)…{1,2}(?=[。；]?(?:\n|$))/gu;

interface Sought {
  readonly kind: ResidueKind;
  readonly pattern: RegExp;
  readonly cue: Cue;
}

const placeholderCue = anyOf('XＸ×x✕〇○…');
const blankCue = neighbours('_＿〔《（', `_＿〕》${whiteSpace}`);
const sought: readonly Sought[] = [
  { kind: 'instruction', pattern: instruction, cue: beginningsOf(words.instructions) },
  {
    kind: 'instruction',
    pattern: bracketed,
    cue: neighbours('（(', words.bracketed.map((word) => word[0]).join('')),
  },
  { kind: 'instruction', pattern: typeface, cue: beginningsOf(words.typefaces) },
  { kind: 'feeInstruction', pattern: feeInstruction, cue: neighbours('据照', '《') },
  { kind: 'placeholder', pattern: placeholder, cue: placeholderCue },
  { kind: 'placeholder', pattern: blankLine, cue: blankCue },
  { kind: 'emptyBrackets', pattern: emptyBrackets, cue: blankCue },
  { kind: 'ellipsis', pattern: ellipsis, cue: placeholderCue },
];
const anyResidue = sought.reduce((all, { cue }) => all | cue, 0);

/** A12: nothing of the template is left: instructions, placeholders, blanks to fill in. */
export const templateResidue = defineRule<PlacedResidue>({
  code: 'template-residue',
  catalogueCode: 'A12',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  judges: 'words',
  title: { zh: '模板文字未删改', en: 'Template text was left standing' },
  detect(report) {
    const found: PlacedResidue[] = [];
    for (const passage of passagesWith(report, anyResidue))
      for (const residue of residuesOf(passage))
        if (!isTornApart(residue, passage)) found.push({ ...residue, passage });
    return found;
  },
  render({ kind, passage, from, to }) {
    const text = passage.passage.text.slice(from, to).trim();
    const messages = {
      instruction: {
        zh: `“${text}”是模板里的提示：请改为实际内容或删去`,
        en: `“${text}” is an instruction of the template: replace or delete it`,
      },
      feeInstruction: {
        zh: `“${text}”是格式里的填写要求，不是报告内容：请删去，只写实际情况`,
        en: `“${text}” is what the form asks for, not an answer: delete it and state the facts`,
      },
      placeholder: {
        zh: `“${text}”是模板里的占位符：请填写实际内容`,
        en: `“${text}” is a placeholder of the template: write what belongs there`,
      },
      emptyBrackets: {
        zh: `“${text}”里没有内容：请补上或删去`,
        en: `There is nothing between “${text}”: fill it in or delete it`,
      },
      ellipsis: {
        zh: `“${text}”处没有写完：请补上或删去`,
        en: `The text breaks off at “${text}”: finish or delete it`,
      },
    };
    return {
      severity: kind === 'feeInstruction' ? 'warning' : 'error',
      range: placedStretch(passage, from, to),
      message: messages[kind],
    };
  },
  fix({ kind, passage, from, to }, report) {
    const { text } = passage.passage;
    const isAll = text.slice(to).trim() === '';
    if (kind !== 'instruction' && (kind !== 'feeInstruction' || isAll)) return [];
    if (/^[（(]/u.test(text.slice(from))) return [];
    return [
      {
        title: { zh: '删去这句提示', en: 'Delete this instruction' },
        preferred: true,
        edits: [{ range: deleted(passage, from, to, report), newText: '' }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '报告里留着模板的提示语（“该部分以表格形式报告”“（具体网址）”）、占位符（“XX局”“X年”“共××条”）、空的括号（“〔〕”），或者没写完的省略号。',
      en: 'The report still holds instructions of the template, placeholders (“XX局”, “X年”), brackets with nothing between them, or an ellipsis where the text was to go on.',
    },
    rationale: {
      zh: '年度报告应当内容准确、文字严谨；留有模板文字是各地通报的常见问题。',
      en: 'Reports are to be exact; template text left standing is among the faults that inspections list.',
    },
    silence: {
      zh: '讲案件时隐去的姓名和单位（“张某”“××公司诉××局”）不报；数学式、型号里的“X”不报；目录里的省略号不报。空着的数字见 `missing-number`。',
      en: 'Names masked in the account of a case are left alone, as are X in products and part numbers, and the dots of a table of contents. Blank figures are the matter of `missing-number`.',
    },
    examples: [
      {
        right: '2024年，我局通过县政府门户网站主动公开政府信息120条',
        wrong: '2024年，我局通过县政府门户网站（具体网址）主动公开政府信息120条',
      },
      { right: '2024年，我局未收取政府信息公开信息处理费', wrong: 'X年，我局未收取政府信息公开信息处理费' },
      {
        right: '## 四、政府信息公开行政复议、行政诉讼情况\n',
        wrong: '## 四、政府信息公开行政复议、行政诉讼情况\n\n该部分以表格形式报告。表格如下：\n',
      },
    ],
  },
});

/** Whether brackets with nothing between stand on two lines: what stood between may be lost. */
function isTornApart({ kind, from, to }: Residue, passage: PlacedPassage): boolean {
  const { start, end } = placedStretch(passage, from, to);
  return kind === 'emptyBrackets' && start.line !== end.line;
}

const leading = /^[。\n]/u;
const key = {};

function residuesOf(placed: PlacedPassage): readonly Residue[] {
  return placed.block.memo.get(key, findResidues, placed.passage.text, cuesIn(placed));
}

function findResidues(text: string, cues: Cue): readonly Residue[] {
  const found: Residue[] = [];
  for (const { kind, pattern, cue } of sought) {
    if ((cues & cue) === 0) continue;
    for (const { index, 0: match } of matchesOf(text, pattern)) {
      const from = index + (leading.exec(match)?.[0].length ?? 0);
      if (kind === 'placeholder' && toldOfCase.test(sentenceAt(text, index))) continue;
      const last = found.at(-1);
      // `20XX年X月X日` is one blank.
      if (last?.kind === kind && last.to === from)
        found[found.length - 1] = { ...last, to: index + match.length };
      else found.push({ kind, from, to: index + match.length });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** What a deletion takes: the words, or the whole line and one blank line with it where nothing else stands there. */
function deleted(passage: PlacedPassage, from: number, to: number, report: Report): Range {
  const { lines } = report.tree.source;
  const own = placedStretch(passage, from, to);
  const { line } = own.start;
  const isWholeLine = lines[line]?.text.trim() === passage.passage.text.slice(from, to).trim();
  if (!isWholeLine || own.end.line !== line || line + 1 >= lines.length) return own;
  const isBlank = (at: number): boolean => at < 0 || lines[at]?.text.trim() === '';
  const isApart = isBlank(line - 1) && isBlank(line + 1) && line + 2 < lines.length;
  return range(line, 0, line + (isApart ? 2 : 1), 0);
}

function sentenceAt(text: string, at: number): string {
  const from = text.lastIndexOf('。', at) + 1;
  const to = text.indexOf('。', at);
  return text.slice(from, to < 0 ? text.length : to);
}
