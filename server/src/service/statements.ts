import type { Location } from 'vscode-languageserver-types';
import type { PartSum } from '../prose/fact';
import { type Agreement, agreementsOf, cellsIn } from '../reconcile/agreement';
import { placedInProse } from '../report/prose';
import type { Report } from '../report/report';
import { placed } from '../rules/names';
import { readingName } from '../rules/prose/wording';
import { inDocument, inSource } from '../text/places';
import { containsPosition, type Position, type Range } from '../text/range';
import type { Analysis } from './analysis';
import type { Settings } from './settings';
import { targetAt } from './targets';

/** A sum of the running text with the places of its numbers. */
export interface PlacedSum {
  readonly sum: PartSum;
  readonly ranges: readonly Range[];
}

/** A number of running text at a place: the cells it is held against, and the sums it stands in. */
export interface StatementAt {
  readonly range: Range;
  /** Null where it speaks of no cell. */
  readonly agreement: Agreement | null;
  readonly sums: readonly PartSum[];
}

/** The number of running text at a place of a report, where it speaks of a cell or stands in a sum; else null. */
export function statementAt(report: Report, position: Position): StatementAt | null {
  const sums = sumsOf(report).filter(({ ranges }) => ranges.some((one) => containsPosition(one, position)));
  const agreement = agreementsOf(report).find((one) => containsPosition(one.placed.range, position)) ?? null;
  const range =
    agreement?.placed.range ?? sums[0]?.ranges.find((one) => containsPosition(one, position)) ?? null;
  return range && { range, agreement, sums: sums.map(({ sum }) => sum) };
}

function sumsOf(report: Report): PlacedSum[] {
  return report.prose.flatMap(({ reading, line }) =>
    reading.sums
      .filter(({ state }) => state !== 'unknown')
      .map((sum) => ({
        sum,
        ranges: [...sum.totals, ...sum.parts].map((fact) => placedInProse(line, fact.range)),
      })),
  );
}

const states = {
  agrees: { mark: '✔', zh: '与表一致', en: 'agrees with the table' },
  differs: { mark: '✘', zh: '与表不一致', en: 'does not agree with the table' },
  unknown: { mark: '？', zh: '口径不能确定，未核对', en: 'not sure to be the same thing, not checked' },
} as const;

/** Says what a number of running text speaks of and whether that agrees, in Markdown. */
export function explainStatement(
  { agreement, sums }: StatementAt,
  report: Report,
  { language }: Settings,
): string {
  const parts: string[] = [];
  if (agreement) {
    const { reading, inTable, state, placed: own } = agreement;
    const { mark, ...said } = states[state];
    parts.push(`**${readingName(reading, report)}**`);
    const table = inTable ?? (language === 'zh' ? '读不出' : 'not read');
    parts.push(
      language === 'zh'
        ? `${mark} 正文 ${own.fact.value}，表中 ${table}：${said.zh}`
        : `${mark} text ${own.fact.value}, table ${table}: ${said.en}`,
    );
  }
  for (const { total, parts: addends, sum, state } of sums) {
    const holds = state === 'holds';
    const addition = `${addends.map(({ value }) => value).join('＋')}＝${sum}`;
    parts.push(`${holds ? '✔' : '✘'} ${addition}${holds ? '' : ` ≠ ${total}`}`);
  }
  return parts.join('\n\n');
}

/** The cells that the number of running text at a position speaks of. */
export function definition(analysis: Analysis, position: Position, uri: string): Location[] {
  const { source } = analysis.tree;
  const place = inSource(source, position);
  for (const report of analysis.reports) {
    const agreement = statementAt(report, place)?.agreement;
    if (!agreement) continue;
    const ranges = cellsIn(agreement.reading, report).map(({ table, cell }) => placed(table, cell.range));
    return inDocument(source, ranges).map((range) => ({ uri, range }));
  }
  return [];
}

/** Where running text speaks of the cell at a position, or of the cells that the number there speaks of. */
export function references(analysis: Analysis, position: Position, uri: string): Location[] {
  const { source } = analysis.tree;
  const place = inSource(source, position);
  for (const report of analysis.reports) {
    const meant = cellsMeant(report, place);
    if (meant.size === 0) continue;
    const ranges = agreementsOf(report)
      .filter(({ reading }) => reading.some(({ table, key }) => meant.has(`${table}/${key}`)))
      .map((one) => one.placed.range);
    return inDocument(source, ranges).map((range) => ({ uri, range }));
  }
  return [];
}

/** The names of the cells at a place: `requests/new/total`. */
function cellsMeant(report: Report, place: Position): ReadonlySet<string> {
  const target = targetAt(report, place);
  if (target?.kind === 'cell')
    return new Set([`${target.table.table.form.definition.id}/${target.cell.key}`]);
  const reading = statementAt(report, place)?.agreement?.reading ?? [];
  return new Set(reading.map(({ table, key }) => `${table}/${key}`));
}
