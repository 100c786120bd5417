import disclosure2021 from '../../server/forms/disclosure-2021.json';

/**
 * The form as its data file has it, read without the product's own index: what the tests expect is worked
 * out from here.
 */
export interface FormRow {
  readonly id: string;
  /** As printed: ordinal, label and note. */
  readonly label: string;
  /** Printed labels of the headings it stands under, outermost first. */
  readonly groups: readonly string[];
  readonly columns: readonly string[];
}

interface RowNode {
  readonly id: string;
  readonly ordinal: string;
  readonly label: string;
  readonly note: string;
  readonly columns: readonly string[] | null;
  readonly children: readonly RowNode[];
}

interface ColumnNode {
  readonly id: string;
  readonly label: string;
  readonly children: readonly ColumnNode[];
}

interface TableNode {
  readonly id: string;
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly ColumnNode[];
  readonly rows: readonly RowNode[];
}

export type TableId = 'proactive' | 'requests' | 'proceedings';

function tableNode(id: TableId): TableNode {
  const node = (disclosure2021.tables as readonly TableNode[]).find((table) => table.id === id);
  if (!node) throw new Error(`the form has no table ${id}`);
  return node;
}

function leaves(nodes: readonly ColumnNode[]): ColumnNode[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? leaves(node.children) : [node]));
}

function rowsUnder(
  nodes: readonly RowNode[],
  groups: readonly string[],
  inherited: readonly string[],
): FormRow[] {
  return nodes.flatMap((node) => {
    const label = node.ordinal + node.label + node.note;
    const columns = node.columns ?? inherited;
    if (node.children.length > 0) return rowsUnder(node.children, [...groups, label], columns);
    return [{ id: node.id, label, groups, columns }];
  });
}

/** The rows of a table that hold values, in the form's order. */
export function rowsOf(table: TableId): FormRow[] {
  const node = tableNode(table);
  return rowsUnder(
    node.rows,
    [],
    leaves(node.columns).map((column) => column.id),
  );
}

/** Ids of the columns that hold values, in the form's order. */
export function columnsOf(table: TableId): string[] {
  return leaves(tableNode(table).columns).map((column) => column.id);
}

/** The printed label of a column. */
export function columnLabel(table: TableId, id: string): string {
  return leaves(tableNode(table).columns).find((column) => column.id === id)?.label ?? id;
}

/** What is printed in the corner of a table. */
export function cornerOf(table: TableId): string {
  return tableNode(table).corner;
}

/** The sections' statutory titles, in order. */
export const sectionTitles: readonly string[] = disclosure2021.sections.map((section) => section.title);

/** The ids of the sections, in order. */
export const sectionIds: readonly string[] = disclosure2021.sections.map((section) => section.id);

/** The numerals printed before the titles. */
export const numerals: readonly string[] = ['一', '二', '三', '四', '五', '六'];

/** Every row and group label of every table of the form, as printed but without ordinals and notes. */
export function allRowLabels(): string[] {
  const walk = (nodes: readonly RowNode[]): string[] =>
    nodes.flatMap((node) => [node.label, ...walk(node.children)]);
  return (disclosure2021.tables as readonly TableNode[]).flatMap((table) => walk(table.rows));
}
