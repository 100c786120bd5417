import type { ValueType } from '../form/form';
import type { CellKey, Equation, FormTable } from '../form/indexed-form';

/** What a cell holds in whole hundredths of its unit; null where it holds no number that can be reckoned with. */
export type Hundredths = number | null;

/** Cells with factors that together come to 0: an equation, or what is left of several once an unread cell fell out. */
export interface Balance {
  /** Null where it stands for several equations. */
  readonly equation: Equation | null;
  readonly cells: readonly number[];
  /** The factor of each of the cells. */
  readonly factors: readonly number[];
}

/** A balance that a cell stands in, by its index, and the cell's factor there. */
export interface Entry {
  readonly balance: number;
  readonly factor: number;
}

/** An unread cell and the balance that says what it must be. */
interface Determination {
  readonly cell: number;
  readonly terms: ReadonlyMap<number, number>;
}

/** A table as the search sees it: cells by index, in the form's order, and what must balance. */
export interface Ledger {
  readonly form: FormTable;
  readonly keys: readonly CellKey[];
  readonly values: readonly Hundredths[];
  /** Only what can be checked: unread cells have been worked out of them. */
  readonly balances: readonly Balance[];
  /** For each cell, the balances it stands in. */
  readonly entriesOf: readonly (readonly Entry[])[];
  /** For each balance the number of its equation's family; -1 where it stands for several equations. */
  readonly familyOf: readonly number[];
  readonly familyCount: number;
  /** What each unread cell must be, in the order to work them out. */
  readonly determinations: readonly Determination[];
  readonly typeOf: readonly ValueType[];
}

/** A row with more unread cells than that says nothing of any: what its columns then lack could be anything. */
const mostUnreadInRow = 2;
/** With more unread cells than that nothing is to be had from working them out. */
const mostUnread = 12;
/** Sums of a table's cells stay exact up to here. */
const greatest = Number.MAX_SAFE_INTEGER / 1000;

/**
 * The ledger of a table from its numbers in hundredths, each at its cell's place. Unread cells are free: each is taken
 * out by one of its equations, so that the others still say what the remaining cells must come to. With `isWide`
 * false, equations with unread cells are left out instead.
 */
export function ledgerOf(
  form: FormTable,
  hundredths: readonly number[],
  { isWide = true }: { readonly isWide?: boolean } = {},
): Ledger {
  const values = hundredths.map((value) => (Math.abs(value) <= greatest ? value : null));
  const { keys, typeOf, spread } = form.memo.get(outlineKey, outlineOf, form);
  const isRead = !values.includes(null);
  const unread = isWide && !isRead ? workable(form, values) : [];
  const find = (): Accounts => accountsOf(keys, spread, values, unread);
  // With every cell read the accounts are the form's own.
  const accounts = isRead ? form.memo.get(accountsKey, find) : find();
  return { form, keys, values, typeOf, ...accounts };
}

type Accounts = Pick<Ledger, 'balances' | 'determinations' | 'entriesOf' | 'familyOf' | 'familyCount'>;

const accountsKey = {};
const outlineKey = {};

function outlineOf(form: FormTable): Pick<Ledger, 'keys' | 'typeOf'> & { spread: readonly Spread[] } {
  return {
    keys: form.rows.flatMap((row) => row.keys),
    typeOf: form.rows.flatMap((row) => row.columns.map((column) => column.definition.valueType)),
    spread: form.equations.map((equation) => ({
      equation,
      terms: new Map([
        ...equation.leftPlaces.map((place): [number, number] => [place, 1]),
        ...equation.rightPlaces.map((place): [number, number] => [place, -1]),
      ]),
    })),
  };
}

function accountsOf(
  keys: readonly CellKey[],
  spread: readonly Spread[],
  values: readonly Hundredths[],
  unread: readonly number[],
): Accounts {
  const { balances, determinations } = withoutUnread(spread, values, unread);
  const entriesOf: Entry[][] = keys.map(() => []);
  balances.forEach(({ cells, factors }, balance) => {
    cells.forEach((cell, i) => {
      entriesOf[cell]?.push({ balance, factor: factors[i] as number });
    });
  });
  const families = [...new Set(balances.map(({ equation }) => equation?.family))];
  const familyOf = balances.map(({ equation }) => (equation ? families.indexOf(equation.family) : -1));
  return { balances, determinations, entriesOf, familyOf, familyCount: families.length };
}

