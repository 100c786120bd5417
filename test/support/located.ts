import { noEvidence } from '../../server/src/reconcile/evidence';
import { failingBalances, type Ledger, ledgerOf } from '../../server/src/reconcile/ledger';
import type { Explanation } from '../../server/src/reconcile/locate';
import { type Mistake, Mistakes } from '../../server/src/reconcile/mistakes';
import { judge, type Verdict } from '../../server/src/reconcile/verdict';
import type { Planted } from './planted-slips';

/** Likelihoods that differ by no more than that, as a logarithm to the base of 10, tell nothing apart. */
const asLikely = 0.5;

/** How the search fared on one table. */
export interface Located {
  /** The planted cells are among the fewest mistakes that explain what fails. */
  readonly isAmong: boolean;
  /** Every planted cell is named for certain with its right number, and none beside. */
  readonly isRight: boolean;
  /** A cell is named for certain that is right, or with a wrong number. */
  readonly isWrong: boolean;
  /** Another explanation of the same kinds of slips is as likely as what was planted. */
  readonly isRealTie: boolean;
  /** How many explanations by the fewest mistakes there are. */
  readonly explanations: number;
  readonly milliseconds: number;
}

/** Looks for the wrong cells of a table, as often as told, and compares with what was planted; the quickest time counts. */
export function locate(planted: Planted, times = 1): Located {
  const { truth, wrong } = planted;
  const [ledger, verdict, first] = timed(planted);
  let milliseconds = first;
  for (let again = 1; again < times; again++) milliseconds = Math.min(milliseconds, timed(planted)[2]);
  const { certain, considered } = verdict;
  const isTrue = ({ changes }: Mistake): boolean =>
    changes.every(({ cell, to }) => truth.get(ledger.keys[cell] as string) === to / 100);
  const cellsOf = (mistakes: readonly Mistake[]): number =>
    mistakes.reduce((sum, one) => sum + one.changes.length, 0);
  const truly = considered.find(
    ({ mistakes }) => mistakes.every(isTrue) && cellsOf(mistakes) === wrong.length,
  );
  const kindsOf = ({ mistakes }: Explanation): string =>
    mistakes
      .map(({ slip }) => slip)
      .sort()
      .join();
  return {
    isAmong: truly !== undefined,
    isRealTie: considered.some(
      (one) =>
        truly !== undefined &&
        one !== truly &&
        kindsOf(one) === kindsOf(truly) &&
        Math.abs(one.weight - truly.weight) < asLikely,
    ),
    isRight: certain.every(isTrue) && cellsOf(certain) === wrong.length,
    isWrong: !certain.every(isTrue),
    explanations: considered.length,
    milliseconds,
  };
}

function timed({ table, written }: Planted): [Ledger, Verdict, number] {
  const figures = table.rows.flatMap(({ keys }) => keys.map((key) => (written.get(key) as number) * 100));
  const start = performance.now();
  const ledger = ledgerOf(table, figures);
  const verdict = judge(ledger, new Mistakes(ledger, noEvidence), failingBalances(ledger));
  return [ledger, verdict, performance.now() - start];
}
