import type { SectionDefinition } from '../form/form';
import type { FormTable } from '../form/indexed-form';
import { type PrintedCell, printedTable, sheetGrid } from '../form/sheet';
import type { Report } from '../report/report';
import type { BoundSection } from '../report/sections';
import type { Layout } from '../syntax/grid';
import { type Position, range, type TextEdit } from '../text/range';
import { reordinal } from './numbering';

/** Writes a missing section where it belongs: its heading in the writing of the others, its table blank. */
export function insertedSection(
  report: Report,
  section: SectionDefinition,
  before: BoundSection | undefined,
): TextEdit {
  const style = report.sections[0];
  const line = style ? lineText(report, style.titleRange.start.line) : '';
  const prefix = style ? line.slice(0, style.titleRange.start.character) : '';
  const suffix = style ? line.slice(style.titleRange.end.character) : '';
  const heading = reordinal(prefix, style?.definition.ordinal ?? 0, section.ordinal) + section.title + suffix;
  const table = report.form.tableById.get(section.table ?? '');
  const lines = [heading, ...(table ? ['', ...tableLines(report, table)] : [])];
  if (before)
    return insertion({ line: before.titleRange.start.line, character: 0 }, `${lines.join('\n')}\n\n`, report);
  return insertion(report.range.end, `\n\n${lines.join('\n')}\n`, report);
}

/** Writes a section's missing table, blank, under its heading. */
export function insertedTable(report: Report, section: BoundSection, table: FormTable): TextEdit {
  const line = section.titleRange.start.line;
  const end: Position = { line, character: lineText(report, line).length };
  return insertion(end, `\n\n${tableLines(report, table).join('\n')}`, report);
}

function lineText(report: Report, line: number): string {
  return report.tree.source.lines[line]?.text ?? '';
}

/** An insertion with the line ends that the draft has. */
function insertion(at: Position, text: string, report: Report): TextEdit {
  const eol = report.tree.source.lines[0]?.eol || '\n';
  return { range: range(at.line, at.character, at.line, at.character), newText: text.replaceAll('\n', eol) };
}

function tableLines(report: Report, table: FormTable): string[] {
  const layout = report.tables[0]?.table.layout ?? 'tabbed';
  const sheet = printedTable(table);
  return layout === 'html' ? htmlLines(sheet) : gridLines(sheetGrid(sheet), layout);
}

function gridLines(grid: readonly (readonly string[])[], layout: Layout): string[] {
  if (layout !== 'piped') return grid.map((cells) => cells.join('\t'));
  const [head, ...rest] = grid.map((cells) => `| ${cells.join(' | ')} |`);
  const delimiter = `|${'---|'.repeat(grid[0]?.length ?? 0)}`;
  return [head ?? '', delimiter, ...rest];
}

function htmlLines(sheet: readonly (readonly PrintedCell[])[]): string[] {
  const cell = ({ text, columns, rows }: PrintedCell): string => {
    const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
    return `<td${spans}>${text}</td>`;
  };
  return ['<table>', ...sheet.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`), '</table>'];
}
