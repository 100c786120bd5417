import type { CellKey, Equation, FormTable } from '../form/indexed-form';
import { type Evidence, weightOfEvidence, weightOfFreshness } from './evidence';
import { type Balance, type Entry, isLegal, type Ledger } from './ledger';
import { Plausibility } from './plausibility';
import { type Slip, slipBetween, slipLikelihoods } from './slips';

/** One cell given another value, both in whole hundredths. */
export interface Change {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** One slip of the pen put right: a number, two neighbours exchanged, a row that stands a column off. */
export interface Mistake {
  readonly id: string;
  readonly slip: Slip;
  readonly changes: readonly Change[];
  /** How likely it is, as a logarithm to the base of 10. */
  readonly weight: number;
}

/** A row that may be shifted, and what putting it right adds to each balance. */
interface Shift {
  readonly mistake: Mistake;
  readonly effect: ReadonlyMap<number, number>;
}

/** A cell that another may have been exchanged with. */
interface Neighbour {
  readonly other: number;
  readonly isNext: boolean;
}

/** Whether a cell is by its nature computed in an equation: its total. */
export function isTotalOf(key: CellKey, equation: Equation): boolean {
  return equation.family.derived && equation.right[0] === key;
}

/** What putting a mistake right adds to each balance that it changes. */
export function effectOf(ledger: Ledger, { changes }: Mistake): ReadonlyMap<number, number> {
  const effect = new Map<number, number>();
  for (const { cell, from, to } of changes) {
    for (const { balance, factor } of ledger.entriesOf[cell] ?? [])
      effect.set(balance, (effect.get(balance) ?? 0) + factor * (to - from));
  }
  for (const [balance, amount] of effect) if (amount === 0) effect.delete(balance);
  return effect;
}

/** The mistakes that a table may hold, made up as they are asked for. */
export class Mistakes {
  private readonly isTotal: readonly boolean[];
  /** For each cell the others of its row, and those above and below it in its column. */
  private readonly around: readonly (readonly Neighbour[])[];
  private readonly singles = new Map<string, Mistake>();
  private shifted: readonly Shift[] | undefined;
  private plausibility: Plausibility | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly evidence: Evidence,
  ) {
    const { form } = ledger;
    this.isTotal = form.memo.get(totalsKey, totalsOf, form);
    this.around = form.memo.get(neighboursKey, neighboursIn, form);
  }

  /** The mistakes of the same table with other numbers in it. */
  in(ledger: Ledger): Mistakes {
    return new Mistakes(ledger, this.evidence);
  }

  /** One cell given another value. */
  single(cell: number, to: number): Mistake {
    const id = `${cell}=${to}`;
    // A search comes to the same change by many ways.
    const known = this.singles.get(id);
    if (known) return known;
    const from = this.ledger.values[cell] as number;
    const key = this.ledger.keys[cell] as CellKey;
    const slip = this.slipOf(cell, from, to);
    const weight = slipLikelihoods[slip] + weightOfEvidence(this.evidence, key, from / 100, to / 100);
    const single: Mistake = { id, slip, changes: [{ cell, from, to }], weight };
    this.singles.set(id, single);
    return single;
  }

  /**
   * Every two numbers of a row, or of two rows one below the other, that changed places: those that move a balance by
   * just that amount, or by any, and touch all the given balances.
   */
  exchanges(balance: number, amount: number | 'any', touched: readonly number[] = []): Mistake[] {
    const { balances, entriesOf, values } = this.ledger;
    const { cells, factors } = balances[balance] as Balance;
    const stands = (cell: number, where: number): boolean =>
      (entriesOf[cell] as readonly Entry[]).some((entry) => entry.balance === where);
    const found: Mistake[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as number;
      const from = values[cell] as number;
      for (const { other, isNext } of this.around[cell] as readonly Neighbour[]) {
        const to = values[other];
        if (to === undefined || to === null || to === from) continue;
        const own = entriesOf[other]?.find((entry) => entry.balance === balance)?.factor ?? 0;
        const moved = ((factors[i] as number) - own) * (to - from);
        // Of two cells of the balance the first speaks for both.
        if (moved === 0 || (amount !== 'any' && moved !== amount) || (own !== 0 && other < cell)) continue;
        if (!touched.every((where) => stands(cell, where) || stands(other, where))) continue;
        const mistake = this.ofSeveral(isNext ? 'exchanged' : 'misplaced', [
          [cell, to],
          [other, from],
        ]);
        if (mistake) found.push(mistake);
      }
    }
    return found;
  }

  /** How much more alike the rows of the table are once mistakes are put right, as a logarithm to the base of 10. */
  gain(mistakes: readonly Mistake[]): number {
    this.plausibility ??= new Plausibility(this.ledger, this.isTotal);
    return this.plausibility.gain(mistakes.flatMap(({ changes }) => changes));
  }

