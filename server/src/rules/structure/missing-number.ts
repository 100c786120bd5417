import { type PlacedPassage, placedStretch } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import { type Range, range } from '../../text/range';
import { type Cue, cuesIn, neighbours, passagesWith } from '../cues';
import { defineRule } from '../rule';

type LapseKind = 'number' | 'percentage' | 'date' | 'year' | 'unit' | 'tenThousand';

/** What was lost, and where it is seen. Offsets are of the passage's text. */
interface Lapse {
  readonly kind: LapseKind;
  readonly from: number;
  readonly to: number;
}

interface PlacedLapse extends Lapse {
  readonly passage: PlacedPassage;
}

const gaps = ' \t\u00a0\u2002\u2003\u3000';
const gap = `[${gaps}]`;
/** What ends a clause: a number that stands before a noun is not counted here. */
const clauseEnd = '(?=[，。；、：）,;:)]|\\n|$)';

/** `共　条，`: a blank where the figure should be, before a measure word that ends its clause. */
const blankBeforeUnit = new RegExp(`${gap}+(?:件次|人次|万元|条|件|篇|份|起|宗|次|元)${clauseEnd}`, 'gu');
/** Words that a figure follows. */
const countedBefore =
  /(?:共|共计|累计|合计|总计|总数|共有|其中|信息|文件|申请|留言|稿件|公开|发布|推送|收到|受理|新收|办结|办理|答复|回复|制发|废止|现行有效|转发|印发|报送|更新|新增|发出|处理费|费用|金额|收取|举办|召开|开展|约|近)$/u;
/** `共公开政府信息条，`: no room is left for the figure at all. */
const noFigure = new RegExp(
  `(?:共计|累计|合计|总计|共)(?:主动公开|公开|发布|收到|受理|办结|答复)?(?:政府|各类)*(?:信息|文件|申请)?(?:条|篇|件|份|人次)${clauseEnd}`,
  'gu',
);
const noAmount = new RegExp(`(?:处理费|收费金额|总金额)(?:共计|共|为)?元${clauseEnd}`, 'gu');
const noPercentage = new RegExp(
  `(?:同比|环比)?(?:增长|下降|减少|增加|上升|降低|提高|提升|达到|达|占比|占|率为|率)${gap}*[%％](?=[，。；、,;])`,
  'gu',
);
const noDate = new RegExp(
  `年${gap}+月(?=${gap}*(?:日|\\d))${gap}*(?:\\d{1,2}${gap}*)?日?|年${gap}*\\d{1,2}${gap}*月${gap}+日`,
  'gu',
);
/** `20241月1日`: a year and a month that nothing parts. */
const noYearMark = /(?<!\d)20[12]\d(?:1[0-2]|[1-9])月(?=\s?\d{1,2}\s?日)/gu;
/** `发布信息175，`: a figure without its measure word, in a clause that counts. */
const noUnit = /(?:信息|消息|稿件|动态)\s?\d{1,6}(?=[，。；]|[,;](?!\d))/gu;
const counts = /(?:公开|发布|推送|报送|上报|上传|更新|转发|共|累计)(?:[^，。；：、,;:\n\d]{0,12})$/u;
const bareFigure = /[\u4e00-\u9fff]\s?\d{1,6}(?=[，。；、]|[,;](?!\d))/gu;
/** `26.4粉丝`: people and papers are counted in whole numbers. */
const fractionCounted =
  /(?<=[\u4e00-\u9fff])\s?\d{1,4}\.\d{1,2}\s?(?:粉丝|人次|人(?![均民])|条(?![例款])|件|篇|份|户)/gu;
const isAverage = /[均每比率版第条款][^，。；,;]*$/u;
/** So many characters before a figure say what it is. */
const lookBack = 16;

interface Sought {
  readonly kind: LapseKind;
  readonly pattern: RegExp;
  readonly cue: Cue;
  /** Whether something is lost where the pattern is found; where the pattern alone tells it is left out. */
  isLost?(text: string, from: number, to: number): boolean;
}

const before = (text: string, at: number): string => text.slice(Math.max(0, at - lookBack), at);
const ofDate = neighbours('年月0123456789', `${gaps}月`);
const sought: readonly Sought[] = [
  {
    kind: 'number',
    pattern: blankBeforeUnit,
    cue: neighbours(gaps, '件人万条篇份起宗次元'),
    isLost: (text, from) => countedBefore.test(before(text, from)),
  },
  { kind: 'date', pattern: noDate, cue: ofDate },
  { kind: 'year', pattern: noYearMark, cue: ofDate },
  { kind: 'number', pattern: noFigure, cue: neighbours('共计开布到理结复府类息件请人', '条篇件份次') },
  { kind: 'number', pattern: noAmount, cue: neighbours('费额计共为', '元') },
  { kind: 'percentage', pattern: noPercentage, cue: neighbours(`长降少加升低高到达比占为率${gaps}`, '%％') },
  {
    kind: 'unit',
    pattern: noUnit,
    cue: neighbours('0123456789', '，。；,;'),
    isLost: (text, from, to) => {
      const others = sentenceAt(text, from, to).match(bareFigure)?.length ?? 0;
      return others < 2 && counts.test(before(text, from));
    },
  },
  {
    kind: 'tenThousand',
    pattern: fractionCounted,
    cue: neighbours('.', '0123456789'),
    isLost: (text, from) => !isAverage.test(before(text, from)),
  },
];
const anyLapse = sought.reduce((all, { cue }) => all | cue, 0);

