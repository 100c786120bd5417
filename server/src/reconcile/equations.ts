import type { CellKey, Equation } from '../form/indexed-form';
import type { BoundCell, BoundTable } from '../report/table';

/** `unknown`: a cell of the equation is missing, blank or unreadable, so it is not checked. */
export type EquationState = 'holds' | 'fails' | 'unknown';

/** An equation with the draft's numbers. `left` and `right` are sums in the table's unit; null where unknown. */
export interface CheckedEquation {
  readonly equation: Equation;
  readonly state: EquationState;
  readonly left: number | null;
  readonly right: number | null;
}

/** All equations of a table, in the form's order, with what fails sorted by cause. */
export interface Reconciliation {
  readonly equations: readonly CheckedEquation[];
  readonly byId: ReadonlyMap<string, CheckedEquation>;
  readonly failing: readonly CheckedEquation[];
  readonly unknown: number;
}

const reconciliationKey = {};

/** Checks every equation of a table. Kept with the table, which is the same object while its text is. */
export function reconcile(table: BoundTable): Reconciliation {
  return table.memo.get(reconciliationKey, () => {
    const equations = table.form.equations.map((equation) => check(equation, table.cells));
    return {
      equations,
      byId: new Map(equations.map((one) => [one.equation.id, one])),
      failing: equations.filter((one) => one.state === 'fails'),
      unknown: equations.filter((one) => one.state === 'unknown').length,
    };
  });
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

function check(equation: Equation, cells: ReadonlyMap<CellKey, BoundCell>): CheckedEquation {
  const numberIn = (key: CellKey): number | null | undefined => cells.get(key)?.value;
  const left = sumOf(equation.left, numberIn);
  const right = sumOf(equation.right, numberIn);
  const state = left === null || right === null ? 'unknown' : left === right ? 'holds' : 'fails';
  return { equation, state, left, right };
}
