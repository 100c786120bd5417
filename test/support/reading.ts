import { shippedForms } from '../../server/src/form/load';
import { reconcile } from '../../server/src/reconcile/equations';
import { bindReports } from '../../server/src/report/report';
import { placed } from '../../server/src/rules/names';
import { parse } from '../../server/src/syntax/tree';
import { inDocument } from '../../server/src/text/places';
import { sourceOf } from '../../server/src/text/source';
import type { Stretch } from './marks';
import { textUnder } from './marks';

/** What was understood of a draft: the one place where tests of reading touch the product. */
export interface Reading {
  readonly reports: number;
  readonly form: string | undefined;
  readonly year: number | null | undefined;
  readonly organization: string | undefined;
  /** `id` or `id again`, in the draft's order, with how the title was known. */
  readonly sections: readonly string[];
  readonly titles: readonly string[];
  readonly tables: Readonly<Record<string, TableReading>>;
}

export interface TableReading {
  readonly layout: string;
  /** Value, or the state of what is no number, under `row/column`. */
  readonly cells: Readonly<Record<string, number | string>>;
  /** What stands under the range of each cell. */
  readonly texts: Readonly<Record<string, string>>;
  readonly ranges: Readonly<Record<string, Stretch>>;
  /** `row`, `row incomplete`, `row empty`, in the form's order. */
  readonly rows: readonly string[];
  readonly missing: readonly string[];
  readonly duplicates: readonly string[];
  /** The state of each equation, by its id. */
  readonly equations: Readonly<Record<string, string>>;
}

/** Reads a draft. Where it holds no report, everything is empty. */
export function read(text: string): Reading {
  const source = sourceOf(text);
  const reports = bindReports(parse(source), shippedForms());
  const [report] = reports;
  const tables: Record<string, TableReading> = {};
  for (const table of report?.tables ?? []) {
    const cells = inDocument(
      source,
      [...table.table.cells.values()].map((cell) => ({
        key: cell.key,
        value: cell.value,
        state: cell.state,
        range: placed(table, cell.range),
      })),
    );
    tables[table.table.form.definition.id] = {
      layout: table.table.layout,
      cells: Object.fromEntries(cells.map((cell) => [cell.key, cell.value ?? cell.state])),
      texts: Object.fromEntries(cells.map((cell) => [cell.key, textUnder(text, cell.range)])),
      ranges: Object.fromEntries(cells.map((cell) => [cell.key, cell.range])),
      rows: table.table.rows.map((row) =>
        row.state === 'whole' ? row.row.definition.id : `${row.row.definition.id} ${row.state}`,
      ),
      missing: table.table.missing.map((row) => row.definition.id),
      duplicates: table.table.duplicates.map((row) => row.row.definition.id),
      equations: Object.fromEntries(
        reconcile(table.table).equations.map(({ equation, state }) => [equation.id, state]),
      ),
    };
  }
  return {
    reports: reports.length,
    form: report?.form.definition.id,
    year: report?.year,
    organization: report?.organization,
    sections: (report?.sections ?? []).map(
      (one) => `${one.definition.id}${one.occurrence === 'repeated' ? ' again' : ''}`,
    ),
    titles: (report?.sections ?? []).map(
      (one) => `${one.match}: ${textUnder(text, inDocument(source, one.titleRange))}`,
    ),
    tables,
  };
}
