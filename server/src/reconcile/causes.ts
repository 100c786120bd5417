import type { CellKey, Equation } from '../form/indexed-form';
import type { BoundTable } from '../report/table';
import { type CheckedEquation, reconcile, sumOf } from './equations';

/**
 * Why equations fail. `total` is the derived cell of the leading equation and `value` what its addends make.
 * `proven`: with that value every other equation of the cell holds, and there is one to witness it.
 */
export interface Cause {
  readonly leading: CheckedEquation;
  readonly total: { readonly key: CellKey; readonly value: number; readonly proven: boolean } | null;
  /** The leading equation and all others that fail for the same reason. */
  readonly failing: readonly CheckedEquation[];
}

const causesKey = {};

/** Sorts the failing equations of a table by cause: a wrong total that breaks three equations is one cause. */
export function causesOf(table: BoundTable): readonly Cause[] {
  return table.memo.get(causesKey, () => findCauses(table));
}

function findCauses(table: BoundTable): Cause[] {
  const { failing } = reconcile(table);
  const explained = new Set<CheckedEquation>();
  const found: Cause[] = [];
  for (const leading of failing) {
    if (explained.has(leading)) continue;
    const total = recomputed(leading.equation, table);
    if (!total?.proven) continue;
    const others = failing.filter((one) => !explained.has(one) && contains(one.equation, total.key));
    for (const one of others) explained.add(one);
    found.push({ leading, total, failing: [leading, ...others.filter((one) => one !== leading)] });
  }
  for (const leading of failing) {
    if (!explained.has(leading))
      found.push({ leading, total: recomputed(leading.equation, table), failing: [leading] });
  }
  const order = (cause: Cause): number => failing.indexOf(cause.leading);
  return found.sort((a, b) => order(a) - order(b));
}

/** What the derived cell of an equation must be for it to hold; null where it has none or no legal value does. */
function recomputed(equation: Equation, table: BoundTable): Cause['total'] {
  const key = equation.right[0];
  if (!equation.family.derived || key === undefined) return null;
  const value = sumOf(equation.left, (cell) => table.cells.get(cell)?.value);
  if (value === null || value < 0) return null;
  const others = (table.form.equationsOf.get(key) ?? []).filter((one) => one !== equation);
  const numberIn = (cell: CellKey): number | null | undefined =>
    cell === key ? value : table.cells.get(cell)?.value;
  const holds = (one: Equation): boolean => {
    const left = sumOf(one.left, numberIn);
    return left !== null && left === sumOf(one.right, numberIn);
  };
  return { key, value, proven: others.length > 0 && others.every(holds) };
}

function contains(equation: Equation, key: CellKey): boolean {
  return equation.left.includes(key) || equation.right.includes(key);
}
