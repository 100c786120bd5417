import type { Sense } from '../form/vocabulary';
import type { Phrase } from './items';
import type { Token } from './tokens';

/** Words that may stand in a denial without narrowing it. */
const neutral: ReadonlySet<Sense> = new Set([
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
]);
/** Words after which nothing is said to be so: 如未, 应未, 确保无. */
const hypothetical: ReadonlySet<Sense> = new Set(['due', 'period', 'timely']);
/** Words that leave the denial to some of the cases: 通过网站未收到…. */
const narrowing: ReadonlySet<Sense> = new Set(['channel', 'siteChannel', 'mediaChannel', 'person', 'about']);

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
export function denialsIn(phrases: readonly Phrase[]): Denial[] {
  const found: Denial[] = [];
  let isDenying = false;
  for (const phrase of phrases) {
    const { tokens } = phrase;
    if (phrase.items.length > 0 || phrase.depth > 0) {
      isDenying = false;
      continue;
    }
    const at = tokens.findIndex((token) => token.kind === 'word' && token.sense === 'negation');
    const before = tokens.slice(0, Math.max(0, at));
    const carriesOn: boolean = at < 0 && isDenying && phrase.separator === 'list';
    const isStatement = !before.some(
      (token) => token.kind === 'word' && (hypothetical.has(token.sense) || narrowing.has(token.sense)),
    );
    isDenying = (at >= 0 && isStatement) || carriesOn;
    if (!isDenying) continue;
    const denied = tokens.slice(Math.max(0, at));
    if (!denied.every(isNeutral) || endsOpen(denied)) {
      isDenying = false;
      continue;
    }
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

function isNeutral(token: Token): boolean {
  return token.kind === 'year' || (token.kind === 'word' && neutral.has(token.sense));
}

/** 未收到申请的: what follows says something else of those. */
function endsOpen(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === 'word' && last.sense === 'of';
}
