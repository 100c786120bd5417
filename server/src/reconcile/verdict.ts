import type { Ledger } from './ledger';
import { type Explanation, explain } from './locate';
import type { Mistake, Mistakes } from './mistakes';
import { holds, repeated, standsAlone, weighed } from './rivals';
import { isMisplacement, isTypical } from './slips';

/** What follows from the explanations of failing balances. */
export interface Verdict {
  /** Mistakes that are certain, whatever else may be wrong. */
  readonly certain: readonly Mistake[];
  /** Sets of mistakes of which one must be beside those that are certain, likeliest first. */
  readonly open: readonly (readonly Mistake[])[];
  /** All explanations by the fewest mistakes, likeliest first. */
  readonly considered: readonly Explanation[];
}

const nothing: Verdict = { certain: [], open: [], considered: [] };

/** The share of all that is possible from which on a mistake is certain. */
const certainOfOne = 0.99;
/** The same where two numbers look like slips: that they agree with all that fails tells more than their likelihood. */
const certainOfTwo = 0.85;
/** The same where three mistakes are made, or numbers stand in wrong places. */
const certainInMuddle = 0.996;
/** The same where mistakes that have nothing to do with each other may be one greater muddle. */
const certainApart = 0.995;
/** The same against any two numbers in wrong places that look like one of several mistakes. */
const certainAmongOthers = 0.998;
/** Where fewer rows than that hold anything, what is wrong in several places may be much else. */
const leastRows = 6;
/** Where fewer rows than that do, a number for none, or none for a number, may as well be one in a wrong place. */
const leastForNothing = 4;
/** An explanation less likely than that, as a logarithm to 10, is one of many that nobody thought of. */
const leastLikely = -11.5;
/** So many balances must fail for three mistakes to be certain. */
const leastForThree = 5;
/** More mistakes than that are not looked for together. */
const mostMistakes = 3;

/** Finds the fewest mistakes that explain the failing balances, and what of them is certain. */
export function judge(ledger: Ledger, mistakes: Mistakes, failing: readonly number[]): Verdict {
  const { fewest, isComplete, isThorough } = fewestFor(ledger, mistakes, failing);
  const [best] = fewest;
  if (!best) return nothing;
  const isSearched = isThorough || (isComplete && misplacementsIn(best) < 2);
  const certain =
    isSearched && isTelling(ledger, failing, best) ? certainOf(ledger, mistakes, failing, fewest) : [];
  const considered = ranked(fewest, mistakes);
  const open = new Map<string, readonly Mistake[]>();
  for (const explanation of considered) {
    // An explanation without what is certain is none.
    if (!certain.every((one) => holds(explanation, one))) continue;
    const rest = explanation.mistakes.filter((one) => !certain.includes(one));
    if (rest.length > 0) open.set(rest.map(({ id }) => id).join(), rest);
  }
  return { certain, open: [...open.values()], considered };
}

/** In the order in which they are shown. What is certain was settled before: the last edit makes nothing certain. */
function ranked(explanations: readonly Explanation[], all: Mistakes): readonly Explanation[] {
  const rank = ({ mistakes, weight }: Explanation): number => weight + all.freshness(mistakes);
  return [...explanations].sort((a, b) => rank(b) - rank(a));
}

function fewestFor(
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
): { fewest: readonly Explanation[]; isComplete: boolean; isThorough: boolean } {
  for (let limit = 1; limit <= mostMistakes; limit++) {
    const { explanations, isComplete, isThorough } = explain(ledger, mistakes, failing, limit);
    if (explanations.length > 0 || !isComplete) return { fewest: explanations, isComplete, isThorough };
  }
  return { fewest: [], isComplete: true, isThorough: true };
}

