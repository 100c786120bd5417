import type { ColumnDefinition, RowDefinition } from '../form/form';
import type { LeafColumn } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import type { BoundSection } from '../report/sections';
import type { BoundCell, BoundRow } from '../report/table';
import { gridOf } from '../syntax/block';
import type { GridCell } from '../syntax/grid';
import { blockAt } from '../syntax/tree';
import { fold } from '../text/fold';
import { containsPosition, type Position, type Range, range } from '../text/range';

/** What stands at a place of a report, with its range in the document. */
export type Target =
  | { readonly kind: 'section'; readonly section: BoundSection; readonly range: Range }
  | { readonly kind: 'cell'; readonly table: PlacedTable; readonly cell: BoundCell; readonly range: Range }
  | { readonly kind: 'row'; readonly table: PlacedTable; readonly row: BoundRow; readonly range: Range }
  | {
      readonly kind: 'group';
      readonly table: PlacedTable;
      readonly group: RowDefinition;
      readonly range: Range;
    }
  | {
      readonly kind: 'column';
      readonly table: PlacedTable;
      readonly column: LeafColumn;
      readonly range: Range;
    }
  | {
      readonly kind: 'columnGroup';
      readonly table: PlacedTable;
      readonly group: ColumnDefinition;
      readonly range: Range;
    };

/** The named thing at a position; null where there is none. */
export function targetAt(report: Report, position: Position): Target | null {
  const section = report.sections.find((one) => containsPosition(one.headingRange, position));
  if (section) return { kind: 'section', section, range: section.headingRange };
  for (const table of report.tables) {
    const inTable = { line: position.line - table.line, character: position.character };
    const target = inRow(table, inTable) ?? inHeader(report, table, position);
    if (target) return target;
  }
  return null;
}

function inRow(table: PlacedTable, at: Position): Target | null {
  const moved = ({ start, end }: Range): Range =>
    range(table.line + start.line, start.character, table.line + end.line, end.character);
  for (const row of table.table.rows) {
    if (at.line < row.range.start.line || at.line > row.range.end.line) continue;
    const cell = row.cells.find((one) => containsPosition(one.range, at));
    if (cell) return { kind: 'cell', table, cell, range: moved(cell.range) };
    const label = row.labels.find((one) => containsPosition(one, at));
    if (label) return { kind: 'row', table, row, range: moved(label) };
  }
  return null;
}

/** Labels of columns and of groups, which no row holds: found by their text in the table's section. */
function inHeader(report: Report, table: PlacedTable, position: Position): Target | null {
  const section = report.sections.find(
    (one) => one.range.start.line <= position.line && position.line <= one.range.end.line,
  );
  if (section?.definition.table !== table.table.form.definition.id) return null;
  const cell = gridCellAt(report, position);
  if (!cell) return null;
  const { form } = table.table;
  const label = form.labels.find(cell.text);
  const place = range(position.line, cell.start, position.line, cell.end);
  const { columns, columnGroup, rowGroup } = label;
  if (columns) {
    const column =
      columns[Math.min(occurrencesBefore(report, table, position, label.folded), columns.length - 1)];
    if (column) return { kind: 'column', table, column, range: place };
  }
  if (columnGroup) return { kind: 'columnGroup', table, group: columnGroup, range: place };
  return rowGroup ? { kind: 'group', table, group: rowGroup, range: place } : null;
}

function gridCellAt(report: Report, { line, character }: Position): GridCell | null {
  const index = blockAt(report.tree, line);
  const block = report.tree.blocks[index];
  if (!block) return null;
  const inBlock = line - (report.tree.starts[index] as number);
  for (const row of gridOf(block).rows) {
    const cell = row.cells.find(
      (one) =>
        row.line + one.line === inBlock && one.start <= character && character <= one.end && one.text !== '',
    );
    if (cell) return cell;
  }
  return null;
}

/** How often a label stands in the table's section before a place: the third 结果维持 is the third group's. */
function occurrencesBefore(report: Report, table: PlacedTable, position: Position, label: string): number {
  let count = 0;
  for (let index = blockAt(report.tree, table.line); index < report.tree.blocks.length; index++) {
    const block = report.tree.blocks[index];
    const start = report.tree.starts[index] as number;
    if (!block || start > position.line) break;
    for (const { line, cells } of gridOf(block).rows) {
      for (const cell of cells) {
        const at = start + line + cell.line;
        if (at > position.line || (at === position.line && cell.end >= position.character)) continue;
        if (cell.text !== '' && fold(cell.text) === label) count++;
      }
    }
  }
  return count;
}
