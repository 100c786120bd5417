import type { CellKey, Equation } from '../form/indexed-form';
import { type Slip, slipBetween, slipWeights } from './slips';

/** One cell given another value. Values are whole hundredths, so that no sum is ever rounded. */
export interface Change {
  readonly key: CellKey;
  readonly from: number;
  readonly to: number;
  readonly slip: Slip;
}

/** A set of changes after which every equation that can be checked holds, and how likely it is beside others. */
export interface Explanation {
  readonly changes: readonly Change[];
  readonly weight: number;
}

/** What the search works on: the cells' values in whole hundredths and the equations that could be checked. */
export interface Ledger {
  readonly values: ReadonlyMap<CellKey, number>;
  /** The checked equations of a cell. */
  equationsOf(key: CellKey): readonly Equation[];
  /** Whether a value may stand in a cell: whole 件, never below 0. */
  isLegal(key: CellKey, value: number): boolean;
}

/** More failing equations than this have more causes than two. */
const mostFailing = 9;
/** So many changes are tried before the search is given up: it is never let run on. */
const budget = 20_000;

/**
 * The fewest changes, one or two, that explain why the given equations fail; all of that number, likeliest first. Every
 * failing equation is branched over: some cell of it must change. Empty where one or two changes do not do, or
 * where there is more to try than the budget. After Fellegi and Holt: edits localise errors in the fewest fields.
 */
export function explain(ledger: Ledger, failing: readonly Equation[]): Explanation[] {
  const search = new Search(ledger);
  if (failing.length === 0 || failing.length > mostFailing) return [];
  const singles = search.singles(failing);
  const found = singles.length > 0 ? singles.map((change) => [change]) : search.pairs(failing);
  return found
    .map(
      (changes): Explanation => ({
        changes,
        weight: weightOf(changes),
      }),
    )
    .sort((a, b) => b.weight - a.weight);
}

/** Two cells that changed places are one slip, and as likely as one. */
const exchangeWeight = 9;
/** How far the likeliest of several explanations must lie ahead to be taken for the right one. */
const margin = 4;
/** Two changes that look like no known slip may be more than two slips in truth. */
const leastPairWeight = 2;

function weightOf(changes: readonly Change[]): number {
  const [a, b] = changes;
  if (a && b && a.from === b.to && a.to === b.from) return exchangeWeight;
  return Math.min(...changes.map((change) => slipWeights[change.slip]));
}

/** The explanation that stands alone, or far ahead of all others; null where it is a tie. */
export function surest(explanations: readonly Explanation[]): Explanation | null {
  const [first, second] = explanations;
  if (!first || (second && first.weight < second.weight + margin)) return null;
  return first.changes.length === 1 || first.weight >= leastPairWeight ? first : null;
}

class Search {
  private readonly values: Map<CellKey, number>;
  private tried = 0;

  constructor(private readonly ledger: Ledger) {
    this.values = new Map(ledger.values);
  }

  /** Left less right. */
  residual(equation: Equation): number {
    let sum = 0;
    for (const key of equation.left) sum += this.values.get(key) ?? 0;
    for (const key of equation.right) sum -= this.values.get(key) ?? 0;
    return sum;
  }

  /** Every one change after which all equations hold. */
  singles(failing: readonly Equation[]): Change[] {
    const [first, ...others] = failing;
    if (!first) return [];
    const found: Change[] = [];
    for (const key of [...first.left, ...first.right]) {
      // Only a cell of every failing equation can mend them all.
      if (!others.every((equation) => contains(equation, key))) continue;
      const change = this.mending(first, key);
      if (change && this.with(change, () => this.brokenBy(change).length === 0)) found.push(change);
    }
    return found;
  }

  /** Every two changes after which all equations hold. */
  pairs(failing: readonly Equation[]): Change[][] {
    const found = new Map<string, Change[]>();
    for (const equation of failing) {
      for (const key of [...equation.left, ...equation.right]) {
        if (this.tried > budget) return [];
        const first = this.mending(equation, key);
        if (!first) continue;
        this.with(first, () => {
          const broken = this.brokenBy(first);
          const left = [
            ...failing.filter((one) => !broken.includes(one) && this.residual(one) !== 0),
            ...broken,
          ];
          for (const second of this.singles(left)) {
            if (second.key === first.key) continue;
            const pair = [first, second].sort((a, b) => (a.key < b.key ? -1 : 1));
            found.set(pair.map((change) => `${change.key}=${change.to}`).join(), pair);
          }
        });
      }
    }
    return [...found.values()];
  }

  /** The change of one cell that makes one equation hold; null where its value would not be legal. */
  private mending(equation: Equation, key: CellKey): Change | null {
    this.tried++;
    const residual = this.residual(equation);
    const from = this.values.get(key) ?? 0;
    const to = equation.left.includes(key) ? from - residual : from + residual;
    return to === from || !this.ledger.isLegal(key, to)
      ? null
      : { key, from, to, slip: slipBetween(from / 100, to / 100) };
  }

  /** The cell's equations that fail now. */
  private brokenBy(change: Change): Equation[] {
    return this.ledger.equationsOf(change.key).filter((equation) => this.residual(equation) !== 0);
  }

  private with<T>(change: Change, look: () => T): T {
    this.values.set(change.key, change.to);
    const result = look();
    this.values.set(change.key, change.from);
    return result;
  }
}

function contains(equation: Equation, key: CellKey): boolean {
  return equation.left.includes(key) || equation.right.includes(key);
}
