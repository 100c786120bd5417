import type { CellKey, Equation } from '../form/indexed-form';
import type { BoundTable } from '../report/table';
import { type CheckedEquation, reconcile, sumOf } from './equations';
import { type Evidence, type EvidenceSource, noEvidence, sourcesFor } from './evidence';
import { failingBalances, type Ledger, ledgerOf, worked } from './ledger';
import { valuesAfter } from './locate';
import { isTotalOf, type Mistake, Mistakes } from './mistakes';
import type { Slip } from './slips';
import { judge, type Verdict } from './verdict';

export { isTotalOf } from './mistakes';

/** A number that a cell should hold, in its own unit. */
export interface Correction {
  readonly key: CellKey;
  readonly value: number;
}

/** A correction with a place that states its number. */
export interface StatedCorrection extends Correction {
  readonly source: EvidenceSource;
}

/** One slip, and the numbers that put it right: one, or several where numbers stand in wrong places. */
export interface Repair {
  readonly slip: Slip;
  readonly corrections: readonly Correction[];
  /** The corrections whose numbers stand elsewhere, with where. */
  readonly stated: readonly StatedCorrection[];
}

/** Why equations fail: one cause is one finding. */
export interface Cause {
  /** The equation the cause is told by: of a wrong total the one it is the total of. */
  readonly leading: CheckedEquation;
  /** All equations that fail for this reason, in the form's order. */
  readonly failing: readonly CheckedEquation[];
  /** What is wrong, where it is known beyond doubt. */
  readonly culprit: Repair | null;
  /** Cells of the culprit's equations that could not be read, with what they then must be. */
  readonly assumed: readonly Correction[];
  /** Where nothing is beyond doubt: the fewest repairs that would mend the equations, likeliest first. May be none. */
  readonly alternatives: readonly (readonly Repair[])[];
  /** Everything that was weighed against each other to say so, likeliest first. */
  readonly considered: readonly (readonly Repair[])[];
}

const causesKey = {};

/** Sorts the failing equations of a table by cause. Kept with the table, for the evidence asked for last. */
export function causesOf(table: BoundTable, evidence: Evidence = noEvidence): readonly Cause[] {
  const kept = table.memo.get(causesKey, (): { evidence: Evidence | null; causes: readonly Cause[] } => ({
    evidence: null,
    causes: [],
  }));
  if (kept.evidence !== evidence) {
    kept.causes = findCauses(table, evidence);
    kept.evidence = evidence;
  }
  return kept.causes;
}

function findCauses(table: BoundTable, evidence: Evidence): Cause[] {
  const { failing } = reconcile(table);
  if (failing.length === 0) return [];
  const finder = new CauseFinder(table, evidence);
  return finder.find().sort((a, b) => failing.indexOf(a.leading) - failing.indexOf(b.leading));
}

/** Finds the causes of what fails in one table. */
class CauseFinder {
  private readonly failing: readonly CheckedEquation[];
  private readonly left: Set<CheckedEquation>;

  constructor(
    private readonly table: BoundTable,
    private readonly evidence: Evidence,
  ) {
    this.failing = reconcile(table).failing;
    this.left = new Set(this.failing);
  }

  find(): Cause[] {
    const causes = this.within(ledgerOf(this.table.form, this.table.hundredths));
    // What the unread cells only confuse is looked at without them.
    if (this.left.size > 0 && this.table.hundredths.some(Number.isNaN))
      causes.push(...this.within(ledgerOf(this.table.form, this.table.hundredths, { isWide: false })));
    for (const leading of this.left) causes.push(this.unexplained(leading));
    return causes;
  }

  /** The causes that a ledger shows of what is left, each group of balances by itself and then the rest together. */
  private within(ledger: Ledger): Cause[] {
    const mistakes = new Mistakes(ledger, this.evidence);
    const failing = failingBalances(ledger).filter((balance) => this.isLeft(ledger, balance));
    const unsolved: number[] = [];
    const causes = components(ledger, failing).flatMap((component) => {
      const found = this.causesFrom(ledger, judge(ledger, mistakes, component), component);
      if (found.length === 0) unsolved.push(...component);
      return found;
    });
    // Numbers in wrong places break equations that share no cell: they are looked at together.
    return [...causes, ...this.causesFrom(ledger, judge(ledger, mistakes, unsolved), unsolved)];
  }

  private isLeft(ledger: Ledger, balance: number): boolean {
    const equation = ledger.balances[balance]?.equation;
    return !equation || [...this.left].some((one) => one.equation === equation);
  }

