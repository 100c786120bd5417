import type { Form, FormTable } from '../form/indexed-form';
import type { Tree } from '../syntax/tree';
import { bindTable } from './bind-table';
import type { BoundSection } from './sections';
import type { BoundTable } from './table';

/** A bound table and the document's line that its ranges count from. */
export interface PlacedTable {
  readonly table: BoundTable;
  readonly line: number;
  /** The edition whose table it is: the report's own, or another whose rows fit where its own do not. */
  readonly edition: Form;
}

/** Finds the tables of a form in the sections of a draft. A table that is not there is not in the result. */
export function bindTables(
  tree: Tree,
  form: Form,
  editions: readonly Form[],
  sections: readonly BoundSection[],
): PlacedTable[] {
  const placed: PlacedTable[] = [];
  for (const formTable of form.tables) {
    const own = sections.find(
      (section) => section.definition.table === formTable.definition.id && section.occurrence === 'first',
    );
    const table = own ? inSection(tree, own, form, formTable, editions) : null;
    const found = table ?? findElsewhere(tree, form, formTable, sections);
    if (found) placed.push(found);
  }
  return placed;
}

function inSection(
  tree: Tree,
  section: BoundSection,
  form: Form,
  formTable: FormTable,
  editions: readonly Form[],
): PlacedTable | null {
  const own = bindIn(tree, section, form, formTable);
  if (own && isWhole(own.table)) return own;
  // Not as its edition has it: it may be another edition's, and then it fits that one whole.
  for (const edition of editions) {
    const other = edition === form ? undefined : edition.tableById.get(formTable.definition.id);
    if (!other || (own && !mayBe(own.table, other))) continue;
    const placed = bindIn(tree, section, edition, other);
    if (placed && isPlainly(placed.table)) return placed;
  }
  return own;
}

/**
 * Whether a table that is not whole as its own edition's may be another's. One printed alike is no more whole there,
 * and a sound row that the other has not would be left over. To look costs little beside binding the table anew.
 */
function mayBe(table: BoundTable, other: FormTable): boolean {
  if (table.form.print === other.print) return false;
  return table.rows.every(
    ({ match, state, row }) =>
      match !== 'exact' ||
      state !== 'whole' ||
      row.columns.length < other.width ||
      row.patterns.some((pattern) => other.labels.findFolded(pattern).row !== undefined),
  );
}

function isWhole(table: BoundTable): boolean {
  return table.missing.length === 0 && table.rows.every((row) => row.state === 'whole');
}

/** Whether a table is another edition's beyond doubt: every row by its very label, and no row left over. */
function isPlainly(table: BoundTable): boolean {
  const isExact =
    table.form.definition.labelColumns === 0 || table.rows.every((row) => row.match === 'exact');
  return isWhole(table) && isExact && table.unexplained === 0;
}

function bindIn(tree: Tree, section: BoundSection, edition: Form, formTable: FormTable): PlacedTable | null {
  const table = bindTable(tree.blocks.slice(section.block + 1, section.endBlock), formTable);
  return table && { table, line: tree.starts[section.block + 1] as number, edition };
}

/** Where a table's own section is lost, the table runs on in another one. */
function findElsewhere(
  tree: Tree,
  form: Form,
  formTable: FormTable,
  sections: readonly BoundSection[],
): PlacedTable | null {
  let best: PlacedTable | null = null;
  for (const { block, endBlock } of sections) {
    for (const placed of mostlyWhole(tree, form, formTable, block + 1, endBlock))
      if (!best || wholeRows(placed) > wholeRows(best)) best = placed;
    if (best && wholeRows(best) === formTable.rows.length) break;
  }
  return best;
}

/** The tables of a form in a stretch without section headings. */
export function tablesWithin(tree: Tree, form: Form, from: number, to: number): PlacedTable[] {
  return form.tables.flatMap((formTable) => mostlyWhole(tree, form, formTable, from, to));
}

/** A table outside its own section must be whole for the most part to be known. */
function mostlyWhole(
  tree: Tree,
  edition: Form,
  formTable: FormTable,
  from: number,
  to: number,
): PlacedTable[] {
  const table = bindTable(tree.blocks.slice(from, to), formTable);
  if (!table) return [];
  const placed: PlacedTable = { table, line: tree.starts[from] as number, edition };
  return wholeRows(placed) * 2 > formTable.rows.length ? [placed] : [];
}

function wholeRows({ table }: PlacedTable): number {
  return table.rows.filter((row) => row.state === 'whole').length;
}