interface Spread {
  readonly equation: Equation | null;
  readonly terms: ReadonlyMap<number, number>;
}

/** The unread cells that equations may say something of. */
function workable(form: FormTable, values: readonly Hundredths[]): number[] {
  const unread = form.rows.flatMap(({ firstPlace, keys }) => {
    const own = keys.map((_, i) => firstPlace + i).filter((cell) => values[cell] === null);
    return own.length <= mostUnreadInRow ? own : [];
  });
  return unread.length <= mostUnread ? unread : [];
}

function withoutUnread(
  equations: readonly Spread[],
  values: readonly Hundredths[],
  unread: readonly number[],
): Pick<Ledger, 'balances' | 'determinations'> {
  const isUnread = (cell: number): boolean => values[cell] === null;
  const free = new Set(unread);
  // What holds a cell that could be anything says nothing.
  let left = equations.filter(
    ({ terms }) => ![...terms.keys()].some((cell) => isUnread(cell) && !free.has(cell)),
  );
  const determinations: Determination[] = [];
  for (const cell of unread) {
    const holders = left.filter(({ terms }) => terms.has(cell));
    const pivot = holders.reduce<Spread | undefined>(
      (a, b) => (a && a.terms.size <= b.terms.size ? a : b),
      undefined,
    );
    if (!pivot) continue;
    determinations.unshift({ cell, terms: pivot.terms });
    left = left.flatMap((one) => {
      if (one === pivot) return [];
      return one.terms.has(cell) ? [combined(one.terms, pivot.terms, cell)] : [one];
    });
  }
  const balances = left
    .filter(({ terms }) => terms.size > 0 && ![...terms.keys()].some(isUnread))
    .map(({ equation, terms }) => ({ equation, cells: [...terms.keys()], factors: [...terms.values()] }));
  return { balances, determinations };
}

/** Two balances as one in which a cell of both does not stand. */
function combined(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>, cell: number): Spread {
  const [p, q] = [a.get(cell) as number, b.get(cell) as number];
  const terms = new Map<number, number>();
  for (const [key, factor] of a) terms.set(key, factor * q);
  for (const [key, factor] of b) terms.set(key, (terms.get(key) ?? 0) - factor * p);
  for (const [key, factor] of terms) if (factor === 0) terms.delete(key);
  return { equation: null, terms };
}

/** The balances that do not come to 0. */
export function failingBalances(ledger: Ledger): number[] {
  return ledger.balances.flatMap((balance, i) => (residual(ledger, balance) === 0 ? [] : [i]));
}

/** What a balance comes to: left less right. */
export function residual({ values }: Ledger, { cells, factors }: Balance): number {
  let sum = 0;
  for (let i = 0; i < cells.length; i++)
    sum += (factors[i] as number) * (values[cells[i] as number] as number);
  return sum;
}

/** Whether a value may stand in a cell: whole 件, never below 0; 万元 with two decimals. */
export function isLegal({ typeOf }: Ledger, cell: number, value: number): boolean {
  const type = typeOf[cell];
  return (
    Math.abs(value) <= greatest &&
    (value >= 0 || type === 'integer') &&
    (value % 100 === 0 || (type === 'nonNegativeDecimal' && Number.isInteger(value)))
  );
}

/** What the unread cells must be once all others hold `valueAt`, in hundredths; without those that could be anything. */
export function worked(ledger: Ledger, valueAt: (cell: number) => Hundredths): Map<number, number> {
  const found = new Map<number, number>();
  for (const { cell, terms } of ledger.determinations) {
    let sum: Hundredths = 0;
    for (const [other, factor] of terms) {
      if (other === cell) continue;
      const value: Hundredths = found.get(other) ?? valueAt(other);
      sum = sum === null || value === null ? null : sum + factor * value;
    }
    const own = terms.get(cell) as number;
    if (sum !== null) found.set(cell, -sum / own);
  }
  return found;
}
