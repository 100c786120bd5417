import type { ColumnDefinition, RowDefinition } from './form';
import type { FormTable } from './indexed-form';

/** A cell of a table as the form prints it, with how many columns and rows of the sheet it covers. */
export interface PrintedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** The blank table as the form prints it: heading rows, labels, and empty value cells, merged as prescribed. */
export function printedTable(table: FormTable): PrintedCell[][] {
  return table.definition.groups === 'banner' ? bannerTable(table) : nestedTable(table);
}

function cell(text: string, columns = 1, rows = 1): PrintedCell {
  return { text, columns, rows };
}

function leafCount(node: ColumnDefinition | RowDefinition): number {
  if (node.children.length === 0) return 1;
  return (node.children as readonly (ColumnDefinition | RowDefinition)[]).reduce(
    (sum, child) => sum + leafCount(child),
    0,
  );
}

function depth(columns: readonly ColumnDefinition[]): number {
  return columns.length === 0 ? 0 : 1 + Math.max(...columns.map((column) => depth(column.children)));
}

function nestedTable(table: FormTable): PrintedCell[][] {
  const { labelColumns, corner, columns, rows } = table.definition;
  const height = depth(columns);
  const sheet: PrintedCell[][] = Array.from({ length: height }, () => []);
  if (labelColumns > 0) sheet[0]?.push(cell(corner, labelColumns, height));
  const addColumns = (nodes: readonly ColumnDefinition[], level: number): void => {
    for (const node of nodes) {
      const isLeaf = node.children.length === 0;
      sheet[level]?.push(cell(node.label, leafCount(node), isLeaf ? height - level : 1));
      addColumns(node.children, level + 1);
    }
  };
  addColumns(columns, 0);
  const values = table.columns.map(() => cell(''));
  const addRows = (nodes: readonly RowDefinition[], level: number, before: readonly PrintedCell[]): void => {
    nodes.forEach((node, i) => {
      const beside = i === 0 ? before : [];
      const text = node.ordinal + node.label + node.note;
      if (node.children.length > 0)
        addRows(node.children, level + 1, [...beside, cell(text, 1, leafCount(node))]);
      else
        sheet.push([...beside, ...(labelColumns > 0 ? [cell(text, labelColumns - level)] : []), ...values]);
    });
  };
  addRows(rows, 0, []);
  return sheet;
}

function bannerTable(table: FormTable): PrintedCell[][] {
  const { corner, rows } = table.definition;
  const sheet: PrintedCell[][] = [];
  for (const group of rows) {
    const columns = (group.columns ?? []).map((id) => table.columnById.get(id)?.definition.label ?? id);
    // A heading over fewer columns than the table has is as wide as what it stands over.
    const spread = (index: number): number =>
      index === columns.length - 1 ? table.width - columns.length + 1 : 1;
    sheet.push([cell(group.label, table.width + 1)]);
    sheet.push([cell(corner), ...columns.map((label, i) => cell(label, spread(i)))]);
    for (const row of group.children) {
      sheet.push([cell(row.ordinal + row.label), ...columns.map((_, i) => cell('', spread(i)))]);
    }
  }
  return sheet;
}

/** Writes a sheet with every merged cell as its text and blanks: the grid that a copy out of Word leaves. */
export function sheetGrid(sheet: readonly (readonly PrintedCell[])[]): string[][] {
  const grid: string[][] = sheet.map(() => []);
  sheet.forEach((cells, top) => {
    let left = 0;
    for (const { text, columns, rows } of cells) {
      while (grid[top]?.[left] !== undefined) left++;
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const line = grid[top + r];
          if (line) line[left + c] = r === 0 && c === 0 ? text : '';
        }
      }
    }
  });
  return grid;
}
