/**
 * How well a wrong cell is located: random consistent tables of requests, one or two slips planted, the search run.
 * Prints a Markdown table. `true among`: the planted cells are among the fewest changes; `right`: the likeliest
 * explanation stands alone and is the planted one; `wrong`: it stands alone and is not.
 *
 *   node --import tsx test/bench/locate.ts [TABLES]
 */

import { cellKey, type Equation, type FormTable } from '../../server/src/form/indexed-form';
import { shippedForms } from '../../server/src/form/load';
import { explain, type Ledger, surest } from '../../server/src/reconcile/locate';

const tables = Number(process.argv[2] ?? 400);
let state = 20_251;
function random(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
}

const form = shippedForms()[0]?.tableById.get('requests') as FormTable;
const columns = form.columns.map((column) => column.definition.id);
const addends = columns.slice(0, -1);
const results = form.equations.find((one) => one.id === 'colResult.total')?.family.left ?? [];

/** A consistent table: many zeros, natural persons ahead of all others. */
function consistentTable(): Map<string, number> {
  const values = new Map<string, number>();
  const size = [3, 20, 200, 5000][random(4)] as number;
  for (const column of addends) {
    const most = column === 'naturalPerson' ? size : Math.max(2, size / 8);
    let sum = 0;
    for (const row of results) {
      const value = random(3) === 0 ? random(most) : 0;
      values.set(cellKey(row, column), value);
      sum += value;
    }
    const forward = random(3) === 0 ? random(most / 4 + 2) : 0;
    const over = Math.min(sum + forward, random(3) === 0 ? random(most / 4 + 2) : 0);
    for (const [row, value] of [
      ['resultTotal', sum],
      ['carriedForward', forward],
      ['carriedOver', over],
      ['new', sum + forward - over],
    ] as const) {
      values.set(cellKey(row, column), value);
    }
  }
  for (const row of form.rows) {
    const id = row.definition.id;
    values.set(
      cellKey(id, 'total'),
      addends.reduce((total, column) => total + (values.get(cellKey(id, column)) ?? 0), 0),
    );
  }
  return values;
}

const slips: Readonly<Record<string, (values: Map<string, number>) => string[]>> = {
  'digits swapped': (values) =>
    one(values, (text) => (text.length > 1 ? text.slice(0, -2) + text.at(-1) + text.at(-2) : null)),
  'digit dropped': (values) => one(values, (text) => (text.length > 1 ? text.slice(1) : null)),
  'digit doubled': (values) => one(values, (text) => text + text.at(-1)),
  'digit changed': (values) =>
    one(values, (text) => text.slice(0, -1) + ((Number(text.at(-1)) + 1 + random(8)) % 10)),
  tenfold: (values) => one(values, (text) => `${text}0`),
  'total changed': (values) =>
    one(
      values,
      (text) => String(Number(text) + 1 + random(5)),
      (key) => key.endsWith('/total') || key.startsWith('resultTotal/'),
    ),
  'neighbours exchanged': (values) => {
    const row = form.rows[random(form.rows.length)]?.definition.id ?? '';
    const at = random(addends.length - 1);
    const [a, b] = [cellKey(row, addends[at] as string), cellKey(row, addends[at + 1] as string)];
    const [x, y] = [values.get(a) ?? 0, values.get(b) ?? 0];
    if (x === y) return [];
    values.set(a, y).set(b, x);
    return [a, b];
  },
};

function one(
  values: Map<string, number>,
  slip: (text: string) => string | null,
  fits: (key: string) => boolean = () => true,
): string[] {
  const keys = [...values.keys()].filter((key) => fits(key) && (values.get(key) ?? 0) > 0);
  const key = keys[random(keys.length)];
  if (key === undefined) return [];
  const before = values.get(key) ?? 0;
  const after = Number(slip(String(before)) ?? before);
  if (after === before) return [];
  values.set(key, after);
  return [key];
}

function ledgerOf(values: ReadonlyMap<string, number>): Ledger {
  return {
    values: new Map([...values].map(([key, value]) => [key, value * 100])),
    equationsOf: (key) => form.equationsOf.get(key) ?? [],
    isLegal: (_, value) => value >= 0 && value % 100 === 0,
  };
}

function failingIn(values: ReadonlyMap<string, number>): Equation[] {
  const sum = (keys: readonly string[]): number =>
    keys.reduce((total, key) => total + (values.get(key) ?? 0), 0);
  return form.equations.filter((equation) => sum(equation.left) !== sum(equation.right));
}

console.log(
  '| slips | tables | true among | right | wrong | ties | median ms | p99 ms |\n|---|---|---|---|---|---|---|---|',
);
const kinds = Object.entries(slips);
for (const count of [1, 2]) {
  for (const [name, plant] of [...kinds, ['any', null] as const]) {
    let planted = 0;
    const tally = { among: 0, right: 0, wrong: 0, ties: 0 };
    const times: number[] = [];
    while (planted < tables) {
      const truth = consistentTable();
      const values = new Map(truth);
      const wrong = new Set<string>();
      for (let i = 0; i < count; i++)
        for (const key of (plant ?? (kinds[random(kinds.length)] as (typeof kinds)[number])[1])(values))
          wrong.add(key);
      const keys = [...wrong].filter((key) => values.get(key) !== truth.get(key)).sort();
      if (keys.length < count) continue;
      planted++;
      const ledger = ledgerOf(values);
      const failing = failingIn(values);
      const start = performance.now();
      const found = explain(ledger, failing);
      times.push(performance.now() - start);
      const isTruth = (explanation: (typeof found)[number]): boolean =>
        explanation.changes
          .map((change) => change.key)
          .sort()
          .join() === keys.join() &&
        explanation.changes.every((change) => change.to === (truth.get(change.key) ?? 0) * 100);
      if (found.some(isTruth)) tally.among++;
      const sure = surest(found);
      if (sure) tally[isTruth(sure) ? 'right' : 'wrong']++;
      else if (found.length > 0) tally.ties++;
    }
    times.sort((a, b) => a - b);
    const share = (n: number): string => `${((100 * n) / tables).toFixed(2)} %`;
    console.log(
      `| ${count} × ${name} | ${tables} | ${share(tally.among)} | ${share(tally.right)} | ${share(tally.wrong)} | ${share(tally.ties)} | ${times[tables >> 1]?.toFixed(3)} | ${times[Math.floor(tables * 0.99)]?.toFixed(2)} |`,
    );
  }
}
