import type { CellKey, Equation } from '../form/indexed-form';
import type { BoundTable } from '../report/table';

/** `unknown`: a cell of the equation is missing, blank or unreadable, so it is not checked. */
export type EquationState = 'holds' | 'fails' | 'unknown';

/** An equation with the draft's numbers. `left` and `right` are sums in the table's unit; null where unknown. */
export interface CheckedEquation {
  readonly equation: Equation;
  readonly state: EquationState;
  readonly left: number | null;
  readonly right: number | null;
}

/** All equations of a table, in the form's order, and those of them that fail. */
export class Reconciliation {
  readonly failing: readonly CheckedEquation[];
  /** How many equations could not be checked. */
  readonly unknown: number;

  constructor(private readonly table: BoundTable) {
    const failing: CheckedEquation[] = [];
    let unknown = 0;
    const { hundredths } = table;
    for (const equation of table.form.equations) {
      const left = sumAt(equation.leftPlaces, hundredths);
      const right = sumAt(equation.rightPlaces, hundredths);
      // A sum that is not known is not a number, and equals nothing.
      if (left === right) continue;
      if (Number.isNaN(left) || Number.isNaN(right)) unknown++;
      else failing.push(checked(equation, left, right));
    }
    this.failing = failing;
    this.unknown = unknown;
  }

  get equations(): readonly CheckedEquation[] {
    return this.table.memo.get(equationsKey, () =>
      this.table.form.equations.map((equation) => this.check(equation)),
    );
  }

  /** The equation by its id: `row.new`; undefined where the table has none of that name. */
  byId(id: string): CheckedEquation | undefined {
    const equation = this.table.form.equationById.get(id);
    return equation && this.equations[equation.index];
  }

  private check(equation: Equation): CheckedEquation {
    const { hundredths } = this.table;
    return (
      this.failing.find((one) => one.equation === equation) ??
      checked(equation, sumAt(equation.leftPlaces, hundredths), sumAt(equation.rightPlaces, hundredths))
    );
  }
}

const equationsKey = {};
const reconciliationKey = {};

/** Checks every equation of a table. Kept with the table, which is the same object while its text is. */
export function reconcile(table: BoundTable): Reconciliation {
  return table.memo.get(reconciliationKey, () => new Reconciliation(table));
}

/** The sum of cells in hundredths; not a number where one of them has none, or where it is too large to be exact. */
function sumAt(places: readonly number[], hundredths: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += hundredths[places[i] as number] as number;
  return Math.abs(sum) <= Number.MAX_SAFE_INTEGER ? sum : Number.NaN;
}

function checked(equation: Equation, left: number, right: number): CheckedEquation {
  const isKnown = !(Number.isNaN(left) || Number.isNaN(right));
  return {
    equation,
    state: isKnown ? (left === right ? 'holds' : 'fails') : 'unknown',
    left: Number.isNaN(left) ? null : left / 100,
    right: Number.isNaN(right) ? null : right / 100,
  };
}

/** Sums are taken in hundredths, as whole numbers: no figure of a form has more than two decimals. */
export function sumOf(
  keys: readonly CellKey[],
  numberIn: (key: CellKey) => number | null | undefined,
): number | null {
  let sum = 0;
  for (const key of keys) {
    const value = numberIn(key);
    if (value === null || value === undefined) return null;
    sum += Math.round(value * 100);
  }
  return Number.isSafeInteger(sum) ? sum / 100 : null;
}
