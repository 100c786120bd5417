import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { CharacterTable } from '../../text/character-table';
import type { Range } from '../../text/range';
import { anyOf, passagesWith } from '../cues';
import { defineRule } from '../rule';

interface Unpaired {
  readonly range: Range;
  readonly mark: string;
  readonly partner: string;
  readonly isOpening: boolean;
}

/** The pairs that are counted; brackets of either width close each other. */
const pairs = [
  { opening: '《', closing: '》' },
  { opening: '“', closing: '”' },
  { opening: '（(', closing: '）)' },
] as const;
type Kind = 0 | 1 | 2;

/** One mark of a pair; its offset is that of its passage's text. */
interface Mark {
  readonly kind: Kind;
  readonly isOpening: boolean;
  readonly at: number;
  /** A closing bracket behind an ordinal closes nothing, unless something is open. */
  readonly isItem: boolean;
}
interface PlacedMark extends Mark {
  readonly placed: PlacedPassage;
}

/** Of a mark the number of its pair from 1 on, and whether it closes; 0 where it is no mark. */
const closes = 4;
const marks = new CharacterTable(
  pairs.flatMap(({ opening, closing }, kind) => [
    [opening, kind + 1],
    [closing, (kind + 1) | closes],
  ]),
);
const anyMark = anyOf(pairs.map(({ opening, closing }) => opening + closing).join(''));
/** The mark of an item: `1）`, `一)`, `a)`. */
const itemMark = /(?:^|[\s。；;：:，,、])(?:[一二三四五六七八九十\d]{1,3}|[①-⑳]|[a-z])$/iu;
const quotationKind: Kind = 1;
const bracketKind: Kind = 2;
const key = {};

/** H04: quotation marks, brackets and title marks come in pairs. */
export const pairedPunctuation = defineRule<Unpaired>({
  code: 'paired-punctuation',
  catalogueCode: 'H04',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  judges: 'words',
  title: { zh: '引号、括号或书名号不成对', en: 'A quotation mark or bracket without its partner' },
  detect(report) {
    // What stays open in one paragraph may close in a later one.
    const left: Unpaired[] = [];
    const open: PlacedMark[][] = pairs.map(() => []);
    for (const placed of passagesWith(report, anyMark))
      for (const mark of unpairedIn(placed)) {
        if (mark.isOpening) open[mark.kind]?.push({ ...mark, placed });
        else if (!open[mark.kind]?.pop()) left.push(unpaired({ ...mark, placed }));
      }
    const cut = brokenOff(report);
    return [
      ...left,
      ...open
        .flatMap(withoutLongQuotations)
        .filter(({ placed }) => placed !== cut)
        .map(unpaired),
    ];
  },
  render({ range, mark, partner, isOpening }) {
    return {
      range,
      message: isOpening
        ? { zh: `“${mark}”之后没有与它配对的“${partner}”`, en: `No “${partner}” follows “${mark}”` }
        : { zh: `“${mark}”之前没有与它配对的“${partner}”`, en: `No “${partner}” stands before “${mark}”` },
    };
  },
  documentation: {
    explanation: {
      zh: '查没有配对的书名号、双引号和圆括号。常见的是漏了后一半，或者前后两个写成同一个。',
      en: 'Finds title marks, double quotation marks and round brackets without their partners. Most often the second one was left out, or both were written alike.',
    },
    rationale: {
      zh: '《标点符号用法》（GB/T 15834—2011）4.8、4.9、4.15。',
      en: 'GB/T 15834—2011 on punctuation, 4.8, 4.9 and 4.15.',
    },
    silence: {
      zh: '跨行、跨段配成对的不报，全文在半句话上断掉的末段不报；“1）”“一）”这样的项目序号不算；直引号和单引号不查；表格里的不查。',
      en: 'Silent on pairs that close in another line or paragraph, on what is open where the text breaks off in mid-sentence, and on items numbered 1) or 一）; straight and single quotation marks and tables are left alone.',
    },
    examples: [
      {
        right: '〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
        wrong: '〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
      },
      {
        right: '严格落实信息发布审核和保密审查制度，',
        wrong: '严格落实“三审三校“制度，',
        alsoRight: ['严格落实“三审三校”制度：1）先审后发；2）谁发布、谁负责，'],
      },
    ],
  },
});

