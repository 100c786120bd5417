import type { CellKey, Equation, FormTable } from '../form/indexed-form';
import { type Evidence, weightOfEvidence, weightOfFreshness } from './evidence';
import { type Balance, type Entry, isLegal, type Ledger } from './ledger';
import { Plausibility } from './plausibility';
import type { Addition } from './residuals';
import { type Slip, slipBetween, slipLikelihoods } from './slips';

/** One cell given another value, both in whole hundredths. */
export interface Change {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** One slip of the pen put right: a number, two neighbours exchanged, a row that stands a column off. */
export interface Mistake {
  /** The same for the same mistake, from 1 on. */
  readonly id: number;
  readonly slip: Slip;
  readonly changes: readonly Change[];
  /** What putting it right adds to each balance that it changes. */
  readonly effect: readonly Addition[];
  /** How likely it is, as a logarithm to the base of 10. */
  readonly weight: number;
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

/** The mistakes that a table may hold, made up as they are asked for. */
export class Mistakes {
  private readonly isTotal: readonly boolean[];
  /** For each cell the others of its row, and those above and below it in its column. */
  private readonly around: readonly (readonly Neighbour[])[];
  /** For each cell the values it was asked for with. */
  private readonly singles: (Map<number, Mistake> | undefined)[] = [];
  /** The exchanges that were asked for; null for those that cannot have been. */
  private readonly exchanged = new Map<number, Mistake | null>();
  private shifted: readonly Mistake[] | undefined;
  private plausibility: Plausibility | undefined;
  private made = 0;

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
    this.singles[cell] ??= new Map();
    const singles = this.singles[cell];
    // A search comes to the same change by many ways.
    const known = singles.get(to);
    if (known) return known;
    const from = this.ledger.values[cell] as number;
    const single = this.mistake(this.slipOf(cell, from, to), [{ cell, from, to }]);
    singles.set(to, single);
    return single;
  }

  /**
   * Every two numbers of a row, or of two rows one below the other, that changed places: those that move a balance by
   * just that amount, or by any, and touch all the given balances.
   */
  exchanges(balance: number, amount: number | 'any', touched: readonly number[] = []): Mistake[] {
    const { balances, values } = this.ledger;
    const { cells, factors } = balances[balance] as Balance;
    const found: Mistake[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as number;
      const from = values[cell] as number;
      for (const { other, isNext } of this.around[cell] as readonly Neighbour[]) {
        const to = values[other];
        if (to === undefined || to === null || to === from) continue;
        const own = this.factorIn(balance, other);
        const moved = ((factors[i] as number) - own) * (to - from);
        // Of two cells of the balance the first speaks for both.
        if (moved === 0 || (amount !== 'any' && moved !== amount) || (own !== 0 && other < cell)) continue;
        if (!touched.every((one) => this.factorIn(one, cell) !== 0 || this.factorIn(one, other) !== 0))
          continue;
        const mistake = this.exchange(cell, other, isNext);
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
  get shifts(): readonly Mistake[] {
    this.shifted ??= this.ledger.form.memo
      .get(summedKey, summedIn, this.ledger.form)
      .flatMap((cells) => this.shiftsOf(cells));
    return this.shifted;
  }

  private slipOf(cell: number, from: number, to: number): Slip {
    if (!isLegal(this.ledger, cell, from)) return 'improper';
    const slip = slipBetween(from / 100, to / 100);
    return slip === 'other' && this.isTotal[cell] ? 'miscounted' : slip;
  }

  /** Two numbers in each other's place; null where they cannot have been there. */
  private exchange(cell: number, other: number, isNext: boolean): Mistake | null {
    const pair = Math.min(cell, other) * this.ledger.keys.length + Math.max(cell, other);
    const known = this.exchanged.get(pair);
    if (known !== undefined) return known;
    const { values } = this.ledger;
    const changes = this.changesTo([cell, other], [values[other] as number, values[cell] as number]);
    const mistake = changes && this.mistake(isNext ? 'exchanged' : 'misplaced', changes);
    this.exchanged.set(pair, mistake);
    return mistake;
  }

  /**
   * What numbers that stand a column too far right or left may have been, with or without the total, a 0 where they
   * left off. The number that was pushed out is the one with which the row adds up.
   */
  private shiftsOf(cells: readonly number[]): Mistake[] {
    const written = cells.map((cell) => this.ledger.values[cell] ?? null);
    const found: Mistake[] = [];
    if (written.includes(null)) return found;
    for (const right of unshifted(written as number[])) {
      const changes = this.changesTo(cells, right);
      if (!changes || changes.length === 0 || isExchange(changes)) continue;
      if (!found.some((one) => isSame(one.changes, changes))) found.push(this.mistake('shifted', changes));
    }
    return found;
  }

  /** What changes where cells get other values; null where one of them may not stand there. */
  private changesTo(cells: readonly number[], values: readonly number[]): readonly Change[] | null {
    const changes: Change[] = [];
    for (let i = 0; i < cells.length; i++) {
      const [cell, to] = [cells[i] as number, values[i] as number];
      const from = this.ledger.values[cell] as number;
      if (from === to) continue;
      if (!isLegal(this.ledger, cell, to)) return null;
      changes.push({ cell, from, to });
    }
    return changes;
  }

  private mistake(slip: Slip, changes: readonly Change[]): Mistake {
    let weight = slipLikelihoods[slip];
    for (const { cell, from, to } of changes)
      weight += weightOfEvidence(this.evidence, this.ledger.keys[cell] as CellKey, from / 100, to / 100);
    this.made++;
    return { id: this.made, slip, changes, effect: this.effectOf(changes), weight };
  }

  private effectOf(changes: readonly Change[]): readonly Addition[] {
    const effect: { readonly balance: number; amount: number }[] = [];
    for (const { cell, from, to } of changes) {
      for (const { balance, factor } of this.ledger.entriesOf[cell] ?? []) {
        const known = effect.find((one) => one.balance === balance);
        if (known) known.amount += factor * (to - from);
        else effect.push({ balance, amount: factor * (to - from) });
      }
    }
    return effect.filter(({ amount }) => amount !== 0);
  }

  private factorIn(balance: number, cell: number): number {
    for (const entry of this.ledger.entriesOf[cell] as readonly Entry[])
      if (entry.balance === balance) return entry.factor;
    return 0;
  }
}

const totalsKey = {};
const neighboursKey = {};
const summedKey = {};

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

/** The cells of each row whose last number is the total of three others or more. */
function summedIn({ rows, equationsOf }: FormTable): number[][] {
  return rows.flatMap(({ keys, firstPlace }) => {
    const total = keys.at(-1) as CellKey;
    const isSummed = equationsOf
      .get(total)
      ?.some((one) => isTotalOf(total, one) && one.left.every((key, i) => key === keys[i]));
    return isSummed && keys.length > 3 ? [keys.map((_, i) => firstPlace + i)] : [];
  });
}

/** Whether two numbers only changed places: the shift of a row with one number in it is no other mistake than that. */
function isExchange([a, b, ...others]: readonly Change[]): boolean {
  return others.length === 0 && a?.from === b?.to && a?.to === b?.from;
}

/** Whether the same cells are given the same values; both in the order of the cells. */
function isSame(some: readonly Change[], others: readonly Change[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ cell, to }, i) => others[i]?.cell === cell && others[i]?.to === to)
  );
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