  private causesFrom(ledger: Ledger, verdict: Verdict, balances: readonly number[]): Cause[] {
    const equations = new Set(balances.map((balance) => ledger.balances[balance]?.equation));
    const failing = this.failing.filter(({ equation }) => equations.has(equation));
    if (failing.length === 0 || verdict.considered.length === 0) return [];
    const repairsOf = (mistakes: readonly Mistake[]): Repair[] =>
      mistakes.map((one) => this.repairOf(ledger, one));
    const considered = verdict.considered.map(({ mistakes }) => repairsOf(mistakes));
    const causes: Cause[] = [];
    for (const mistake of verdict.certain) {
      const culprit = this.repairOf(ledger, mistake);
      const own = failing.filter(({ equation }) => culprit.corrections.some(({ key }) => has(equation, key)));
      const [first] = own;
      // Where only what was worked out of unread cells fails, nothing is said.
      if (!first) continue;
      const [only, ...others] = culprit.corrections;
      const leading =
        own.find(({ equation }) => others.length === 0 && isTotalOf(only?.key ?? '', equation)) ?? first;
      const assumed = this.assumed(ledger, verdict.certain, culprit);
      causes.push({ leading, failing: own, culprit, assumed, alternatives: [], considered });
    }
    const open = this.stillFailing(ledger, verdict.certain, failing);
    const [leading] = open;
    if (leading) {
      const alternatives = verdict.open.map(repairsOf);
      causes.push({ leading, failing: open, culprit: null, assumed: [], alternatives, considered });
    }
    for (const one of failing) this.left.delete(one);
    return causes;
  }

  /** The equations that fail even with all that is certain put right. */
  private stillFailing(
    ledger: Ledger,
    certain: readonly Mistake[],
    failing: readonly CheckedEquation[],
  ): CheckedEquation[] {
    const valueAt = valuesAfter(ledger, certain);
    const sum = (places: readonly number[]): number =>
      places.reduce((total, place) => total + (valueAt(place) as number), 0);
    return failing.filter(({ equation }) => sum(equation.leftPlaces) !== sum(equation.rightPlaces));
  }

  private assumed(ledger: Ledger, certain: readonly Mistake[], { corrections }: Repair): Correction[] {
    const around = new Set(
      corrections.flatMap(({ key }) =>
        (this.table.form.equationsOf.get(key) ?? []).flatMap(({ left, right }) => [...left, ...right]),
      ),
    );
    return [...worked(ledger, valuesAfter(ledger, certain))]
      .map(([cell, value]): Correction => ({ key: ledger.keys[cell] as CellKey, value: value / 100 }))
      .filter(({ key }) => around.has(key) && this.table.cells.get(key) !== undefined);
  }

  private repairOf(ledger: Ledger, { slip, changes }: Mistake): Repair {
    const corrections = changes.map(
      ({ cell, to }): Correction => ({ key: ledger.keys[cell] as CellKey, value: to / 100 }),
    );
    const stated = corrections.flatMap((one) =>
      sourcesFor(this.evidence, one.key, one.value).map((source): StatedCorrection => ({ ...one, source })),
    );
    return { slip, corrections, stated };
  }

  /** With too many errors to explain: what the total would be if all its addends were right. */
  private unexplained(leading: CheckedEquation): Cause {
    const { equation } = leading;
    const [key] = equation.right;
    const value = sumOf(equation.left, (cell) => this.table.cells.get(cell)?.value);
    const isTotal = equation.family.derived && key !== undefined && value !== null && value >= 0;
    const alternatives: Repair[][] = isTotal
      ? [[{ slip: 'miscounted', corrections: [{ key, value }], stated: [] }]]
      : [];
    return { leading, failing: [leading], culprit: null, assumed: [], alternatives, considered: [] };
  }
}

function has({ left, right }: Equation, key: CellKey): boolean {
  return left.includes(key) || right.includes(key);
}

/** Failing balances that share cells, taken together. */
function components(ledger: Ledger, failing: readonly number[]): number[][] {
  let found: { readonly balances: readonly number[]; readonly cells: ReadonlySet<number> }[] = [];
  for (const balance of failing) {
    const cells = ledger.balances[balance]?.cells ?? [];
    const touching = found.filter((other) => cells.some((cell) => other.cells.has(cell)));
    const joined = {
      balances: [...touching.flatMap((other) => other.balances), balance],
      cells: new Set([...touching.flatMap((other) => [...other.cells]), ...cells]),
    };
    found = [...found.filter((other) => !touching.includes(other)), joined];
  }
  return found.map(({ balances }) => [...balances].sort((a, b) => a - b));
}
