import { placedStretch } from '../../report/passages';
import type { Range } from '../../text/range';
import { defineRule } from '../rule';

interface HalfWidthMark {
  readonly range: Range;
  readonly written: string;
  readonly right: string;
}

const fullWidth = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
/** A half-width mark in Chinese text: one of its neighbours an ideograph or a Chinese mark, the other no letter of a word. */
const halfWidthMark =
  /(?<=[\u4e00-\u9fff》”）])[,;:?!()](?=[\u4e00-\u9fff《“（\d\s]|$)|(?<=\d)[,;](?=[\u4e00-\u9fff《“（])|(?<=[\d\s])\((?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff\d])\)(?=[\u4e00-\u9fff，。；、]|$)/gu;
const fullWidthDigits = /[０-９]+/gu;
const key = {};

/** H03: Chinese text has Chinese marks, and its digits are half width. */
export const punctuation = defineRule<HalfWidthMark>({
  code: 'punctuation',
  catalogueCode: 'H03',
  severity: 'information',
  editions: 'all',
  fixes: 'unsafe',
  isOffByDefault: true,
  title: { zh: '标点、数字的全角半角不规范', en: 'Marks or digits of the wrong width' },
  detect(report) {
    const found: HalfWidthMark[] = [];
    for (const placed of report.passages)
      for (const { from, written, right } of placed.block.memo.get(key, () =>
        wrongWidthIn(placed.passage.text),
      ))
        found.push({ range: placedStretch(placed, from, from + written.length), written, right });
    return found;
  },
  render({ range, written, right }) {
    return {
      range,
      message: { zh: `“${written}”应为“${right}”`, en: `“${written}” should be “${right}”` },
    };
  },
  fix({ range, right }) {
    if (range.start.line !== range.end.line) return [];
    return [
      {
        title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
        preferred: false,
        edits: [{ range, newText: right }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '查汉字之间的半角逗号、分号、冒号、问号、叹号、圆括号，以及全角数字。默认关闭，需要时开启。',
      en: 'Finds half-width marks between ideographs, and digits in full width. Off unless it is switched on.',
    },
    rationale: {
      zh: '《标点符号用法》（GB/T 15834—2011）、《出版物上数字用法》（GB/T 15835—2011）。',
      en: 'GB/T 15834—2011 on punctuation, GB/T 15835—2011 on numerals.',
    },
    silence: {
      zh: '网址、电子邮箱、时间、比例和西文里的半角标点不报；表格里的不查。',
      en: 'Silent on marks in addresses, times, ratios and words in Latin letters, and in tables.',
    },
    examples: [
      { right: '（三）政府信息管理。', wrong: '(三)政府信息管理。' },
      { right: '改进情况：一是', wrong: '改进情况:一是', alsoRight: ['改进情况（截至12:30）：一是'] },
    ],
  },
});

function wrongWidthIn(text: string): readonly { from: number; written: string; right: string }[] {
  const found = [...text.matchAll(halfWidthMark)].map((match) => ({
    from: match.index,
    written: match[0],
    right: fullWidth.get(match[0]) ?? match[0],
  }));
  for (const match of text.matchAll(fullWidthDigits)) {
    const right = match[0].replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    found.push({ from: match.index, written: match[0], right });
  }
  return found.sort((a, b) => a.from - b.from);
}
