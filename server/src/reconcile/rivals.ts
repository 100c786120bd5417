import { failingBalances, type Ledger } from './ledger';
import { type Explanation, explain, valuesAfter } from './locate';
import type { Mistake, Mistakes } from './mistakes';
import { isMisplacement } from './slips';

/** Who writes numbers in wrong places does so again: how much likelier that is, as a logarithm to the base of 10. */
const repetition = 1.8;
/** By how much less that counts where nothing else in a table stands in a wrong place. */
const firstOfAll = 1;
/** The same where other numbers of it are plainly wrong ones. */
const firstAmongOthers = 1.5;

/** The logarithm of how much likelier an explanation is than by its parts, for the misplacements that it repeats. */
export function repeated(mistakes: readonly Mistake[]): number {
  return repetition * Math.max(0, mistakes.filter(({ slip }) => isMisplacement(slip)).length - 1);
}

/** Whether an explanation comes to the same in the cells of a mistake, whatever it calls that. */
export function holds({ mistakes }: Explanation, one: Mistake): boolean {
  return (
    mistakes.includes(one) ||
    one.changes.every(({ cell, to }) =>
      mistakes.some(({ changes }) => changes.some((other) => other.cell === cell && other.to === to)),
    )
  );
}

/** What those explanations weigh together in which a mistake is one, and what all do; each weighs as `weightOf` says, as a logarithm. */
export function weighed(
  one: Mistake,
  explanations: readonly Explanation[],
  weightOf: (explanation: Explanation) => number,
): readonly [within: number, all: number] {
  let [within, all] = [0, 0];
  for (const explanation of explanations) {
    const weight = 10 ** weightOf(explanation);
    all += weight;
    if (holds(explanation, one)) within += weight;
  }
  return [within, all];
}

/**
 * Whether a mistake stands up to any two that together look like it, all others of its explanation put right: to two
 * misplacements where it is a single number. `beside` are mistakes elsewhere in the table; the share of all that is
 * possible must be `needed`.
 */
export function standsAlone(
  ledger: Ledger,
  mistakes: Mistakes,
  explanation: readonly Mistake[],
  one: Mistake,
  beside: readonly Mistake[],
  needed: number,
): boolean {
  const others = explanation.filter((other) => other !== one);
  const rest = corrected(ledger, others);
  const all = others.length === 0 ? mistakes : mistakes.in(rest);
  const touched = new Set(one.effect.map(({ balance }) => balance));
  const failing = failingBalances(rest).filter((balance) => touched.has(balance));
  const isSingle = !isMisplacement(one.slip);
  const { explanations } = explain(rest, all, failing, 2, isSingle ? 'misplacements' : 'all');
  const present = [...others, ...beside];
  const usual =
    one.weight + all.gain([one]) + repeated([one, ...present]) + (isSingle ? ofFirst(present) : 0);
  const rivals = explanations.filter((rival) => !isThatAlone(rival, one));
  const [within, sum] = weighed(
    one,
    rivals,
    (rival) => rival.weight + repeated([...rival.mistakes, ...present]) - usual,
  );
  return 1 + within >= needed * (1 + sum);
}

/** By how much less misplacements count beside other mistakes. */
function ofFirst(present: readonly Mistake[]): number {
  if (present.some(({ slip }) => isMisplacement(slip))) return 0;
  return present.length === 0 ? firstOfAll : firstAmongOthers;
}

/** Whether an explanation is just the one mistake, by whatever name. */
function isThatAlone(explanation: Explanation, one: Mistake): boolean {
  const [first, ...others] = explanation.mistakes;
  return others.length === 0 && first?.changes.length === one.changes.length && holds(explanation, one);
}

/** The same table with some mistakes put right. */
function corrected(ledger: Ledger, mistakes: readonly Mistake[]): Ledger {
  if (mistakes.length === 0) return ledger;
  const valueAt = valuesAfter(ledger, mistakes);
  return { ...ledger, values: ledger.values.map((_, cell) => valueAt(cell)) };
}
