import { columnsOf } from './form-data';
import { cellName, type ReportValues, soundValues, withCells } from './values';

const columns = columnsOf('requests').filter((column) => column !== 'total');

function requests(report: ReportValues, row: string, column: string): number {
  return Number(report.cells.get(cellName('requests', row, column)));
}

function withRow(report: ReportValues, row: string, values: readonly number[]): ReportValues {
  const all = [...values, values.reduce((a, b) => a + b, 0)];
  return withCells(
    report,
    Object.fromEntries(
      [...columns, 'total'].map((column, i) => [cellName('requests', row, column), String(all[i])]),
    ),
  );
}

/** A sound report with a column in which more was carried over than is new, by as much as it is less in another. */
export const thisYear: ReportValues = (() => {
  const [person = '', enterprise = ''] = columns;
  const difference = requests(soundValues, 'new', person) - requests(soundValues, 'carriedOver', person);
  const both = requests(soundValues, 'new', enterprise) + requests(soundValues, 'carriedOver', enterprise);
  const row = (id: string, share: number): number[] =>
    columns.map((column) => (column === enterprise ? share : requests(soundValues, id, column)));
  const old = (both + difference) / 2;
  return withRow(withRow(soundValues, 'carriedOver', row('carriedOver', old)), 'new', row('new', both - old));
})();

/** The report of the year before, which leaves to this year's what that says it began with. */
export const lastYear: ReportValues = (() => {
  const forward = columns.map((column) => requests(thisYear, 'carriedOver', column));
  const begun = columns.map(
    (column, i) =>
      requests(soundValues, 'resultTotal', column) +
      (forward[i] as number) -
      requests(soundValues, 'carriedOver', column),
  );
  const report = withRow(withRow(soundValues, 'carriedForward', forward), 'new', begun);
  return { ...report, year: soundValues.year - 1 };
})();

/** This year's report with two numbers in each other's place: in two columns that would mend it alike. */
export const exchanged: ReportValues = withCells(thisYear, {
  'requests/new/naturalPerson': thisYear.cells.get('requests/carriedOver/naturalPerson') ?? '',
  'requests/carriedOver/naturalPerson': thisYear.cells.get('requests/new/naturalPerson') ?? '',
});
