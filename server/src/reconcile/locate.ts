import { type Balance, type Entry, type Hundredths, isLegal, type Ledger, residual, worked } from './ledger';
import type { Mistake, Mistakes } from './mistakes';

/** A set of mistakes with which, once put right, every balance comes to 0. */
export interface Explanation {
  readonly mistakes: readonly Mistake[];
  /** How likely it is, as a logarithm to the base of 10. */
  readonly weight: number;
}

/** More failing balances than that have more causes than are looked for. */
const mostFailing = 24;
/** From so many on a row may have been shifted. */
const leastForShift = 3;
/** So many steps are tried before a search is given up: it is never let run on. */
const budget = 1_200;
/** How many steps it takes to look for exchanges about one balance. */
const exchangeSteps = 20;

/** Which mistakes a search considers: numbers that are wrong, right ones in wrong places, or both. */
export type Sought = 'singles' | 'misplacements' | 'all';

/** What a search found. */
export interface Found {
  /** Likeliest first. */
  readonly explanations: readonly Explanation[];
  /** Whether no set of single changes was left untried for lack of time. */
  readonly isComplete: boolean;
  /** Whether nothing at all was left untried. */
  readonly isThorough: boolean;
}

/**
 * All sets of up to `limit` mistakes that explain why the given balances fail; none that holds a smaller one. Some
 * cell of every failing balance must change, so a set always has a member that mends one of them by itself: the
 * search follows those. After Fellegi and Holt: edits localise errors in the fewest fields.
 */
export function explain(
  ledger: Ledger,
  mistakes: Mistakes,
  failing: readonly number[],
  limit: number,
  sought: Sought = 'all',
): Found {
  if (failing.length === 0 || failing.length > mostFailing) {
    return { explanations: [], isComplete: true, isThorough: true };
  }
  const search = new Search(ledger, mistakes, failing, sought);
  const isComplete = search.run(limit);
  return {
    explanations: likeliestFirst(ledger, mistakes, search),
    isComplete,
    isThorough: isComplete && search.isThorough,
  };
}

function likeliestFirst(ledger: Ledger, mistakes: Mistakes, { found }: Search): Explanation[] {
  return [...found.values()]
    .filter((one) => isPossible(ledger, one))
    .map((one) => ({ ...one, weight: one.weight + mistakes.gain(one.mistakes) }))
    .sort((a, b) => b.weight - a.weight);
}

/** Whether what an explanation leaves for the unread cells may stand in them. */
function isPossible(ledger: Ledger, { mistakes }: Explanation): boolean {
  if (ledger.determinations.length === 0) return true;
  for (const [cell, value] of worked(ledger, valuesAfter(ledger, mistakes)))
    if (!isLegal(ledger, cell, value)) return false;
  return true;
}

/** The values of cells once mistakes are put right. */
export function valuesAfter(ledger: Ledger, mistakes: readonly Mistake[]): (cell: number) => Hundredths {
  const changed = new Map(mistakes.flatMap(({ changes }) => changes.map(({ cell, to }) => [cell, to])));
  return (cell) => changed.get(cell) ?? (ledger.values[cell] as Hundredths);
}

