import { fold } from '../text/fold';
import type { ColumnDefinition, RowDefinition, TableDefinition } from './form';

/** A cell's name within its table: `row/column`. */
export type CellKey = string;

export function cellKey(row: string, column: string): CellKey {
  return `${row}/${column}`;
}

/** A row that holds values, with the columns it fills and the headings it stands under (outermost first). */
export interface LeafRow {
  readonly definition: RowDefinition;
  readonly index: number;
  readonly columns: readonly LeafColumn[];
  /** The names of its cells, one for each of its columns. */
  readonly keys: readonly CellKey[];
  /** The place of its first cell among the cells of the table; its others follow. */
  readonly firstPlace: number;
  readonly groups: readonly RowDefinition[];
  /** What its label may look like, folded: with and without ordinal and note, and its aliases. */
  readonly patterns: readonly string[];
}

export interface LeafColumn {
  readonly definition: ColumnDefinition;
  readonly groups: readonly ColumnDefinition[];
  readonly foldedLabel: string;
}

/** The leaves under columns, from left to right. */
export function leafColumns(
  nodes: readonly ColumnDefinition[],
  groups: readonly ColumnDefinition[] = [],
): LeafColumn[] {
  return nodes.flatMap((node) =>
    node.children.length > 0
      ? leafColumns(node.children, [...groups, node])
      : [{ definition: node, groups, foldedLabel: fold(node.label) }],
  );
}

/** The leaves under a table's rows, from top to bottom. Throws where a row fills a column that the table has not. */
export function leafRows(table: TableDefinition, columns: readonly LeafColumn[]): LeafRow[] {
  const columnById = new Map(columns.map((column) => [column.definition.id, column]));
  const rows: LeafRow[] = [];
  let firstPlace = 0;
  const add = (
    nodes: readonly RowDefinition[],
    groups: readonly RowDefinition[],
    inherited: readonly string[] | null,
  ): void => {
    for (const node of nodes) {
      const ids = node.columns ?? inherited;
      if (node.children.length > 0) {
        add(node.children, [...groups, node], ids);
        continue;
      }
      const own = ids === null ? columns : ids.map((id) => known(columnById, id, table.id));
      const keys = own.map((column) => cellKey(node.id, column.definition.id));
      const patterns = labelPatterns(node);
      rows.push({ definition: node, index: rows.length, columns: own, keys, firstPlace, groups, patterns });
      firstPlace += keys.length;
    }
  };
  add(table.rows, [], null);
  return rows;
}

function known(columns: ReadonlyMap<string, LeafColumn>, id: string, table: string): LeafColumn {
  const column = columns.get(id);
  if (column === undefined) throw new Error(`table ${table} has no column ${id}`);
  return column;
}

/** What the label of a row, or of a heading over rows, may look like, folded. */
export function labelPatterns(row: RowDefinition): string[] {
  const patterns = new Set<string>();
  for (const label of [row.label, row.label + row.note, ...row.aliases]) {
    patterns.add(fold(label));
    patterns.add(fold(row.ordinal + label));
  }
  patterns.delete('');
  return [...patterns];
}
