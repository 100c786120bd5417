import { Senses } from '../form/senses';
import type { Phrase, Sentence } from './items';
import type { Token } from './tokens';

/** Words that may stand in a denial without narrowing it. */
const neutral = Senses.of(
  'filler',
  'of',
  'joint',
  'each',
  'consists',
  'own',
  'disclosure',
  'application',
  'bareApplication',
  'receive',
  'handle',
  'review',
  'litigation',
  'legalPerson',
  'open',
  'all',
  'carriedOver',
  'carriedForward',
  'carry',
  'past',
  'next',
  'kind',
  'normative',
  'regulation',
  'issued',
  'repealed',
  'negation',
  'publish',
  'person',
);
/** Words after which nothing is said to be so: 如未, 应未, 确保无. */
const hypothetical = ['due', 'period', 'timely'];
/** Words that leave the denial to some of the cases: 通过网站未收到…. */
const narrowing = ['channel', 'siteChannel', 'mediaChannel', 'person', 'about'];
const unstated = Senses.of(...hypothetical, ...narrowing);
const negation = Senses.of('negation');

/** A stretch that says there was none of something. */
export interface Denial {
  readonly phrase: Phrase;
  readonly tokens: readonly Token[];
  /** The words of the phrase before the denying one. */
  readonly before: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/**
 * The denials in the phrases of a sentence: `未收到政府信息公开申请`, `无行政复议、行政诉讼等情况`. A phrase counts only
 * where each of its words behind the denying one is known; 、 carries the denial on.
 */
export function denialsIn({ phrases, senses }: Sentence): Denial[] {
  if (!senses.meets(negation)) return noDenials;
  const found: Denial[] = [];
  let isDenying = false;
  for (const phrase of phrases) {
    const { tokens } = phrase;
    if (phrase.items.length > 0 || phrase.depth > 0) {
      isDenying = false;
      continue;
    }
    const carriesOn: boolean = isDenying && phrase.separator === 'list';
    isDenying = false;
    const isDenied = phrase.senses.meets(negation);
    if (!isDenied && !carriesOn) continue;
    const at = isDenied ? tokens.findIndex((token) => token.sense === 'negation') : 0;
    const before = tokens.slice(0, at);
    if (before.some((token) => token.senses.meets(unstated))) continue;
    const denied = tokens.slice(at);
    if (!denied.every(isNeutral) || endsOpen(denied)) continue;
    isDenying = true;
    found.push({
      phrase,
      tokens: denied,
      before,
      start: denied[0]?.start ?? 0,
      end: denied.at(-1)?.end ?? 0,
    });
  }
  return found;
}

const noDenials: Denial[] = [];

function isNeutral({ kind, senses }: Token): boolean {
  return kind === 'year' || senses.meets(neutral);
}

/** 未收到申请的: what follows says something else of those. */
function endsOpen(tokens: readonly Token[]): boolean {
  return tokens.at(-1)?.sense === 'of';
}
