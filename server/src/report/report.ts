import type { Form, FormTable } from '../form/indexed-form';
import { formForYear } from '../form/load';
import type { Block } from '../syntax/block';
import type { Tree } from '../syntax/tree';
import { type Range, range } from '../text/range';
import { type BoundSection, bindSections } from './sections';
import { type BoundTable, bindTable } from './table';
import { titleIn, yearOf } from './title';

/** A bound table and the document's line that its ranges count from. */
export interface PlacedTable {
  readonly table: BoundTable;
  readonly line: number;
}

/** A draft bound to the statutory form it answers to. */
export interface Report {
  readonly tree: Tree;
  readonly form: Form;
  readonly year: number | null;
  readonly organization: string;
  /** Null where no line is the report's title. */
  readonly titleRange: Range | null;
  /** In the order of the draft. */
  readonly sections: readonly BoundSection[];
  /** In the order of the form; a table that was not found is not among them. */
  readonly tables: readonly PlacedTable[];
  readonly range: Range;
}

/** Without a title, so many section headings make a draft a report. */
const enoughSections = 3;

/**
 * Binds a tree to a form. A draft that is not such a report gives none: it must have the title and one of
 * the sections, or three of the sections by their very titles.
 */
export function bindReports(tree: Tree, forms: readonly Form[]): readonly Report[] {
  const newest = forms[0] as Form;
  const title = findTitle(tree, newest);
  let form = formForYear(forms, title?.year ?? null);
  let sections = bindSections(tree, form, 0, tree.blocks.length);
  const named = sections.filter((section) => section.match === 'statutory' || section.match === 'alias');
  const distinct = new Set(named.map((section) => section.definition.id)).size;
  if (distinct < (title ? 1 : enoughSections)) return [];
  const year = title?.year ?? yearNearStart(tree, sections[0]?.block ?? 0);
  const right = formForYear(forms, year);
  if (right !== form) {
    form = right;
    sections = bindSections(tree, form, 0, tree.blocks.length);
  }
  const lastLine = tree.source.lines.length - 1;
  return [
    {
      tree,
      form,
      year,
      organization: title?.organization ?? '',
      titleRange: title?.range ?? null,
      sections,
      tables: bindTables(tree, form, sections),
      range: range(0, 0, lastLine, tree.source.lines[lastLine]?.text.length ?? 0),
    },
  ];
}

function findTitle(
  tree: Tree,
  form: Form,
): { range: Range; year: number | null; organization: string } | null {
  for (const [i, block] of tree.blocks.entries()) {
    const title = titleIn(block, form.definition);
    if (!title) continue;
    const line = tree.starts[i] as number;
    const { start, end } = title.range;
    return { ...title, range: range(line + start.line, start.character, line + end.line, end.character) };
  }
  return null;
}

/** Without a year in the title, the first year that is named before or soon after the first heading. */
function yearNearStart(tree: Tree, heading: number): number | null {
  for (const block of tree.blocks.slice(0, heading + 6)) {
    for (const line of block.lines.slice(0, 20)) {
      const year = yearOf(line.text.slice(0, 2000));
      if (year !== null) return year;
    }
  }
  return null;
}

function bindTables(tree: Tree, form: Form, sections: readonly BoundSection[]): PlacedTable[] {
  const placed: PlacedTable[] = [];
  for (const formTable of form.tables) {
    const own = sections.find(
      (section) => section.definition.table === formTable.definition.id && section.occurrence === 'first',
    );
    const table = own && bindBlocks(tree, own.block + 1, own.endBlock, formTable);
    if (table) placed.push(table);
    else {
      const strayed = findElsewhere(tree, formTable, sections);
      if (strayed) placed.push(strayed);
    }
  }
  return placed;
}

function bindBlocks(tree: Tree, from: number, to: number, form: FormTable): PlacedTable | null {
  const table = bindTable(tree.blocks.slice(from, to) as Block[], form);
  return table && { table, line: tree.starts[from] as number };
}

/** Where a table's own section is lost, the table runs on in another one: there it must be whole to be known. */
function findElsewhere(tree: Tree, form: FormTable, sections: readonly BoundSection[]): PlacedTable | null {
  let best: { placed: PlacedTable; whole: number } | null = null;
  for (const section of sections) {
    const placed = bindBlocks(tree, section.block + 1, section.endBlock, form);
    const whole = placed?.table.rows.filter((row) => row.state === 'whole').length ?? 0;
    if (placed && whole * 2 > form.rows.length && whole > (best?.whole ?? 0)) best = { placed, whole };
  }
  return best?.placed ?? null;
}
