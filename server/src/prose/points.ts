import { Senses } from '../form/senses';
import type { Fact, PointCount } from './fact';
import type { Sentence } from './items';
import type { ReadItem } from './lists';

/** A sentence with the numbers read in it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly read: readonly ReadItem[];
}

/** What is needed to say where points stand. */
type Locate = (from: number, to: number) => Fact['range'];

/** Words that say that the names behind them are all there are. */
const introductions = Senses.of('comprises', 'respectively', 'consists', 'about');
/** Words that say that there are more. */
const leavesOpen = Senses.of('open', 'remainder');

/** A sentence announces no more lists than this. */
const mostStated = 5;
/** A stated number of points is looked for no further than this many sentences on. */
const furthest = 60;

/** `主要表现在以下三点：一是…二是…`: compares the stated number with the points that follow. */
export function pointCounts(sentences: readonly ReadSentence[], locate: Locate): PointCount[] {
  return sentences.flatMap(({ sentence, read }, i) => {
    const stated = read.filter(({ fact }) => fact.kind === 'points' && !fact.isApproximate);
    return stated.slice(0, mostStated).flatMap(({ fact, item }): PointCount[] => {
      const count = runOfPoints(sentences, i, item.quantity.end);
      if (count) {
        // 两方面原因和三点不足：一是…: the points are those announced last.
        const isLast = !read.some(
          ({ item: { quantity } }) => quantity.start > item.quantity.start && quantity.start < count.from,
        );
        const state = count.last === fact.value ? 'holds' : count.isWhole && isLast ? 'wrong' : 'unknown';
        return [{ stated: fact, found: count.last, state, range: locate(count.from, count.to) }];
      }
      return namesBefore(sentence, fact, item.quantity.start, locate);
    });
  });
}

interface Run {
  readonly last: number;
  readonly from: number;
  readonly to: number;
  /** Nothing in or behind the run looks like a point without its number. */
  readonly isWhole: boolean;
}

/** The points 一是, 二是… that begin right behind a place. */
function runOfPoints(sentences: readonly ReadSentence[], index: number, behind: number): Run | null {
  let last = 0;
  let from = -1;
  let to = -1;
  let isWhole = true;
  for (let i = index; i < Math.min(sentences.length, index + furthest); i++) {
    const sentence = sentences[i] as ReadSentence;
    for (const token of sentence.sentence.ordinals) {
      if (token.start < behind || token.style !== 'is') continue;
      if (token.value === 1 && last > 0) return done();
      if (token.value !== last + 1) isWhole = false;
      last = token.value;
      if (from < 0) from = token.start;
      to = token.end;
    }
    // The first point stands in the next sentence at the latest.
    if (last === 0 && i > index) return null;
  }
  return done();

  function done(): Run | null {
    return last > 1 ? { last, from, to, isWhole } : null;
  }
}

/** `涉及公告公示、组织机构、政策文件等 7 大类`: the names before a number of kinds. */
function namesBefore(sentence: Sentence, stated: Fact, before: number, locate: Locate): PointCount[] {
  const at = sentence.phrases.findIndex(({ tokens }) => tokens.some((token) => token.start === before));
  let first = at;
  while (first > 0 && sentence.phrases[first]?.separator === 'list') first--;
  if (first === at || first < 0) return [];
  const run = sentence.phrases.slice(first, at + 1);
  const isIntroduced = run[0]?.senses.meets(introductions) ?? false;
  const isOpen = run.some(({ senses }) => senses.meets(leavesOpen));
  // 及, 和 may join two names or stand inside one: as many names as could be meant.
  const joints = run.reduce(
    (sum, { tokens }) => sum + tokens.filter(({ sense }) => sense === 'joint').length,
    0,
  );
  const most = run.length + joints;
  if (isOpen || !isIntroduced || stated.value <= most) {
    const holds = isIntroduced && !isOpen && stated.value >= run.length;
    return holds ? [{ stated, found: stated.value, state: 'holds', range: rangeOfRun() }] : [];
  }
  return [{ stated, found: most, state: 'wrong', range: rangeOfRun() }];

  function rangeOfRun(): Fact['range'] {
    return locate(run[0]?.tokens[0]?.start ?? 0, Math.max(before, (run[0]?.tokens[0]?.start ?? 0) + 1));
  }
}
