import type { FormTable } from '../form/indexed-form';
import type { Ledger } from './ledger';

/** How alike the rows divide among the columns: the greater, the more a row of other shares surprises. Real tables have 16 and more. */
const likeness = 6;
/** For how many requests the usual shares of the columns count beside those of the table. */
const usual = 2;
/**
 * No odd row says more than that, for or against: as a logarithm to the base of 10. Less than half of what it takes to be
 * certain, so that of two like explanations neither is certain for that alone.
 */
const most = 0.9;

/**
 * How well the rows of a table agree with each other: in nearly every row of a table it is the same columns that hold
 * most, so that a row in which two numbers changed places, or all moved by a column, stands out. A row is weighed
 * against the others as drawn from a Dirichlet-multinomial distribution.
 */
export class Plausibility {
  /** For each row its first place and how many addends it has; null where it does not add up to a total, or is one. */
  private readonly rows: readonly (readonly number[] | null)[];
  private readonly sums: readonly number[];
  /** What each column counts for beside what is written in it. */
  private readonly usual: readonly number[];

  constructor(
    private readonly ledger: Ledger,
    isTotal: readonly boolean[],
  ) {
    const { rows } = ledger.form;
    this.rows = rows.map(({ keys, firstPlace }) => {
      const addends = keys.slice(0, -1).map((_, i) => firstPlace + i);
      const isSummed = isTotal[firstPlace + keys.length - 1] === true;
      return isSummed ? addends : null;
    });
    const sums: number[] = [];
    for (const places of this.rows)
      places?.forEach((place, i) => {
        sums[i] = (sums[i] ?? 0) + this.valueAt(place);
      });
    this.sums = sums;
    this.usual = usualIn(ledger.form);
  }

  /** How much more alike the rows are after some changes, as a logarithm to the base of 10. */
  gain(changes: readonly { readonly cell: number; readonly to: number }[]): number {
    const changed = new Map(changes.map(({ cell, to }) => [cell, to / 100]));
    const touched = this.rows.filter((places) =>
      places?.some((place) => changed.has(place)),
    ) as (readonly number[])[];
    if (touched.length === 0) return 0;
    const shares = this.sharesBeside(touched);
    let gain = 0;
    for (const places of touched) {
      const before = places.map((place) => this.valueAt(place));
      const after = places.map((place, i) => changed.get(place) ?? (before[i] as number));
      gain += likelihood(after, shares) - likelihood(before, shares);
    }
    return Math.max(-most, Math.min(most, gain / Math.LN10));
  }

  /** The shares of the columns in all rows but some. */
  private sharesBeside(rows: readonly (readonly number[])[]): number[] {
    const others = this.sums.map((sum, i) => {
      const own = rows.reduce((all, places) => all + this.valueAt(places[i] as number), 0);
      return Math.max(0, sum - own) + (this.usual[i] as number);
    });
    const all = others.reduce((a, b) => a + b, 0);
    return others.map((sum) => sum / all);
  }

  /** What a cell holds; nothing where it is not read or holds what no count can be. */
  private valueAt(place: number): number {
    return Math.max(0, (this.ledger.values[place] ?? 0) / 100);
  }
}

function usualIn({ columns, definition: { usualShares } }: FormTable): number[] {
  const addends = columns.slice(0, -1).map(({ definition }) => usualShares?.[definition.id] ?? 1);
  const all = addends.reduce((a, b) => a + b, 0);
  return addends.map((share) => (usual * share) / all);
}

/** The natural logarithm of how likely a row is with these shares of its columns, given what it comes to. */
function likelihood(row: readonly number[], shares: readonly number[]): number {
  let all = 0;
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    const value = row[i] as number;
    const weight = likeness * (shares[i] as number);
    all += value;
    sum += logGamma(value + weight) - logGamma(weight) - logGamma(value + 1);
  }
  return sum + logGamma(all + 1) - logGamma(all + likeness);
}

/** The natural logarithm of the gamma function, for numbers above 0; after Stirling. */
function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 7) product *= shifted++;
  const inverse = 1 / (shifted * shifted);
  const series = (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
  );
}
