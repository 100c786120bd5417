import type { CellKey, Equation } from '../form/indexed-form';
import type { BoundTable } from '../report/table';
import { type CheckedEquation, reconcile, sumOf } from './equations';
import { type Change, type Explanation, explain, type Ledger, surest } from './locate';

/** A number that a cell should hold, in its own unit. */
export interface Correction {
  readonly key: CellKey;
  readonly value: number;
  readonly slip: Change['slip'];
}

/** Why equations fail: one cause is one finding. */
export interface Cause {
  /** The equation the cause is told by: of a wrong total the one it is the total of. */
  readonly leading: CheckedEquation;
  /** All equations that fail for this reason, in the form's order. */
  readonly failing: readonly CheckedEquation[];
  /** The wrong cell, where it is known beyond doubt: every equation of it could be checked and agrees. */
  readonly culprit: Correction | null;
  /** Where it is not: the fewest changes that would mend the equations, likeliest first. May be none. */
  readonly alternatives: readonly (readonly Correction[])[];
}

const causesKey = {};
const mostAlternatives = 6;

/** Sorts the failing equations of a table by cause. Kept with the table. */
export function causesOf(table: BoundTable): readonly Cause[] {
  return table.memo.get(causesKey, () => findCauses(table));
}

function findCauses(table: BoundTable): Cause[] {
  const reconciliation = reconcile(table);
  const { failing } = reconciliation;
  if (failing.length === 0) return [];
  const { equations } = reconciliation;
  const ledger = ledgerOf(table, equations);
  const causes: Cause[] = [];
  const unsolved: CheckedEquation[] = [];
  for (const component of components(failing)) {
    const found = explain(
      ledger,
      component.map((one) => one.equation),
    );
    if (found.length > 0) causes.push(...causesFrom(found, component, table));
    else unsolved.push(...component);
  }
  // Two cells exchanged break equations that share no cell: they are looked at together.
  const together = explain(
    ledger,
    unsolved.map((one) => one.equation),
  );
  if (together.length > 0) causes.push(...causesFrom(together, unsolved, table));
  else
    for (const leading of unsolved)
      causes.push({ leading, failing: [leading], culprit: null, alternatives: recomputed(leading, table) });
  return causes.sort((a, b) => failing.indexOf(a.leading) - failing.indexOf(b.leading));
}

function ledgerOf(table: BoundTable, equations: readonly CheckedEquation[]): Ledger {
  const values = new Map<CellKey, number>();
  for (const [key, { value }] of table.cells) if (value !== null) values.set(key, Math.round(value * 100));
  const known = new Set(equations.filter((one) => one.state !== 'unknown').map((one) => one.equation));
  const checkedOf = new Map<CellKey, readonly Equation[]>();
  return {
    values,
    equationsOf: (key) => {
      let own = checkedOf.get(key);
      if (!own) {
        own = (table.form.equationsOf.get(key) ?? []).filter((equation) => known.has(equation));
        checkedOf.set(key, own);
      }
      return own;
    },
    isLegal: (key, value) => {
      const type = table.cells.get(key)?.column.definition.valueType;
      return (value >= 0 || type === 'integer') && (value % 100 === 0 || type === 'nonNegativeDecimal');
    },
  };
}

/** Failing equations that share cells, taken together. */
function components(failing: readonly CheckedEquation[]): CheckedEquation[][] {
  const found: { equations: CheckedEquation[]; cells: Set<CellKey> }[] = [];
  for (const one of failing) {
    const cells = new Set([...one.equation.left, ...one.equation.right]);
    const touching = found.filter((other) => [...cells].some((key) => other.cells.has(key)));
    for (const other of touching) found.splice(found.indexOf(other), 1);
    const equations = [...touching.flatMap((other) => other.equations), one];
    found.push({ equations, cells: new Set([...touching.flatMap((other) => [...other.cells]), ...cells]) });
  }
  return found.map(({ equations }) => failing.filter((one) => equations.includes(one)));
}

function causesFrom(
  explanations: readonly Explanation[],
  failing: readonly CheckedEquation[],
  table: BoundTable,
): Cause[] {
  const sure = surest(explanations);
  if (!sure?.changes.every((change) => isWitnessed(change.key, table))) {
    const alternatives = explanations
      .slice(0, mostAlternatives)
      .map(({ changes }) => changes.map(correctionOf));
    return [{ leading: failing[0] as CheckedEquation, failing, culprit: null, alternatives }];
  }
  return sure.changes.map((change): Cause => {
    const own = failing.filter(
      ({ equation }) => equation.left.includes(change.key) || equation.right.includes(change.key),
    );
    const leading =
      own.find((one) => isTotalOf(change.key, one.equation)) ?? own[0] ?? (failing[0] as CheckedEquation);
    return {
      leading,
      failing: own.length > 0 ? own : failing,
      culprit: correctionOf(change),
      alternatives: [],
    };
  });
}

/** Whether a cell is by its nature computed in an equation: its total. */
export function isTotalOf(key: CellKey, equation: Equation): boolean {
  return equation.family.derived && equation.right[0] === key;
}

/** Whether at least two equations speak of a cell and each of them could be checked. */
function isWitnessed(key: CellKey, table: BoundTable): boolean {
  const all = table.form.equationsOf.get(key) ?? [];
  const { equations } = reconcile(table);
  return all.length > 1 && all.every((equation) => equations[equation.index]?.state !== 'unknown');
}

function correctionOf({ key, to, slip }: Change): Correction {
  return { key, value: to / 100, slip };
}

/** With too many errors to explain: what the total would be if all its addends were right. */
function recomputed({ equation }: CheckedEquation, table: BoundTable): Cause['alternatives'] {
  const [key] = equation.right;
  const value = sumOf(equation.left, (cell) => table.cells.get(cell)?.value);
  if (!equation.family.derived || key === undefined || value === null || value < 0) return [];
  return [[{ key, value, slip: 'other' }]];
}
