import type { Form, FormTable } from '../form/indexed-form';
import type { Tree } from '../syntax/tree';
import type { BoundSection } from './sections';
import { type BoundTable, bindTable } from './table';

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
    const placed = other && bindIn(tree, section, edition, other);
    if (placed && isWhole(placed.table)) return placed;
  }
  return own;
}

function isWhole(table: BoundTable): boolean {
  return table.missing.length === 0 && table.rows.every((row) => row.state === 'whole');
}

function bindIn(tree: Tree, section: BoundSection, edition: Form, formTable: FormTable): PlacedTable | null {
  const table = bindTable(tree.blocks.slice(section.block + 1, section.endBlock), formTable);
  return table && { table, line: tree.starts[section.block + 1] as number, edition };
}

/** Where a table's own section is lost, the table runs on in another one: there it must be whole to be known. */
function findElsewhere(
  tree: Tree,
  form: Form,
  formTable: FormTable,
  sections: readonly BoundSection[],
): PlacedTable | null {
  let best: { placed: PlacedTable; whole: number } | null = null;
  for (const section of sections) {
    const placed = bindIn(tree, section, form, formTable);
    const whole = placed?.table.rows.filter((row) => row.state === 'whole').length ?? 0;
    if (placed && whole * 2 > formTable.rows.length && whole > (best?.whole ?? 0)) best = { placed, whole };
  }
  return best?.placed ?? null;
}
