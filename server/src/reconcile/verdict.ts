import type { Ledger } from './ledger';
import { type Explanation, explain } from './locate';
import { effectOf, type Mistake, type Mistakes } from './mistakes';

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
const certainOfOneOrTwo = 0.99;
/** The same where three mistakes are made, or numbers stand in wrong places. */
const certainInMuddle = 0.996;
/** Who writes two numbers in each other's place does so again: how much likelier that is, as a logarithm to 10. */
const repetition = 1.8;
/** Where numbers stand in wrong places and more is wrong beside, differences below this, in hundredths, say little. */
const leastTelling = 300;
/** Where fewer rows than that hold anything, what is wrong in several places may be much else. */
const leastRows = 6;
/** An explanation less likely than that, as a logarithm to 10, is one of many that nobody thought of. */
const leastLikely = -11.5;
/** More mistakes than that are not looked for together. */
const mostMistakes = 3;

/** Finds the fewest mistakes that explain the failing balances, and what of them is certain. */
export function judge(ledger: Ledger, mistakes: Mistakes, failing: readonly number[]): Verdict {
  const { fewest, isComplete } = fewestFor(ledger, mistakes, failing);
  const [best] = fewest;
  if (!best) return nothing;
  const groups = separate(ledger, best.mistakes);
  const certain = isComplete
    ? groups.flatMap((group) => {
        const own = failingOf(ledger, failing, group);
        const found = groups.length === 1 ? fewest : fewestFor(ledger, mistakes, own).fewest;
        return certainIn(ledger, mistakes, own, found).filter(
          (one) => isInAll(one, fewest) && isDistinct(ledger, failing, one, best),
        );
      })
    : [];
  const considered = ranked(fewest, mistakes);
  const open = new Map<string, readonly Mistake[]>();
  for (const explanation of considered) {
    // An explanation without what is certain is none.
    if (!certain.every((one) => holds(explanation, one))) continue;
    const rest = explanation.mistakes.filter(({ id }) => !certain.some((one) => one.id === id));
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
): { fewest: readonly Explanation[]; isComplete: boolean } {
  for (let limit = 1; limit <= mostMistakes; limit++) {
    const { explanations, isComplete } = explain(ledger, mistakes, failing, limit);
    if (explanations.length > 0 || !isComplete) return { fewest: explanations, isComplete };
  }
  return { fewest: [], isComplete: true };
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

/** What is certain of mistakes that have to do with each other, by the explanations of what they break. */
function certainIn(
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
  fewest: readonly Explanation[],
): readonly Mistake[] {
  const [best] = fewest;
  if (!best) return [];
  const hasSeveral = best.mistakes.some(isOfSeveral);
  const count = best.mistakes.length;
  // One cell that mends all its equations has no rival; other explanations must stand up to longer ones.
  const isTested = count < mostMistakes && (count > 1 || hasSeveral);
  const longer = isTested
    ? explain(ledger, mistakes, failing, count + 1, { onlySingles: !hasSeveral }).explanations
    : [];
  if (hasSeveral && count === mostMistakes) return [];
  const needed = count === mostMistakes || (count > 1 && hasSeveral) ? certainInMuddle : certainOfOneOrTwo;
  const shares = new Map<string, number>();
  let all = unexplained(failing, best);
  for (const one of [...fewest, ...longer.filter((other) => other.mistakes.length > count)]) {
    const share = 10 ** (weightBeside(best, one) - best.weight);
    all += share;
    for (const { id } of one.mistakes) shares.set(id, (shares.get(id) ?? 0) + share);
  }
  return best.mistakes.filter(
    (one) => (shares.get(one.id) as number) >= needed * all && isWitnessed(ledger, one),
  );
}

function isInAll(one: Mistake, explanations: readonly Explanation[]): boolean {
  const best = (explanations[0] as Explanation).weight;
  let [within, all] = [0, 0];
  for (const explanation of explanations) {
    const share = 10 ** (explanation.weight - best);
    all += share;
    if (holds(explanation, one)) within += share;
  }
  return within >= certainOfOneOrTwo * all;
}

function holds({ mistakes }: Explanation, one: Mistake): boolean {
  return mistakes.some(({ id }) => id === one.id);
}

/** One exchange must stand up to two that together look like it. */
function weightBeside(best: Explanation, { mistakes, weight }: Explanation): number {
  const isRepeated = mistakes.filter(isOfSeveral).length > 1;
  const isLonger = mistakes.length > best.mistakes.length;
  return isLonger && isRepeated && best.mistakes.some(isOfSeveral) ? weight + repetition : weight;
}

/** Whether a mistake makes so little difference that others beside it may well come to the same. */
function isSmall({ changes }: Mistake): boolean {
  return changes.every(({ from, to }) => Math.abs(to - from) < leastTelling);
}

function isOfSeveral({ changes }: Mistake): boolean {
  return changes.length > 1;
}

/**
 * The weight, beside that of the explanation, of mistakes that were not looked for: great where the numbers found are
 * free to fit whatever fails, small where more equations agree than they could fit.
 */
function unexplained(failing: readonly number[], { mistakes }: Explanation): number {
  const free = mistakes.filter((one) => !isOfSeveral(one)).length;
  return 10 ** (-0.5 - 2 * Math.max(0, failing.length - free));
}

/** Whether a mistake stands out from the others of its explanation, so that what it does is not theirs. */
function isDistinct(
  ledger: Ledger,
  failing: readonly number[],
  one: Mistake,
  { mistakes, weight }: Explanation,
): boolean {
  if (mistakes.length === 1) return true;
  const isMuddled = mistakes.some(isOfSeveral);
  const nothings = mistakes.filter(({ slip }) => slip === 'emptied' || slip === 'filled').length;
  if ((isMuddled || nothings > 1) && rowsInUse(ledger) < leastRows) return false;
  if (!isMuddled) return true;
  if (weight < leastLikely || isSmall(one)) return false;
  const needed = isOfSeveral(one) && mistakes.length < mostMistakes ? 1 : 2;
  return cleanWitnesses(ledger, failing, one, mistakes) >= needed;
}

/** How many rows hold any number but 0. */
function rowsInUse({ form, values }: Ledger): number {
  const holds = (place: number): boolean => (values[place] ?? 0) !== 0;
  return form.rows.filter(({ keys, firstPlace }) => keys.some((_, i) => holds(firstPlace + i))).length;
}

/** How many failing balances a mistake mends that no other one of its explanation has to do with. */
function cleanWitnesses(
  ledger: Ledger,
  failing: readonly number[],
  mistake: Mistake,
  all: readonly Mistake[],
): number {
  const others = new Set(
    all.flatMap((other) => (other.id === mistake.id ? [] : [...effectOf(ledger, other).keys()])),
  );
  const own = effectOf(ledger, mistake);
  return failing.filter((balance) => own.has(balance) && !others.has(balance)).length;
}

/** Whether at least two balances speak of a mistake. */
function isWitnessed(ledger: Ledger, mistake: Mistake): boolean {
  return new Set(balancesOf(ledger, mistake)).size > 1;
}

function balancesOf(ledger: Ledger, { changes }: Mistake): number[] {
  return changes.flatMap(({ cell }) => (ledger.entriesOf[cell] ?? []).map(({ balance }) => balance));
}
