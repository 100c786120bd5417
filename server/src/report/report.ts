import type { Form } from '../form/indexed-form';
import { formForYear } from '../form/load';
import type { PlacedReading } from '../prose/chains';
import type { Block } from '../syntax/block';
import type { Tree } from '../syntax/tree';
import { Memo } from '../text/memo';
import { halfWidth } from '../text/number';
import { type Range, range } from '../text/range';
import { type PlacedPassage, passagesWithin } from './passages';
import { bindTables, type PlacedTable, tablesWithin } from './placed-tables';
import { proseOf } from './prose';
import { type BoundSection, bindSections } from './sections';
import { noSurroundings, type Surroundings } from './surroundings';
import { type ReportTitle, titleIn } from './title';

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
  /** Its running text, outside the tables. */
  readonly passages: readonly PlacedPassage[];
  /** What the running text states in numbers. */
  readonly prose: readonly PlacedReading[];
  readonly range: Range;
  /** What is known of the draft beside its text; places in it count the source's lines. */
  readonly surroundings: Surroundings;
  readonly memo: Memo;
}

/** Without a title, so many section headings make a draft a report; and so many make a title the next report's. */
const enoughSections = 3;

/** A stretch of blocks that may be one report, with the title found first in it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly title: { readonly block: number; readonly title: ReportTitle } | null;
}

/**
 * Binds a tree to the forms. A draft that is no such report gives none: it must have the title and one of the
 * sections, or three of the sections by their very titles, and be of a year for which there is a form. A compilation
 * gives a report for each title.
 */
export function bindReports(
  tree: Tree,
  editions: readonly Form[],
  surroundings: Surroundings = noSurroundings,
): readonly Report[] {
  return stretches(tree, editions[0] as Form).flatMap(
    (stretch) => bindStretch(tree, editions, stretch, surroundings) ?? [],
  );
}

function stretches(tree: Tree, form: Form): Stretch[] {
  const titles: { block: number; title: ReportTitle }[] = [];
  for (let block = 0; block < tree.blocks.length; block++) {
    const title = titleIn(tree.blocks[block] as Block, form);
    if (title) titles.push({ block, title });
  }
  // Mostly there is one report, and nothing to tell apart.
  if (titles.length < 2) return [{ from: 0, to: tree.blocks.length, title: titles[0] ?? null }];
  const found: Stretch[] = [];
  let from = 0;
  let title = titles[0] ?? null;
  let own = new Set<string>();
  titles.forEach((next, i) => {
    const to = titles[i + 1]?.block ?? tree.blocks.length;
    const sections = bindSections(tree, form, i === 0 ? 0 : next.block, to).filter((section) =>
      hasBody(section, tree),
    );
    const named = namedSections(sections);
    const [first] = named;
    // A title on a cover, in a table of contents or at the head of each page is followed by no sections of its
    // own, or by those that the report has yet to come to. The next report begins its sections anew.
    if (own.size >= enoughSections && first !== undefined && own.has(first)) {
      found.push({ from, to: next.block, title });
      from = next.block;
      title = next;
      own = new Set();
    } else if (own.size === 0 && next.title.year !== null && next.title.year !== title?.title.year) {
      // A page's navigation names the reports of other years, or no year at all: the title next to the text is its own.
      title = next;
    }
    for (const id of named) own.add(id);
  });
  found.push({ from, to: tree.blocks.length, title });
  return found;
}

/** Whether anything stands under a heading: in a table of contents nothing does. */
function hasBody({ block, endBlock }: BoundSection, tree: Tree): boolean {
  for (let b = block + 1; b < endBlock; b++) if (tree.blocks[b]?.kind !== 'blank') return true;
  return false;
}

/** The ids of the sections that stand there by their own or a known title, in the draft's order. */
function namedSections(sections: readonly BoundSection[]): ReadonlySet<string> {
  const named = sections.filter((section) => section.match === 'statutory' || section.match === 'alias');
  return new Set(named.map((section) => section.definition.id));
}

function bindStretch(
  tree: Tree,
  editions: readonly Form[],
  stretch: Stretch,
  surroundings: Surroundings,
): Report | null {
  const { from, to, title } = stretch;
  const first = formForYear(editions, title?.title.year ?? null);
  let sections = bindSections(tree, first, from, to);
  const named = namedSections(sections).size;
  const isBare = named === 0 && title !== null && hasTable(tree, first, stretch);
  if (!isBare && named < (title ? 1 : enoughSections)) return null;
  const year = title?.title.year ?? yearNearStart(tree, from, sections[0]?.block ?? from);
  const form = formForYear(editions, year);
  if (form !== first) sections = bindSections(tree, form, from, to);
  const firstLine = tree.starts[from] as number;
  const lastLine = to < tree.blocks.length ? (tree.starts[to] as number) - 1 : tree.source.lines.length - 1;
  const tables = isBare ? tablesWithin(tree, form, from, to) : bindTables(tree, form, editions, sections);
  // Before there was any form, reports were written in other ways; one that has its tables has a wrong year.
  if (tables.length === 0 && isBeforeAll(editions, year)) return null;
  const passages = passagesWithin(tree, from, to, sections, tables);
  return {
    tree,
    form,
    year,
    organization: title?.title.organization ?? '',
    titleRange: title ? placedTitle(tree, title) : null,
    sections,
    tables,
    passages,
    prose: proseOf(passages, form),
    range: range(firstLine, 0, lastLine, tree.source.lines[lastLine]?.text.length ?? 0),
    surroundings,
    memo: new Memo(),
  };
}

function isBeforeAll(editions: readonly Form[], year: number | null): boolean {
  if (year === null) return false;
  return editions.every(({ definition: { years } }) => years.from !== null && year < years.from);
}

/** Whether a draft with a title but no heading holds a table of the form all the same. */
function hasTable(tree: Tree, form: Form, { from, to }: Stretch): boolean {
  return tablesWithin(tree, form, from, to).length > 0;
}

function placedTitle(tree: Tree, { block, title }: NonNullable<Stretch['title']>): Range {
  const line = tree.starts[block] as number;
  const { start, end } = title.range;
  return range(line + start.line, start.character, line + end.line, end.character);
}

const yearsNamed = /(20\d{2})\s*年(度|\s*1\s*月\s*1\s*日|政府信息公开|修订|制定|印发)?/gu;
/** How far a report without a title is searched for its year, in blocks and in UTF-16 units a line. */
const yearBlocks = 12;
const yearLine = 2000;

/** Without a year in the title: the year the opening speaks of most, by name of report or period above all. */
function yearNearStart(tree: Tree, from: number, heading: number): number | null {
  const votes = new Map<number, number>();
  for (const block of tree.blocks.slice(from, heading + yearBlocks)) {
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
