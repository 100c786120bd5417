import fc from 'fast-check';
import { columnsOf, rowsOf, type TableId } from './form-data';

/** A report as values: the text of each cell under `table/row/column`. Renderers make drafts of it. */
export interface ReportValues {
  readonly organization: string;
  readonly year: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The name of a cell in every test: `requests/new/total`. */
export function cellName(table: TableId, row: string, column: string): string {
  return `${table}/${row}/${column}`;
}

const requestColumns = columnsOf('requests').filter((column) => column !== 'total');
const resultRows = rowsOf('requests')
  .map((row) => row.id)
  .filter((id) => !['new', 'carriedOver', 'resultTotal', 'carriedForward'].includes(id));
const proceedingParts = ['upheld', 'corrected', 'otherResult', 'pending'] as const;
const proceedingGroups = ['review', 'litigationDirect', 'litigationAfterReview'] as const;

/** The free figures of a report; all others follow from them. */
interface FreeFigures {
  /** For each column of applicants: the results, row by row, and what is carried forward. */
  readonly results: readonly (readonly number[])[];
  readonly carriedForward: readonly number[];
  /** For each column: which share of the settled requests came from the year before, in percent. */
  readonly carriedOverShare: readonly number[];
  readonly proceedings: readonly (readonly number[])[];
  /** For each kind of document: issued, repealed, and in force the year before. */
  readonly documents: readonly number[];
  readonly decisions: readonly number[];
  readonly fees: number;
}

/** Works all totals out, so that each of the form's equations holds. */
export function consistentReport(figures: FreeFigures): ReportValues {
  const cells = new Map<string, string>();
  const rows = new Map<string, number[]>();
  rows.set('carriedForward', [...figures.carriedForward]);
  resultRows.forEach((row, i) => {
    rows.set(
      row,
      requestColumns.map((_, c) => figures.results[c]?.[i] ?? 0),
    );
  });
  const settled = requestColumns.map((_, c) => (figures.results[c] ?? []).reduce((a, b) => a + b, 0));
  rows.set('resultTotal', settled);
  const all = settled.map((value, c) => value + (figures.carriedForward[c] ?? 0));
  const old = all.map((value, c) => Math.floor((value * (figures.carriedOverShare[c] ?? 0)) / 100));
  rows.set('carriedOver', old);
  rows.set(
    'new',
    all.map((value, c) => value - (old[c] ?? 0)),
  );
  for (const { id } of rowsOf('requests')) {
    const values = rows.get(id) ?? [];
    requestColumns.forEach((column, c) => {
      cells.set(cellName('requests', id, column), String(values[c]));
    });
    cells.set(cellName('requests', id, 'total'), String(values.reduce((a, b) => a + b, 0)));
  }
  proceedingGroups.forEach((group, g) => {
    const values = figures.proceedings[g] ?? [];
    proceedingParts.forEach((part, p) => {
      cells.set(cellName('proceedings', 'count', `${group}.${part}`), String(values[p]));
    });
    cells.set(cellName('proceedings', 'count', `${group}.total`), String(values.reduce((a, b) => a + b, 0)));
  });
  const documents = figures.documents.map((figure, i, all) => {
    const [issued = 0, repealed = 0] = all.slice(i - 2, i);
    return i % 3 === 2 ? Math.max(0, figure + issued - repealed) : figure;
  });
  const decisions = [...figures.decisions];
  for (const { id, columns } of rowsOf('proactive')) {
    for (const column of columns) {
      const value =
        column === 'feeAmount'
          ? figures.fees / 100
          : column === 'decisionsThisYear'
            ? decisions.shift()
            : documents.shift();
      cells.set(cellName('proactive', id, column), String(value));
    }
  }
  return { organization: '砚溪区园林绿化局', year: 2024, cells };
}

/** A report with the text of some cells replaced. */
export function withCells(report: ReportValues, changes: Readonly<Record<string, string>>): ReportValues {
  const cells = new Map(report.cells);
  for (const [name, text] of Object.entries(changes)) {
    if (!cells.has(name)) throw new Error(`no such cell: ${name}`);
    cells.set(name, text);
  }
  return { ...report, cells };
}

/** Counts as reports have them: mostly 0, some of one digit, a few of up to four. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(9) },
  { weight: 1, arbitrary: fc.nat(3000) },
);

function times(length: number): fc.Arbitrary<number[]> {
  return fc.array(count, { minLength: length, maxLength: length });
}

/** Random reports in which every equation holds. */
export const consistentReports: fc.Arbitrary<ReportValues> = fc
  .record({
    results: fc.array(times(resultRows.length), { minLength: 6, maxLength: 6 }),
    carriedForward: times(6),
    carriedOverShare: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
    proceedings: fc.array(times(4), { minLength: 3, maxLength: 3 }),
    // The sound office is a district's: it has no regulations of its own.
    documents: times(3).map((others) => [0, 0, 0, ...others]),
    decisions: times(3),
    fees: fc.nat(900_000),
  })
  .map(consistentReport);

/** The totals that a slip may be planted in: the total of a row, of the results, of a group of proceedings. */
export const totals: readonly string[] = [
  ...rowsOf('requests').map(({ id }) => cellName('requests', id, 'total')),
  ...requestColumns.map((column) => cellName('requests', 'resultTotal', column)),
  ...proceedingGroups.map((group) => cellName('proceedings', 'count', `${group}.total`)),
];

/** One report whose figures all differ from 0 where they can, for tests of single rules. */
export const soundValues: ReportValues = consistentReport({
  results: requestColumns.map((_, c) => resultRows.map((_, i) => (i * 7 + c * 3 + 2) % 5)),
  carriedForward: [2, 0, 1, 0, 0, 1],
  carriedOverShare: [20, 10, 0, 30, 0, 10],
  proceedings: [
    [3, 1, 0, 2],
    [1, 0, 0, 1],
    [2, 1, 1, 0],
  ],
  documents: [0, 0, 0, 12, 3, 32],
  decisions: [257, 31, 4],
  fees: 12_550,
});
