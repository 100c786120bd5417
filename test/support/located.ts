import { noEvidence } from '../../server/src/reconcile/evidence';
import { failingBalances, type Ledger, ledgerOf } from '../../server/src/reconcile/ledger';
import { type Mistake, Mistakes } from '../../server/src/reconcile/mistakes';
import { judge, type Verdict } from '../../server/src/reconcile/verdict';
import type { Planted } from './planted-slips';

/** How the search fared on one table. */
export interface Located {
  /** The planted cells are among the fewest mistakes that explain what fails. */
  readonly isAmong: boolean;
  /** Every planted cell is named for certain with its right number, and none beside. */
  readonly isRight: boolean;
  /** A cell is named for certain that is right, or with a wrong number. */
  readonly isWrong: boolean;
  /** How many explanations by the fewest mistakes there are. */
  readonly explanations: number;
  readonly milliseconds: number;
}

/** Looks for the wrong cells of a table and compares with what was planted. */
export function locate(planted: Planted): Located {
  const { truth, wrong } = planted;
  const [ledger, verdict, first] = timed(planted);
  let milliseconds = first;
  // What the machine does meanwhile counts for nothing: the quickest of three is taken.
  for (let again = 0; again < 2; again++) milliseconds = Math.min(milliseconds, timed(planted)[2]);
  const { certain, considered } = verdict;
  const isTrue = ({ changes }: Mistake): boolean =>
    changes.every(({ cell, to }) => truth.get(ledger.keys[cell] as string) === to / 100);
  const cellsOf = (mistakes: readonly Mistake[]): number =>
    mistakes.reduce((sum, one) => sum + one.changes.length, 0);
  return {
    isAmong: considered.some(({ mistakes }) => mistakes.every(isTrue) && cellsOf(mistakes) === wrong.length),
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
