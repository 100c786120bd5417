import { type Balance, type Entry, type Hundredths, isLegal, type Ledger, worked } from './ledger';
import type { Mistake, Mistakes } from './mistakes';
import { Residuals } from './residuals';

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
  readonly found = new Map<number, Explanation>();
  private readonly residuals: Residuals;
  private readonly chosen: Mistake[] = [];
  /** For each cell whether it is changed by what is chosen. */
  private readonly touched: Uint8Array;
  private readonly seen = new Set<number>();
  private steps = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly mistakes: Mistakes,
    failing: readonly number[],
    private readonly sought: Sought,
  ) {
    this.touched = new Uint8Array(ledger.keys.length);
    this.residuals = new Residuals(ledger, failing);
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

  /** Whether the last part of the search came to its end. */
  get isThorough(): boolean {
    return this.steps <= budget;
  }

  /** Mistakes of several cells, and what is left for single changes after them. */
  private several(left: number): void {
    // There are few shifts: they come first, before the steps are spent.
    this.shifts(left);
    this.exchanges(left);
  }

  /** Rows that a shift may have put out, of which some balance speaks. */
  private shifts(left: number): void {
    if (left === 1 && this.residuals.failing.length < leastForShift) return;
    const isAny = this.sought === 'misplacements';
    for (const mistake of this.mistakes.shifts)
      if ((isAny || mistake.changes.length > 1) && this.isMendingSome(mistake)) this.after(mistake, left);
  }

  /** Exchanges about the failing balances. */
  private exchanges(left: number): void {
    const { failing } = this.residuals;
    // An exchange mends no more than two equations of a family.
    if (this.residuals.mostOfOneFamily <= 2 * left) {
      for (const balance of left === 1 ? failing.slice(0, 1) : [...failing]) {
        this.steps += exchangeSteps;
        const exchanges = this.mistakes.exchanges(balance, -this.residuals.of(balance));
        for (const mistake of exchanges) this.after(mistake, left);
      }
      if (left === 2) this.pairs();
    }
  }

  /** Two exchanges of which neither mends anything by itself: both touch all that fails. */
  private pairs(): void {
    this.steps += exchangeSteps;
    const failing = [...this.residuals.failing];
    for (const mistake of this.mistakes.exchanges(failing[0] as number, 'any', failing))
      this.after(mistake, 2);
  }

  /** What is left once a mistake is put right. */
  private after(mistake: Mistake, left: number): void {
    if (!this.choose(mistake)) return;
    if (this.residuals.failing.length === 0) this.record();
    else if (left > 1) {
      this.several(left - 1);
      if (this.sought !== 'misplacements') this.singles(left - 1);
    }
    this.drop(mistake);
  }

  private isMendingSome({ effect }: Mistake): boolean {
    for (const { balance, amount } of effect)
      if (this.residuals.of(balance) === -amount && this.residuals.fails(balance)) return true;
    return false;
  }

  private singles(left: number): void {
    // A cell stands in one equation of a family: as many single changes are needed as fail of one.
    if (this.residuals.mostOfOneFamily > left) return;
    if (left === 1) this.lastSingle();
    else this.firstSingles(left);
  }

  private firstSingles(left: number): void {
    for (const balance of [...this.residuals.failing]) {
      this.eachMending(balance, (cell, to) => {
        const mistake = this.mistakes.single(cell, to);
        if (!this.choose(mistake)) return;
        if (this.residuals.failing.length > 0) this.singles(left - 1);
        this.drop(mistake);
      });
    }
  }

  /** The last change must mend whatever is left, so any one balance tells which it can be. */
  private lastSingle(): void {
    this.eachMending(this.shortest(), (cell, to) => {
      const entries = this.ledger.entriesOf[cell] as readonly Entry[];
      if (entries.length !== this.residuals.failing.length) return;
      const change = to - (this.ledger.values[cell] as number);
      for (const { balance, factor } of entries) if (this.residuals.of(balance) !== -factor * change) return;
      this.record(this.mistakes.single(cell, to));
    });
  }

  /** Every one cell with the value with which a balance comes to 0. */
  private eachMending(balance: number, take: (cell: number, to: number) => void): void {
    const { cells, factors } = this.ledger.balances[balance] as Balance;
    const residual = this.residuals.of(balance);
    for (let i = 0; i < cells.length && this.steps <= budget; i++) {
      const cell = cells[i] as number;
      const to = (this.ledger.values[cell] as number) - residual / (factors[i] as number);
      if (this.touched[cell] === 0 && isLegal(this.ledger, cell, to)) take(cell, to);
    }
  }

  private shortest(): number {
    const { failing } = this.residuals;
    const length = (balance: number): number => this.ledger.balances[balance]?.cells.length ?? 0;
    let found = failing[0] as number;
    for (const balance of failing) if (length(balance) < length(found)) found = balance;
    return found;
  }

  /** Puts a mistake right; false where that cannot be, or was tried before. */
  private choose(mistake: Mistake): boolean {
    if (this.steps > budget) return false;
    for (const { cell } of mistake.changes) if (this.touched[cell] === 1) return false;
    this.chosen.push(mistake);
    const name = nameOf(this.chosen);
    if (this.seen.has(name)) {
      this.chosen.pop();
      return false;
    }
    this.seen.add(name);
    this.steps++;
    for (const { cell } of mistake.changes) this.touched[cell] = 1;
    this.residuals.add(mistake.effect, 1);
    return true;
  }

  private drop(mistake: Mistake): void {
    this.chosen.pop();
    for (const { cell } of mistake.changes) this.touched[cell] = 0;
    this.residuals.add(mistake.effect, -1);
  }

  private record(...last: readonly Mistake[]): void {
    const mistakes = [...this.chosen, ...last];
    const weight = mistakes.reduce((sum, one) => sum + one.weight, 0);
    this.found.set(nameOf(mistakes), { mistakes, weight });
  }
}

/** More mistakes than a search ever makes up; three of them fit into a whole number. */
const mostMade = 2 ** 17;

/** The same for the same mistakes in any order, of up to three. */
function nameOf(mistakes: readonly Mistake[]): number {
  const [a, b, c] = mistakes.map(({ id }) => id) as [number, number?, number?];
  if (b === undefined) return a;
  if (c === undefined) return Math.min(a, b) * mostMade + Math.max(a, b);
  const first = Math.min(a, b, c);
  const last = Math.max(a, b, c);
  return (first * mostMade + (a + b + c - first - last)) * mostMade + last;
}
