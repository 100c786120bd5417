import { placedStretch } from '../../report/passages';
import { CharacterTable } from '../../text/character-table';
import type { Range } from '../../text/range';
import { anyOf, passagesWith } from '../cues';
import { defineRule } from '../rule';

interface Repeated {
  readonly range: Range;
  readonly clause: string;
}

/** A clause that was written before, with the mark between the two. Offsets are of the passage's text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where two clauses may meet; a sentence's end parts what may be said twice. */
const joints = '，,、；;';
const ends = `${joints}。：:！？!?（）()“”"\n`;
/** Shorter ones are said twice on purpose. */
const shortest = 4;
const longest = 60;
const ideographs = /^[^\p{Script=Han}]*\p{Script=Han}{2}/u;
const aJoint = anyOf(joints);
const key = {};

/** H01: no clause stands twice in a row. */
export const repeatedClause = defineRule<Repeated>({
  code: 'repeated-clause',
  catalogueCode: 'H01',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'words',
  title: { zh: '同一句话连写两遍', en: 'A clause stands twice' },
  detect(report) {
    const found: Repeated[] = [];
    for (const placed of passagesWith(report, aJoint)) {
      const { text } = placed.passage;
      for (const { from, to } of placed.block.memo.get(key, repeatedIn, text))
        found.push({ range: placedStretch(placed, from, to), clause: text.slice(from + 1, to) });
    }
    return found;
  },
  render({ range, clause }) {
    return {
      range,
      message: {
        zh: `“${clause}”连写了两遍，请删去一遍；如其中一处本应写别的内容，请改正`,
        en: `“${clause}” stands twice in a row: delete one, or correct the one that was to say something else`,
      },
    };
  },
  fix({ range }) {
    // A clause on two lines would take the line end with it.
    if (range.start.line !== range.end.line) return [];
    return [
      {
        title: { zh: '删去重复的一遍', en: 'Delete the second one' },
        preferred: false,
        edits: [{ range, newText: '' }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '查前后相连、完全相同的两个分句或列举项，多为复制粘贴所致，如“财政收支情况、财政收支情况”。',
      en: 'Finds two clauses or members of a list that are the same and stand side by side, mostly from pasting.',
    },
    rationale: {
      zh: '国办秘函〔2019〕19号：政府网站不得有严重表述错误；年度报告文字应当严谨。',
      en: 'The check list for government websites (国办秘函〔2019〕19号) demands careful wording.',
    },
    silence: {
      zh: '不足四个字的、跨句号的、中间隔着别的字句的不报。',
      en: 'Silent on fewer than four characters, over a full stop, and with anything between the two.',
    },
    examples: [
      {
        right: '及时清理失效文件。',
        wrong: '及时清理失效文件，及时清理失效文件。',
        alsoRight: ['及时清理失效文件，及时公布清理结果。'],
      },
    ],
  },
});

const isEnd = 1;
const isJoint = 2;
const endings = new CharacterTable([
  [ends, isEnd],
  [joints, isJoint],
]);

/** The clauses of a text that repeat the one before, each with the mark before it. One pass over the characters. */
function repeatedIn(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  let before = -1;
  for (let i = 0; i <= text.length; i++) {
    let ending = isEnd;
    for (; i < text.length; i++) {
      ending = endings.at(text, i);
      if (ending !== 0) break;
    }
    if (i === text.length) ending = isEnd;
    const length = i - from;
    if (before >= 0 && length >= shortest && length <= longest && from - 1 - before === length) {
      const clause = text.slice(from, i);
      if (text.startsWith(clause, before) && ideographs.test(clause)) found.push({ from: from - 1, to: i });
    }
    before = (ending & isJoint) !== 0 ? from : -1;
    from = i + 1;
  }
  return found.length > 0 ? found : none;
}

const none: readonly Stretch[] = [];