const none: readonly Mark[] = [];

/** The marks of a passage that have no partner in it. */
function unpairedIn({ block, passage: { text } }: PlacedPassage): readonly Mark[] {
  return block.memo.get(key, findUnpaired, text);
}

function findUnpaired(text: string): readonly Mark[] {
  // Mostly all have, and no list of them is needed.
  if (isPaired(text)) return none;
  const all = marksIn(text);
  return pairs.flatMap((_, kind) =>
    withoutPartners(
      all.filter((mark) => mark.kind === kind),
      text,
    ),
  );
}

/** Whether each mark has its partner and, but for brackets, none stands within its own kind. */
function isPaired(text: string): boolean {
  const open = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const mark = marks.at(text, at);
    if (mark === 0) continue;
    const kind = kindOf(mark);
    const depth = (open[kind] as number) + (isOpened(mark) ? 1 : -1);
    if (depth < 0 || (depth > 1 && kind !== bracketKind)) return false;
    open[kind] = depth;
  }
  return open.every((depth) => depth === 0);
}

function kindOf(mark: number): Kind {
  return ((mark & ~closes) - 1) as Kind;
}

function isOpened(mark: number): boolean {
  return (mark & closes) === 0;
}

function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = marks.at(text, at);
    if (mark === 0) continue;
    const kind = kindOf(mark);
    const isOpening = isOpened(mark);
    const isItem = kind === bracketKind && !isOpening && itemMark.test(text.slice(Math.max(0, at - 5), at));
    found.push({ kind, isOpening, at, isItem });
  }
  return found;
}

/** Two marks alike so near each other are a pair, one of them turned the wrong way. */
const longestPair = 60;

/** Brackets may stand within brackets, a title within the title of another that stands in `〈〉`; a quotation in none. */
function withoutPartners(marks: readonly Mark[], text: string): Mark[] {
  const open: Mark[] = [];
  const left: Mark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] as Mark;
    const before = open.at(-1);
    if (!mark.isOpening) {
      if (before) open.pop();
      else if (!mark.isItem) {
        left.push(mark);
        const next = marks[i + 1];
        if (next && !next.isOpening && next.at - mark.at <= longestPair) i++;
      }
    } else if (!before || mark.kind === bracketKind || text.slice(before.at, mark.at).includes('〈')) {
      open.push(mark);
    } else {
      open.pop();
      const isPair = mark.at - before.at <= longestPair;
      left.push(isPair ? mark : before);
      if (!isPair) open.push(mark);
    }
  }
  return [...left, ...open].sort((a, b) => a.at - b.at);
}

const endOfText = /[^\u4e00-\u9fffa-z，、,(（“《]$/iu;

/** The last passage of a draft that ends in the middle of a sentence: what stands open there may have been closed. */
function brokenOff({ passages }: Report): PlacedPassage | null {
  const last = passages.at(-1);
  return last && !endOfText.test(last.passage.text.trimEnd()) ? last : null;
}

/** In a quotation of several paragraphs each one begins with its mark, and the last alone ends with one. */
function withoutLongQuotations(open: readonly PlacedMark[]): readonly PlacedMark[] {
  return open.filter((mark, i) => {
    const next = open[i + 1];
    return mark.kind !== quotationKind || !(beginsParagraph(mark) || (next && beginsParagraph(next)));
  });
}

function beginsParagraph({ at, placed }: PlacedMark): boolean {
  return at === 0 || placed.passage.text[at - 1] === '\n';
}

function unpaired({ kind, isOpening, at, placed }: PlacedMark): Unpaired {
  const { opening, closing } = pairs[kind];
  return {
    range: placedStretch(placed, at, at + 1),
    mark: placed.passage.text[at] as string,
    partner: (isOpening ? closing : opening)[0] as string,
    isOpening,
  };
}
