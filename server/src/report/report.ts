import type { Form, FormTable } from '../form/indexed-form';
import { formForYear } from '../form/load';
import type { Block } from '../syntax/block';
import type { Tree } from '../syntax/tree';
import { halfWidth } from '../text/number';
import { type Range, range } from '../text/range';
import { type BoundSection, bindSections } from './sections';
import { type BoundTable, bindTable } from './table';
import { titleIn } from './title';

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

const yearsNamed = /(20\d{2})\s*年(度|\s*1\s*月\s*1\s*日|政府信息公开|修订|制定|印发)?/gu;
/** How far a report without a title is searched for its year, in blocks and in UTF-16 units a line. */
const yearBlocks = 12;
const yearLine = 2000;

/** Without a year in the title: the year the opening speaks of most, by name of report or period above all. */
function yearNearStart(tree: Tree, heading: number): number | null {
  const votes = new Map<number, number>();
  for (const block of tree.blocks.slice(0, heading + yearBlocks)) {
    for (const line of block.lines.slice(0, 20)) {
      for (const [, year, use = ''] of halfWidth(line.text.slice(0, yearLine)).matchAll(yearsNamed)) {
        const weight = use === '' ? 1 : /[修制印]/u.test(use) ? 0 : 3;
        votes.set(Number(year), (votes.get(Number(year)) ?? 0) + weight);
      }
    }
  }
  let best: number | null = null;
  for (const [year, weight] of votes) if (weight > 0 && weight > (votes.get(best ?? -1) ?? 0)) best = year;
  return best;
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
