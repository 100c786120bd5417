import { placedStretch } from '../../report/passages';
import type { Range } from '../../text/range';
import { neighbours, passagesWith } from '../cues';
import { defineRule } from '../rule';

interface DoubledMarks {
  readonly range: Range;
  readonly written: string;
  /** Null where it is not clear which of the two is meant. */
  readonly right: string | null;
}

const marks = '，。、；：';
const twoMarks = neighbours(marks, marks);
const runOfMarks = new RegExp(`[${marks}]{2,}`, 'gu');
const key = {};

/** H05: no two marks where one should stand. */
export const doubledPunctuation = defineRule<DoubledMarks>({
  code: 'doubled-punctuation',
  catalogueCode: 'H05',
  severity: 'information',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '标点重复', en: 'Two punctuation marks in a row' },
  detect(report) {
    const found: DoubledMarks[] = [];
    for (const placed of passagesWith(report, twoMarks)) {
      const { text } = placed.passage;
      for (const { from, to } of placed.block.memo.get(key, () => doubledIn(text))) {
        const written = text.slice(from, to);
        const range = placedStretch(placed, from, to);
        // What stood between marks on two lines may be lost.
        if (range.start.line === range.end.line) found.push({ range, written, right: rightOf(written) });
      }
    }
    return found;
  },
  render({ range, written }) {
    return {
      range,
      message: { zh: `标点重复：“${written}”`, en: `Two marks in a row: “${written}”` },
    };
  },
  fix({ range, right }) {
    if (right === null) return [];
    return [
      {
        title: { zh: `只留“${right}”`, en: `Leave “${right}” alone` },
        preferred: false,
        edits: [{ range, newText: right }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '查连着写的两个点号，如“。。”“，，”“；。”。',
      en: 'Finds two marks in a row, such as 。。, ，， or ；。.',
    },
    rationale: {
      zh: '《标点符号用法》（GB/T 15834—2011）。',
      en: 'GB/T 15834—2011 on punctuation.',
    },
    silence: {
      zh: '省略号、破折号和引号、括号前后的点号不报。',
      en: 'Silent on ellipses, dashes, and marks beside quotation marks or brackets.',
    },
    examples: [
      { right: '定期检查。', wrong: '定期检查。。' },
      { right: '由专人负责日常维护。', wrong: '由专人负责日常维护；。' },
    ],
  },
});

/** `。。。` and longer runs stand for an ellipsis or a line of dots. */
function doubledIn(text: string): readonly { from: number; to: number }[] {
  return [...text.matchAll(runOfMarks)]
    .filter(([run]) => run.length === 2)
    .map(({ index }) => ({ from: index, to: index + 2 }));
}

/** What is left of two marks: of two alike one, before a full stop the full stop. */
function rightOf(written: string): string | null {
  const [first, second] = written;
  if (first === second || second === '。') return second ?? null;
  return null;
}