class Search {
  readonly found = new Map<string, Explanation>();
  private readonly residuals: number[];
  private readonly failing: Set<number>;
  private readonly chosen: Mistake[] = [];
  /** For each cell whether it is changed by what is chosen. */
  private readonly touched: Uint8Array;
  private readonly seen = new Set<string>();
  private readonly familyOf: readonly string[];
  private steps = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly mistakes: Mistakes,
    failing: readonly number[],
    private readonly sought: Sought,
  ) {
    const given = new Set(failing);
    this.failing = new Set(failing);
    this.touched = new Uint8Array(ledger.keys.length);
    // What fails elsewhere has causes of its own and counts as even here.
    this.residuals = ledger.balances.map((one, i) => (given.has(i) ? residual(ledger, one) : 0));
    this.familyOf = ledger.balances.map((one) => one.equation?.family.id ?? '');
  }

  /** Tries all sets of up to `limit` mistakes. False where single changes had to be given up. */
  run(limit: number): boolean {
    if (this.sought !== 'misplacements') this.singles(limit);
    const isComplete = this.steps <= budget;
    // One cell that mends all its equations leaves no exchange that would: that breaks two of a family.
    if (this.sought === 'singles' || (limit === 1 && this.found.size > 0)) return isComplete;
    this.steps = 0;
    this.several(limit);
    return isComplete;
  }

  /** Mistakes of several cells, and what is left for single changes after them. */
  private several(left: number): void {
    // An exchange mends no more than two equations of a family.
    if (this.leastSingles() <= 2 * left) {
      for (const balance of left === 1 ? [this.first()] : [...this.failing]) {
        this.steps += exchangeSteps;
        const residual = this.residuals[balance] as number;
        for (const mistake of this.mistakes.exchanges(balance, -residual)) this.andThen(mistake, left);
      }
      if (left === 2) this.pairs();
    }
    if (left === 1 && this.failing.size < leastForShift) return;
    for (const { mistake, effect } of this.mistakes.shifts)
      if ((this.sought === 'misplacements' || mistake.changes.length > 1) && this.isMendingSome(effect))
        this.andThen(mistake, left);
  }

  /** Two exchanges of which neither mends anything by itself: both touch all that fails. */
  private pairs(): void {
    this.steps += exchangeSteps;
    for (const mistake of this.mistakes.exchanges(this.first(), 'any', [...this.failing]))
      this.andThen(mistake, 2);
  }

  /** Whether the last part of the search came to its end. */
  get isThorough(): boolean {
    return this.steps <= budget;
  }

  private andThen(mistake: Mistake, left: number): void {
    this.with(mistake, () => {
      if (this.failing.size === 0) this.record();
      else if (left > 1) {
        this.several(left - 1);
        if (this.sought !== 'misplacements') this.singles(left - 1);
      }
    });
  }

  private isMendingSome(effect: ReadonlyMap<number, number>): boolean {
    for (const [balance, amount] of effect)
      if (this.failing.has(balance) && this.residuals[balance] === -amount) return true;
    return false;
  }

  private singles(left: number): void {
    if (this.leastSingles() > left) return;
    if (left === 1) this.lastSingle();
    else this.firstSingles(left);
  }

  private firstSingles(left: number): void {
    for (const balance of [...this.failing]) {
      this.eachMending(balance, (cell, to) => {
        this.with(this.mistakes.single(cell, to), () => {
          if (this.failing.size > 0) this.singles(left - 1);
        });
      });
    }
  }

  /** The last change must mend whatever is left, so any one balance tells which it can be. */
  private lastSingle(): void {
    this.eachMending(this.shortest(), (cell, to) => {
      const entries = this.ledger.entriesOf[cell] as readonly Entry[];
      if (entries.length !== this.failing.size) return;
      const change = to - (this.ledger.values[cell] as number);
      for (const { balance, factor } of entries)
        if ((this.residuals[balance] as number) !== -factor * change) return;
      this.record(this.mistakes.single(cell, to));
    });
  }

  /** Every one cell with the value with which a balance comes to 0. */
  private eachMending(balance: number, take: (cell: number, to: number) => void): void {
    const { cells, factors } = this.ledger.balances[balance] as Balance;
    const residual = this.residuals[balance] as number;
    for (let i = 0; i < cells.length && this.steps <= budget; i++) {
      const cell = cells[i] as number;
      const to = (this.ledger.values[cell] as number) - residual / (factors[i] as number);
      if (isLegal(this.ledger, cell, to) && this.touched[cell] === 0) take(cell, to);
    }
  }

  /** A cell stands in one equation of a family: as many single changes are needed as fail of one. */
  private leastSingles(): number {
    const counts = new Map<string, number>();
    let most = 1;
    for (const balance of this.failing) {
      const family = this.familyOf[balance] as string;
      if (family === '') continue;
      const count = (counts.get(family) ?? 0) + 1;
      counts.set(family, count);
      most = Math.max(most, count);
    }
    return most;
  }

  private first(): number {
    return this.failing.values().next().value as number;
  }

  private shortest(): number {
    const length = (balance: number): number => this.ledger.balances[balance]?.cells.length ?? 0;
    let found = this.first();
    for (const balance of this.failing) if (length(balance) < length(found)) found = balance;
    return found;
  }

  private isTouched({ changes }: Mistake): boolean {
    for (const { cell } of changes) if (this.touched[cell] === 1) return true;
    return false;
  }

  private with(mistake: Mistake, look: () => void): void {
    if (this.steps > budget || this.isTouched(mistake)) return;
    const name = nameOf([...this.chosen, mistake]);
    if (this.seen.has(name)) return;
    this.seen.add(name);
    this.steps++;
    this.chosen.push(mistake);
    this.apply(mistake, 1);
    look();
    this.apply(mistake, -1);
    this.chosen.pop();
  }

  private apply({ changes }: Mistake, sign: 1 | -1): void {
    for (const { cell, from, to } of changes) {
      this.touched[cell] = sign === 1 ? 1 : 0;
      for (const { balance, factor } of this.ledger.entriesOf[cell] as readonly Entry[]) {
        const value = (this.residuals[balance] as number) + sign * factor * (to - from);
        this.residuals[balance] = value;
        if (value === 0) this.failing.delete(balance);
        else this.failing.add(balance);
      }
    }
  }

  private record(...last: readonly Mistake[]): void {
    const mistakes = [...this.chosen, ...last];
    const weight = mistakes.reduce((sum, one) => sum + one.weight, 0);
    this.found.set(nameOf(mistakes), { mistakes, weight });
  }
}

/** The same for the same mistakes in any order. */
function nameOf(mistakes: readonly Mistake[]): string {
  const [first, second] = mistakes;
  if (!first || !second) return first?.id ?? '';
  // Mostly there are two, and there is one way to put them in order.
  if (mistakes.length === 2)
    return first.id < second.id ? `${first.id},${second.id}` : `${second.id},${first.id}`;
  return mistakes
    .map((one) => one.id)
    .sort()
    .join();
}
