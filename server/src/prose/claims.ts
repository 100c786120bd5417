import { type Sense, Senses } from '../form/senses';
import type { Phrase } from './items';

/** Words without a number that say something of all that was counted: `全部办结`, `均维持`. */
export interface Claim {
  readonly phrase: Phrase;
  /** What all of them are: `finish`, or an outcome of cases. */
  readonly sense: Sense;
  /** Said of their terms too: 均按时办结 may leave out what is not yet due. */
  readonly isQualified: boolean;
  readonly start: number;
  readonly end: number;
}

const outcomes: readonly Sense[] = ['finish', 'upheld', 'corrected', 'otherResult', 'pending'];
const all = Senses.of('all');
/** 应全部办结 is a demand, 未全部办结 a denial. */
const unclaimed = Senses.of('due', 'negation');
const ofTerms = Senses.of('timely', 'period');

/** The claim a phrase makes; null where it makes none. */
export function claimIn(phrase: Phrase): Claim | null {
  const { tokens, items, senses } = phrase;
  if (items.length > 0 || !senses.meets(all) || senses.meets(unclaimed)) return null;
  const [sense, other] = outcomes.filter((one) => senses.has(one));
  if (!sense || other) return null;
  const from = tokens.findIndex((token) => token.sense === 'all');
  const to = tokens.findLastIndex((token) => token.sense === sense);
  if (to < from) return null;
  const isQualified = senses.meets(ofTerms) || tokens.slice(from, to).some((token) => token.kind === 'text');
  return { phrase, sense, isQualified, start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}
