import type { Addend } from '../form/indexed-form';
import type { Fact } from '../prose/fact';
import type { PlacedTable } from '../report/placed-tables';
import { type PlacedFact, placedFact } from '../report/prose';
import type { Report } from '../report/report';
import type { BoundCell } from '../report/table';

/**
 * A number of running text beside the cells it speaks of. `unknown`: a cell is not there or not a number, or the text
 * does not say for sure that it means these cells, this year and this body.
 */
export interface Agreement {
  readonly placed: PlacedFact;
  readonly state: 'agrees' | 'differs' | 'unknown';
  /** What the cells are compared as: the reading that agrees, else the first. */
  readonly reading: readonly Addend[];
  /** The sum of the reading's cells; null where one of them is no number. */
  readonly inTable: number | null;
}

const agreementsKey = {};

/** Holds every number of running text against the table; facts that speak of no cell are left out. Kept with the report. */
export function agreementsOf(report: Report): readonly Agreement[] {
  return report.memo.get(agreementsKey, findAgreements, report);
}

const agreeingKey = {};

/** The facts that the table bears out. Kept with the report. */
export function agreeingFacts(report: Report): ReadonlySet<Fact> {
  return report.memo.get(agreeingKey, findAgreeing, report);
}

function findAgreeing(report: Report): ReadonlySet<Fact> {
  const agreeing = agreementsOf(report).filter(({ state }) => state === 'agrees');
  return new Set(agreeing.map(({ placed }) => placed.fact));
}

function findAgreements(report: Report): Agreement[] {
  const tables = new Map(report.tables.map((table) => [table.table.form.definition.id, table]));
  const all: Agreement[] = [];
  for (const { reading, line } of report.prose)
    for (const fact of reading.facts)
      if (fact.readings.length > 0) all.push(agreement(placedFact(fact, line), tables, report));
  if (all.every((one) => one.state !== 'differs')) return all;
  const explained = explainedStatements(all);
  return all.map((one) =>
    one.state === 'differs' && explained.has(one.placed.fact.statement) ? { ...one, state: 'unknown' } : one,
  );
}

/** The cells of a reading with their tables; those that the draft has not are left out. */
export function cellsIn(
  reading: readonly Addend[],
  report: Report,
): readonly { readonly table: PlacedTable; readonly cell: BoundCell }[] {
  return reading.flatMap(({ table: id, key }) => {
    const table = report.tables.find((one) => one.table.form.definition.id === id);
    const cell = table?.table.cells.get(key);
    return table && cell ? [{ table, cell }] : [];
  });
}

function agreement(placed: PlacedFact, tables: ReadonlyMap<string, PlacedTable>, report: Report): Agreement {
  const { fact } = placed;
  for (const reading of fact.readings) {
    const inTable = sumInTable(reading, tables);
    if (inTable !== null && isSameNumber(fact, inTable)) return { placed, state: 'agrees', reading, inTable };
  }
  const reading = fact.readings[0] ?? [];
  const inTable = sumInTable(reading, tables);
  const isKnown = fact.readings.every((one) => sumInTable(one, tables) !== null);
  return {
    placed,
    state: isKnown && isComparable(fact, report) ? 'differs' : 'unknown',
    reading,
    inTable,
  };
}

/** Whether a fact speaks for sure of this report's body and year, and exactly. */
export function isComparable(fact: Fact, { year, organization }: Report): boolean {
  const { scope, subject } = fact;
  return (
    fact.isSure &&
    !fact.isApproximate &&
    !scope.isWide &&
    !scope.isOtherPeriod &&
    (scope.year === null || year === null || scope.year === year) &&
    isOwn(subject, organization)
  );
}

/** Whether the body named is the report's own: 市信访局 in the report of 荣成市信访局. */
function isOwn(subject: string, organization: string): boolean {
  if (subject === '') return true;
  const [named, own] = [shortName(subject), shortName(organization)];
  return own.includes(named) || (own !== '' && named.includes(own));
}

/** 人民政府 is called 政府 for short. */
function shortName(body: string): string {
  return body.replaceAll('人民政府', '政府');
}

function sumInTable(reading: readonly Addend[], tables: ReadonlyMap<string, PlacedTable>): number | null {
  let sum = 0;
  for (const { table, key, sign } of reading) {
    const value = tables.get(table)?.table.cells.get(key)?.value;
    if (value === null || value === undefined) return null;
    sum += sign * Math.round(value * 100);
  }
  return sum / 100;
}

/** Whether a number is the table's, as far as its decimals or its 万 tell. */
function isSameNumber({ value, decimals, unit }: Fact, inTable: number): boolean {
  if (value === inTable) return true;
  const isRounded = decimals < 0 || unit.endsWith('元');
  return isRounded && Math.abs(value - inTable) <= 10 ** -decimals / 2 + 1e-9;
}

/**
 * The statements of which a number that differs is explained by another one: the same thing is said elsewhere and
 * agrees, or several bodies' shares of it are told one by one and together agree.
 */
function explainedStatements(all: readonly Agreement[]): ReadonlySet<string | null> {
  const explained = new Set<string | null>();
  const shares = new Map<string | null, { count: number; sum: number }>();
  for (const { placed, state, inTable } of all) {
    const { statement, value } = placed.fact;
    const share = shares.get(statement) ?? { count: 0, sum: 0 };
    shares.set(statement, { count: share.count + 1, sum: share.sum + value });
    if (state === 'agrees') explained.add(statement);
    const { count, sum } = shares.get(statement) as { count: number; sum: number };
    if (count > 1 && sum === inTable) explained.add(statement);
  }
  return explained;
}