/** D04: no figure, and no unit of one, was lost. */
export const missingNumber = defineRule<PlacedLapse>({
  code: 'missing-number',
  catalogueCode: 'D04',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  judges: 'words',
  title: { zh: '漏写数字或单位', en: 'A figure or its unit was lost' },
  detect(report) {
    const found: PlacedLapse[] = [];
    for (const passage of passagesWith(report, anyLapse))
      for (const lapse of lapsesOf(passage)) found.push({ ...lapse, passage });
    return found;
  },
  render({ kind, passage, from, to }) {
    const text = passage.passage.text.slice(from, to).trim();
    const messages = {
      number: {
        zh: `“${text}”漏写了数字：请补上，没有发生的写 0`,
        en: `The figure is missing in “${text}”: write it, or 0`,
      },
      percentage: { zh: `“${text}”漏写了百分数：请补上`, en: `The percentage is missing in “${text}”` },
      date: { zh: `“${text}”没有填全日期：请补上`, en: `The date is not complete in “${text}”` },
      year: {
        zh: `“${text}”漏写了“年”：应为“${withYearMark(text)}”`,
        en: `“年” (year) is missing in “${text}”: write “${withYearMark(text)}”`,
      },
      unit: {
        zh: `“${text}”漏写了单位：请补上“条”“件”等量词`,
        en: `The unit is missing behind “${text}”`,
      },
      tenThousand: {
        zh: `“${text}”带小数：人数、件数应为整数，可能漏写了“万”`,
        en: `“${text}” is counted in whole numbers: was “万” (ten thousand) left out?`,
      },
    };
    return {
      severity: kind === 'tenThousand' ? 'warning' : 'error',
      range: placedStretch(passage, from, to),
      message: messages[kind],
    };
  },
  fix({ kind, passage, from, to }) {
    const newText = kind === 'unit' ? '条' : kind === 'tenThousand' ? '万' : kind === 'year' ? '年' : null;
    if (newText === null) return [];
    const text = passage.passage.text.slice(from, to);
    const figure = /[\d.]+/u.exec(text);
    const end = kind === 'year' ? from + digitsOfYear : figure ? from + figure.index + figure[0].length : to;
    const { end: at } = placedStretch(passage, from, end);
    return [
      {
        title: { zh: `补上“${newText}”`, en: `Insert “${newText}”` },
        preferred: kind === 'year',
        edits: [{ range: emptyRange(at), newText }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '正文里该有数字的地方空着（“共　条”“同比增长%”“　年　月　日”），年月之间漏了“年”（“20241月1日”），或者有数字没有单位（“发布信息175，”）、带小数的人数漏了“万”（“26.4粉丝”）。',
      en: 'A figure was left out of the text (“共　条”, “同比增长%”), or 年 was between a year and a month (“20241月1日”), or its unit (“发布信息175，”), or 万 behind a number of people with decimals (“26.4粉丝”).',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求数据准确、全面。',
      en: '国办公开办函〔2021〕30号 asks for figures that are exact and complete.',
    },
    silence: {
      zh: '平均数和比率可以带小数；一句话里几个数都不带单位的，当作行文习惯；用汉字写的数不算漏。表格里的空格见 `cell-value`。',
      en: 'Averages and rates may have decimals; a sentence whose figures all go without units is taken for a habit; numbers in words are numbers. Blank cells of tables are the matter of `cell-value`.',
    },
    examples: [
      { right: '主动公开政府信息120条，', wrong: '主动公开政府信息　条，' },
      { right: '主动公开政府信息120条，', wrong: '主动公开政府信息120，' },
      { right: '自2024年1月1日起', wrong: '自20241月1日起' },
    ],
  },
});

const digitsOfYear = 4;

function withYearMark(date: string): string {
  return `${date.slice(0, digitsOfYear)}年${date.slice(digitsOfYear)}`;
}

const key = {};

function lapsesOf(placed: PlacedPassage): readonly Lapse[] {
  return placed.block.memo.get(key, findLapses, placed.passage.text, cuesIn(placed));
}

function findLapses(text: string, cues: Cue): readonly Lapse[] {
  const found: Lapse[] = [];
  for (const { kind, pattern, cue, isLost } of sought) {
    if ((cues & cue) === 0) continue;
    for (const { index, 0: match } of matchesOf(text, pattern)) {
      const to = index + match.length;
      if (isLost && !isLost(text, index, to)) continue;
      const verb = kind === 'number' ? countedBefore : kind === 'unit' ? counts : null;
      const behindVerb = verb?.exec(before(text, index))?.[0].length ?? 0;
      found.push({ kind, from: index - behindVerb, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The sentence that a stretch stands in, with the mark that ends it. */
function sentenceAt(text: string, at: number, behind: number): string {
  const from = text.lastIndexOf('。', at) + 1;
  const to = text.indexOf('。', behind);
  return text.slice(from, to < 0 ? text.length : to + 1);
}

function emptyRange({ line, character }: Range['end']): Range {
  return range(line, character, line, character);
}
