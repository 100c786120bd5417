import type { Fact } from '../prose/fact';
import { reconcile } from '../reconcile/equations';
import { placedFacts, placedInProse } from '../report/prose';
import type { Report } from '../report/report';
import { placed } from '../rules/names';
import type { Analysis } from '../service/analysis';
import { inDocument } from '../text/places';

/** A file with what was understood of it. */
export interface InspectedFile {
  readonly path: string;
  readonly analysis: Analysis;
}

export type InspectFormat = 'pretty' | 'json';
export const inspectFormats: readonly InspectFormat[] = ['pretty', 'json'];

/** Writes what was understood: sections, cells with their values and places, equations with their states. */
export function writeInspect(files: readonly InspectedFile[], format: InspectFormat): string {
  const models = files.map(({ path, analysis }) => ({
    path,
    reports: inDocument(analysis.tree.source, analysis.reports.map(modelOf)),
  }));
  return format === 'json' ? `${JSON.stringify({ version: 1, files: models })}\n` : prettyOf(models);
}

type ReportModel = ReturnType<typeof modelOf>;

function modelOf(report: Report) {
  return {
    form: report.form.definition.id,
    year: report.year,
    organization: report.organization,
    range: report.range,
    sections: report.sections.map(({ definition, title, titleRange }) => ({
      id: definition.id,
      ordinal: definition.ordinal,
      title,
      range: titleRange,
    })),
    tables: report.tables.map((table) => ({
      id: table.table.form.definition.id,
      layout: table.table.layout,
      range: placed(table, table.table.range),
      cells: [...table.table.cells.values()].map((cell) => ({
        row: cell.row.definition.id,
        column: cell.column.definition.id,
        text: cell.text,
        value: cell.value,
        range: placed(table, cell.range),
      })),
      equations: reconcile(table.table).equations.map(({ equation, state, left, right }) => ({
        id: equation.id,
        state,
        left,
        right,
      })),
    })),
    facts: placedFacts(report.prose).map(({ fact, range }) => ({
      kind: fact.kind,
      text: fact.text,
      value: fact.value,
      unit: fact.unit,
      cells: cellNames(fact),
      range,
    })),
    sums: report.prose.flatMap(({ reading, line }) =>
      reading.sums.map(({ total, parts, sum, state, totals }) => ({
        total,
        parts: parts.map((part) => part.value),
        sum,
        state,
        range: placedInProse(line, (totals[0] as Fact).range),
      })),
    ),
  };
}

/** The cells whose sum a fact states: `requests/new/total`. */
function cellNames({ readings }: Fact): string[] {
  return (readings[0] ?? []).map(({ table, key, sign }) => `${sign < 0 ? '-' : ''}${table}/${key}`);
}

function prettyOf(files: readonly { path: string; reports: readonly ReportModel[] }[]): string {
  const lines: string[] = [];
  for (const { path, reports } of files) {
    lines.push(path);
    for (const report of reports) {
      lines.push(`  ${report.organization} ${report.year ?? '?'} ${report.form}`);
      for (const section of report.sections)
        lines.push(`    ${section.range.start.line + 1}: ${section.ordinal} ${section.title}`);
      for (const table of report.tables) {
        const count = (state: string): number => table.equations.filter((one) => one.state === state).length;
        lines.push(
          `    ${table.id} (${table.layout}): ${table.cells.length} cells; equations: ${count('holds')} hold, ${count('fails')} fail, ${count('unknown')} unknown`,
        );
        const rows = new Map<string, string[]>();
        for (const { row, text } of table.cells) rows.set(row, [...(rows.get(row) ?? []), text || '·']);
        for (const [row, texts] of rows) lines.push(`      ${row}: ${texts.join(' ')}`);
      }
      for (const { kind, text, value, unit, cells, range } of report.facts)
        lines.push(
          `    ${range.start.line + 1}: ${kind} ${value}${unit} ${cells.join('＋')} ${text}`.trimEnd(),
        );
      for (const { total, parts, sum, state, range } of report.sums)
        lines.push(`    ${range.start.line + 1}: ${total}，${parts.join('＋')}＝${sum} ${state}`);
    }
    if (reports.length === 0) lines.push('  -');
  }
  return `${lines.join('\n')}\n`;
}