  /** What the last edit adds to the rank of a set of mistakes. */
  freshness(mistakes: readonly Mistake[]): number {
    if (this.evidence.editedLast === null) return 0;
    const keys = mistakes.flatMap(({ changes }) =>
      changes.map(({ cell }) => this.ledger.keys[cell] as CellKey),
    );
    return weightOfFreshness(this.evidence, keys);
  }

  /** Every row whose numbers may stand a column too far right or left. */
  get shifts(): readonly Shift[] {
    this.shifted ??= [...this.findShifts()].map((mistake) => ({
      mistake,
      effect: effectOf(this.ledger, mistake),
    }));
    return this.shifted;
  }

  private slipOf(cell: number, from: number, to: number): Slip {
    if (!isLegal(this.ledger, cell, from)) return 'improper';
    const slip = slipBetween(from / 100, to / 100);
    return slip === 'other' && this.isTotal[cell] ? 'miscounted' : slip;
  }

  private ofSeveral(slip: Slip, values: readonly (readonly [cell: number, to: number])[]): Mistake | null {
    const changes = values
      .map(([cell, to]): Change => ({ cell, from: this.ledger.values[cell] as number, to }))
      .filter(({ from, to }) => from !== to);
    // A row of zeros around one number may be shifted with only that number wrong.
    const least = slip === 'shifted' ? 1 : 2;
    if (changes.length < least || !changes.every(({ cell, to }) => isLegal(this.ledger, cell, to)))
      return null;
    const id = changes
      .map(({ cell, to }) => `${cell}=${to}`)
      .sort()
      .join('+');
    const weights = changes.map(({ cell, from, to }) =>
      weightOfEvidence(this.evidence, this.ledger.keys[cell] as CellKey, from / 100, to / 100),
    );
    return { id, slip, changes, weight: weights.reduce((a, b) => a + b, slipLikelihoods[slip]) };
  }

  /**
   * Rows whose numbers stand a column too far right or left, with or without the total, a 0 where they left off.
   * The number that was pushed out is the one with which the row adds up.
   */
  private *findShifts(): Iterable<Mistake> {
    const { form, values } = this.ledger;
    for (const row of form.rows) {
      const total = row.keys.at(-1) as CellKey;
      const isSummed = form.equationsOf
        .get(total)
        ?.some((one) => isTotalOf(total, one) && one.left.every((key, i) => key === row.keys[i]));
      const cells = row.keys.map((_, i) => row.firstPlace + i);
      const written = cells.map((cell) => values[cell] as number | null);
      if (!isSummed || written.length < 4 || written.some((value) => value === null)) continue;
      for (const right of unshifted(written as number[])) {
        const found = this.ofSeveral(
          'shifted',
          cells.map((cell, i): [number, number] => [cell, right[i] as number]),
        );
        if (found && !isExchange(found)) yield found;
      }
    }
  }
}

const totalsKey = {};
const neighboursKey = {};

/** For each cell of a table whether it is by its nature computed. */
function totalsOf({ rows, equations }: FormTable): boolean[] {
  const totals = new Set(equations.map((one) => (one.family.derived ? one.right[0] : undefined)));
  return rows.flatMap(({ keys }) => keys.map((key) => totals.has(key)));
}

/** For each cell of a table its neighbours: the others of its row, and those above and below it in its column. */
function neighboursIn({ rows }: FormTable): Neighbour[][] {
  return rows.flatMap((row) => {
    const others = [rows[row.index - 1], rows[row.index + 1]];
    return row.columns.map((column, i): Neighbour[] => {
      const own = row.columns.flatMap((_, at) =>
        at === i ? [] : [{ other: row.firstPlace + at, isNext: Math.abs(at - i) === 1 }],
      );
      for (const other of others) {
        const at = other?.columns.indexOf(column) ?? -1;
        if (other && at >= 0) own.push({ other: other.firstPlace + at, isNext: true });
      }
      return own;
    });
  });
}

/** Whether two numbers only changed places: the shift of a row with one number in it is no other mistake than that. */
function isExchange({ changes }: Mistake): boolean {
  const [a, b, ...others] = changes;
  return others.length === 0 && a?.from === b?.to && a?.to === b?.from;
}

/** What a row may have been before it was shifted by a column; its last number is the total of the others. */
function* unshifted(written: readonly number[]): Iterable<number[]> {
  const addends = written.slice(0, -1);
  const total = written.at(-1) as number;
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  if (written[0] === 0) {
    const moved = addends.slice(1);
    yield [...moved, total - sum(moved), total];
    yield [...moved, total, sum(moved) + total];
  }
  if (addends.at(-1) === 0) {
    const moved = addends.slice(0, -1);
    yield [total - sum(moved), ...moved, total];
  }
  if (total === 0) {
    const moved = addends.slice(0, -1);
    const last = addends.at(-1) as number;
    yield [last - sum(moved), ...moved, last];
  }
}
