import { type CellKey, cellKey, type FormTable } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import type { NeighbouringReport } from '../report/surroundings';
import { fold } from '../text/fold';
import { reconcile } from './equations';

/** A cell of last year's table and the cell of this year's that begins with its number. */
interface CarriedCell {
  readonly from: CellKey;
  readonly to: CellKey;
}

/**
 * What a report leaves to the one of the year after; null where its title does not say whose it is and of what year, or
 * nothing is carried on. A number in an equation that does not hold is left out: it may be what is wrong.
 */
export function carriedFrom(report: Report): NeighbouringReport | null {
  const { year, tables } = report;
  const organization = fold(report.organization);
  if (year === null || organization === '') return null;
  const carried = new Map(
    tables
      .map(({ table }) => [table.form.definition.id, carriedIn(table)] as const)
      .filter(([, cells]) => cells.size > 0),
  );
  return carried.size > 0 ? { organization, year, carried } : null;
}

function carriedIn(table: PlacedTable['table']): ReadonlyMap<CellKey, number> {
  const { failing } = reconcile(table);
  const doubted = new Set(failing.flatMap(({ equation }) => [...equation.left, ...equation.right]));
  return new Map(
    carriedCells(table.form).flatMap(({ from, to }): [CellKey, number][] => {
      const value = table.cells.get(from)?.value ?? null;
      return value === null || doubted.has(from) ? [] : [[to, value]];
    }),
  );
}

function carriedCells({ definition, columns }: FormTable): CarriedCell[] {
  return (definition.carries ?? []).flatMap(({ from, to }) =>
    columns.map(({ definition: { id } }) => ({ from: cellKey(from, id), to: cellKey(to, id) })),
  );
}

/** Whether last year's report would tell more of what fails in this one. */
export function asksForLastYear({ year, organization, tables }: Report): boolean {
  return (
    year !== null &&
    fold(organization) !== '' &&
    tables.some(({ table }) => table.form.definition.carries && reconcile(table).failing.length > 0)
  );
}

/**
 * What the reports beside a draft, of the same organization for the year before, say that cells of a table hold. Where
 * two of them say different things of a cell neither counts.
 */
export function carriedInto(report: Report, { form }: PlacedTable['table']): ReadonlyMap<CellKey, number> {
  const { year, surroundings } = report;
  const organization = fold(report.organization);
  const numbers = new Map<CellKey, number>();
  const disputed = new Set<CellKey>();
  for (const neighbour of surroundings.neighbours) {
    if (year === null || neighbour.year !== year - 1 || neighbour.organization !== organization) continue;
    for (const [key, value] of neighbour.carried.get(form.definition.id) ?? []) {
      if ((numbers.get(key) ?? value) !== value) disputed.add(key);
      numbers.set(key, value);
    }
  }
  for (const key of disputed) numbers.delete(key);
  return numbers;
}