/** Mistakes that have no balance in common, apart; those that have, together. */
function separate(ledger: Ledger, mistakes: readonly Mistake[]): (readonly Mistake[])[] {
  let groups: { readonly mistakes: readonly Mistake[]; readonly balances: ReadonlySet<number> }[] = [];
  for (const one of mistakes) {
    const own = balancesOf(ledger, one);
    const joined = groups.filter(({ balances }) => own.some((balance) => balances.has(balance)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      {
        mistakes: [...joined.flatMap((group) => group.mistakes), one],
        balances: new Set([...joined.flatMap(({ balances }) => [...balances]), ...own]),
      },
    ];
  }
  return groups.map((group) => group.mistakes);
}

function failingOf(ledger: Ledger, failing: readonly number[], group: readonly Mistake[]): number[] {
  const own = new Set(group.flatMap((one) => balancesOf(ledger, one)));
  return failing.filter((balance) => own.has(balance));
}

/** What is certain of the likeliest of some explanations: what is so in each of its groups, and in all others. */
function certainOf(
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
  fewest: readonly Explanation[],
): readonly Mistake[] {
  const best = fewest[0] as Explanation;
  const groups = separate(ledger, best.mistakes);
  if (groups.length === 1) return certainIn(ledger, mistakes, failing, fewest, []);
  // Longer ones may join what the fewest leave apart.
  const all = [...fewest, ...longerThan(best, ledger, mistakes, failing)];
  return groups.flatMap((group) => {
    const own = failingOf(ledger, failing, group);
    const beside = best.mistakes.filter((one) => !group.includes(one));
    const certain = certainIn(ledger, mistakes, own, fewestFor(ledger, mistakes, own).fewest, beside);
    return certain.filter((one) => shareOf(one, all) >= certainApart);
  });
}

/**
 * What is certain of mistakes that have to do with each other, by the explanations of what they break; `beside` are
 * the mistakes of the other groups.
 */
function certainIn(
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
  fewest: readonly Explanation[],
  beside: readonly Mistake[],
): readonly Mistake[] {
  const [best] = fewest;
  if (!best) return [];
  const count = best.mistakes.length;
  const isMuddled = misplacementsIn(best) > 0;
  if (isMuddled && count === mostMistakes) return [];
  // A number where none belongs is mostly another's: with others wrong beside it, nobody knows whose.
  if (count > 1 && best.mistakes.some(({ slip }) => slip === 'filled')) return [];
  const needed = neededOf(best);
  const neededAlone = count === 1 ? certainOfOne : certainAmongOthers;
  const explanations = [...fewest, ...longerThan(best, ledger, mistakes, failing)];
  const left = unexplained(failing, best);
  return best.mistakes.filter(
    (one) =>
      shareOf(one, explanations, left) >= needed &&
      isWitnessed(ledger, one) &&
      standsAlone(ledger, mistakes, best.mistakes, one, beside, neededAlone),
  );
}

function neededOf(best: Explanation): number {
  const { mistakes } = best;
  if (mistakes.length === 1) return certainOfOne;
  if (mistakes.length === mostMistakes || misplacementsIn(best) > 0) return certainInMuddle;
  return mistakes.every(({ slip }) => isTypical(slip)) ? certainOfTwo : certainOfOne;
}

/** Explanations by one single mistake more than the best; one cell that mends all its equations has none to fear. */
function longerThan(
  best: Explanation,
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
): readonly Explanation[] {
  const count = best.mistakes.length;
  if (count === 1 || count === mostMistakes || misplacementsIn(best) > 0) return [];
  const { explanations } = explain(ledger, mistakes, failing, count + 1, 'singles');
  return explanations.filter((one) => one.mistakes.length > count);
}

/** The part of all that is possible in which a mistake is one; `left` is the weight of what was not looked for. */
function shareOf(one: Mistake, explanations: readonly Explanation[], left = 0): number {
  const usual = likelihood(explanations[0] as Explanation);
  const [within, all] = weighed(one, explanations, (explanation) => likelihood(explanation) - usual);
  return within / (all + left);
}

function likelihood({ mistakes, weight }: Explanation): number {
  return weight + repeated(mistakes);
}

/**
 * The weight, beside that of the explanation, of mistakes that were not looked for: great where the numbers found are
 * free to fit whatever fails, small where more equations agree than they could fit.
 */
function unexplained(failing: readonly number[], { mistakes }: Explanation): number {
  const free = mistakes.filter((one) => !isMisplacement(one.slip)).length;
  return 10 ** (-0.5 - 2 * Math.max(0, failing.length - free));
}

/** Whether an explanation is likely enough, in a table that holds enough, to be certain of what it says. */
function isTelling(ledger: Ledger, failing: readonly number[], best: Explanation): boolean {
  const { mistakes, weight } = best;
  const isMuddled = misplacementsIn(best) > 0;
  const isFar = mistakes.some(({ slip }) => slip === 'misplaced');
  const nothings = mistakes.filter(({ slip }) => slip === 'emptied' || slip === 'filled').length;
  const rows = rowsInUse(ledger);
  const isBare = rows < leastRows;
  if (mistakes.length === 1) return !(isFar && isBare) && (nothings === 0 || rows >= leastForNothing);
  if ((isBare && isMuddled) || (nothings > 1 && rows < leastForNothing)) return false;
  // Three numbers can make any three balances even, and seldom does more agree by chance.
  if (mistakes.length === mostMistakes && (nothings > 1 || failing.length < leastForThree)) return false;
  return !isMuddled || (!isFar && weight >= leastLikely);
}

function misplacementsIn({ mistakes }: Explanation): number {
  return mistakes.filter(({ slip }) => isMisplacement(slip)).length;
}

/** How many rows hold any number but 0. */
function rowsInUse({ form, values }: Ledger): number {
  const holds = (place: number): boolean => (values[place] ?? 0) !== 0;
  return form.rows.filter(({ keys, firstPlace }) => keys.some((_, i) => holds(firstPlace + i))).length;
}

/** Whether at least two balances speak of a mistake. */
function isWitnessed(ledger: Ledger, mistake: Mistake): boolean {
  return new Set(balancesOf(ledger, mistake)).size > 1;
}

function balancesOf(ledger: Ledger, { changes }: Mistake): number[] {
  return changes.flatMap(({ cell }) => (ledger.entriesOf[cell] ?? []).map(({ balance }) => balance));
}
