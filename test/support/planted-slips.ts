import { type CellKey, cellKey, type FormTable } from '../../server/src/form/indexed-form';
import { shippedForms } from '../../server/src/form/load';

/** The figures of a table by cell. */
export type Figures = Map<CellKey, number>;

/** Draws a whole number from 0 to below the bound. */
export type Draw = (below: number) => number;

/** Numbers that are the same in every run. */
export function draws(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

function tableOf(id: string): FormTable {
  const table = shippedForms()[0]?.tableById.get(id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

export const requests = tableOf('requests');
export const proceedings = tableOf('proceedings');

const applicants = requests.columns.map((column) => column.definition.id).slice(0, -1);
const results = requests.equations.find((one) => one.id === 'colResult.total')?.family.left ?? [];

/** A sound table of requests: from none to 5,000 of them, many zeros, natural persons ahead of all others. */
export function soundRequests(draw: Draw): Figures {
  const values: Figures = new Map();
  const size = [3, 20, 200, 5000][draw(4)] as number;
  for (const column of applicants) {
    const most = column === 'naturalPerson' ? size : Math.max(2, size / 8);
    let sum = 0;
    for (const row of results) {
      const value = draw(3) === 0 ? draw(most) : 0;
      values.set(cellKey(row, column), value);
      sum += value;
    }
    const forward = draw(3) === 0 ? draw(most / 4 + 2) : 0;
    const over = Math.min(sum + forward, draw(3) === 0 ? draw(most / 4 + 2) : 0);
    values.set(cellKey('resultTotal', column), sum);
    values.set(cellKey('carriedForward', column), forward);
    values.set(cellKey('carriedOver', column), over);
    values.set(cellKey('new', column), sum + forward - over);
  }
  for (const { keys } of requests.rows) sumUp(values, keys);
  return values;
}

/** How often each result is the one of a request, as in real reports: most is granted, partly granted or not held. */
const popularity: Readonly<Record<string, number>> = {
  granted: 40,
  partiallyGranted: 11,
  'denied.adminInquiry': 2,
  'unable.notHeld': 25,
  'notProcessed.petition': 4,
  'notProcessed.massive': 1,
  'otherDisposal.noCorrection': 2,
  'otherDisposal.other': 8,
};

/**
 * A sound table of requests as real ones are: natural persons make most of the requests in nearly every row, most
 * of the others are made by businesses, and the fewer requests there are the fewer rows hold any.
 */
export function realisticRequests(draw: Draw): Figures {
  const values: Figures = new Map();
  const size = 1 + draw([10, 100, 1000, 5000][draw(4)] as number);
  const persons = 60 + draw(38);
  const weights = applicants.map((column, i) =>
    column === 'naturalPerson' ? 0 : (draw(3) === 0 ? 1 : 10) * (i === 1 ? 20 : 1 + draw(6)),
  );
  const chances = results.map((row) => (popularity[row] ?? 0.7) * (20 + draw(80)));
  for (const row of [...results, 'carriedOver', 'carriedForward'])
    for (const column of applicants) values.set(cellKey(row, column), 0);
  const add = (row: string, column: string): void => {
    values.set(cellKey(row, column), (values.get(cellKey(row, column)) ?? 0) + 1);
  };
  const isOdd = new Map(results.map((row) => [row, draw(8) === 0]));
  for (let i = 0; i < size; i++) {
    const row = results[drawn(draw, chances)] as string;
    const share = isOdd.get(row) ? persons / 2 : persons;
    const column = draw(100) < share ? 'naturalPerson' : (applicants[drawn(draw, weights)] as string);
    // A few are settled the year after, and a few were left from the year before.
    add(draw(25) === 0 ? 'carriedForward' : row, column);
    if (draw(25) === 0) add('carriedOver', column);
  }
  for (const column of applicants) {
    const sum = results.reduce((all, row) => all + (values.get(cellKey(row, column)) ?? 0), 0);
    const forward = values.get(cellKey('carriedForward', column)) ?? 0;
    values.set(cellKey('resultTotal', column), sum);
    values.set(cellKey('new', column), sum + forward - (values.get(cellKey('carriedOver', column)) ?? 0));
  }
  for (const { keys } of requests.rows) sumUp(values, keys);
  return values;
}

/** The place of one of several weights, drawn by them. */
function drawn(draw: Draw, weights: readonly number[]): number {
  let left = draw(weights.reduce((a, b) => a + b, 0));
  return Math.max(
    0,
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
  );
}

/** A sound table of proceedings. */
export function soundProceedings(draw: Draw): Figures {
  const values: Figures = new Map();
  for (const equation of proceedings.equations) {
    const keys = [...equation.left, ...equation.right];
    for (const key of equation.left) values.set(key, draw(2) === 0 ? draw(40) : 0);
    sumUp(values, keys);
  }
  return values;
}

/** The last of the cells becomes the sum of the others. */
function sumUp(values: Figures, keys: readonly CellKey[]): void {
  const total = keys.at(-1) as CellKey;
  values.set(
    total,
    keys.slice(0, -1).reduce((sum, key) => sum + (values.get(key) ?? 0), 0),
  );
}

/** Plants one slip in a table and returns the cells it wrote; none where the slip does not fit what was drawn. */
export type Plant = (values: Figures, table: FormTable, draw: Draw) => readonly CellKey[];

const swapLast = (text: string): string | null =>
  text.length > 1 ? text.slice(0, -2) + text.at(-1) + text.at(-2) : null;

/** Every kind of slip that is planted. */
export const plants: Readonly<Record<string, Plant>> = {
  'digits swapped': written(swapLast),
  'digit dropped': written((text, draw) => {
    const at = draw(text.length);
    return text.length > 1 ? text.slice(0, at) + text.slice(at + 1) : null;
  }),
  'digit doubled': written((text, draw) => {
    const at = draw(text.length);
    return text.slice(0, at + 1) + text.slice(at);
  }),
  'digit changed': written((text, draw) => {
    const at = draw(text.length);
    const digit = (Number(text[at]) + 1 + draw(9)) % 10;
    return at === 0 && digit === 0 && text.length > 1 ? null : text.slice(0, at) + digit + text.slice(at + 1);
  }),
  tenfold: written((text) => `${text}0`),
  'neighbours exchanged': (values, table, draw) => {
    const { keys } = table.rows[draw(table.rows.length)] as (typeof table.rows)[number];
    const at = draw(keys.length - 2);
    const [a, b] = [keys[at] as CellKey, keys[at + 1] as CellKey];
    const [x, y] = [values.get(a) ?? 0, values.get(b) ?? 0];
    values.set(a, y).set(b, x);
    return [a, b];
  },
  'row shifted': (values, table, draw) => {
    const filled = table.rows.filter(({ keys }) => (values.get(keys.at(-1) as CellKey) ?? 0) > 0);
    const row = filled[draw(filled.length)];
    if (!row) return [];
    const right = row.keys.map((key) => values.get(key) ?? 0);
    const addends = right.slice(0, -1);
    const shifted = [
      [0, ...addends.slice(0, -1), right.at(-1)],
      [...addends.slice(1), 0, right.at(-1)],
      [0, ...addends],
    ][draw(3)] as number[];
    row.keys.forEach((key, i) => {
      values.set(key, shifted[i] as number);
    });
    return row.keys;
  },
  'addend changed': written(
    (text, draw) => String(Number(text) + 1 + draw(30)),
    (key) => !isTotal(key),
  ),
  'total changed': written((text, draw) => String(Number(text) + 1 + draw(5)), isTotal),
};

function isTotal(key: CellKey): boolean {
  return key.endsWith('total') || key.startsWith('resultTotal/');
}

function written(
  slip: (text: string, draw: Draw) => string | null,
  fits: (key: CellKey) => boolean = () => true,
): Plant {
  return (values, _, draw) => {
    const keys = [...values.keys()].filter((key) => fits(key) && (values.get(key) ?? 0) > 0);
    const key = keys[draw(keys.length)];
    if (key === undefined) return [];
    const before = values.get(key) ?? 0;
    values.set(key, Number(slip(String(before), draw) ?? before));
    return [key];
  };
}

/** A table with slips in it. */
export interface Planted {
  readonly table: FormTable;
  readonly truth: ReadonlyMap<CellKey, number>;
  readonly written: ReadonlyMap<CellKey, number>;
  /** The cells whose figures are wrong. */
  readonly wrong: readonly CellKey[];
}

/** A table with as many slips as asked, each of which changes something and none of which writes over another. */
export function plantedTable(
  draw: Draw,
  table: FormTable,
  kinds: readonly Plant[],
  count: number,
  sound: (draw: Draw) => Figures = table === requests ? soundRequests : soundProceedings,
): Planted {
  for (;;) {
    const truth = sound(draw);
    const values: Figures = new Map(truth);
    const touched = new Set<CellKey>();
    let planted = 0;
    for (let i = 0; i < count; i++) {
      const before = new Map(values);
      const cells = kinds[draw(kinds.length)]?.(values, table, draw) ?? [];
      const changes = cells.some((key) => values.get(key) !== before.get(key));
      if (!changes || cells.some((key) => touched.has(key))) break;
      for (const key of cells) touched.add(key);
      planted++;
    }
    const wrong = [...values.keys()].filter((key) => values.get(key) !== truth.get(key));
    if (planted === count) return { table, truth, written: values, wrong };
  }
}
