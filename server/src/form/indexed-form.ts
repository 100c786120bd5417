import { AlikeTexts } from '../text/alike';
import { fold } from '../text/fold';
import { Memo } from '../text/memo';
import type {
  EquationFamily,
  FormDefinition,
  SectionDefinition,
  StatementDefinition,
  TableDefinition,
} from './form';
import { TableLabels } from './labels';
import { type CellKey, cellKey, type LeafColumn, type LeafRow, leafColumns, leafRows } from './leaves';
import { type Sense, Senses } from './senses';
import type { Vocabulary } from './vocabulary';

export { type CellKey, cellKey, type LeafColumn, type LeafRow } from './leaves';

/** One equation spread out: the left cells together equal the right ones. */
export interface Equation {
  /** `row.new`, `colResult.total`, `colBalance.total`, `block.review`. */
  readonly id: string;
  /** Its place among the equations of its table. */
  readonly index: number;
  readonly family: EquationFamily;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
  /** The same cells by their places among the cells of the table: what sums are taken over. */
  readonly leftPlaces: readonly number[];
  readonly rightPlaces: readonly number[];
}

/** A table of a form with everything looked up by name. */
export interface FormTable {
  readonly definition: TableDefinition;
  readonly rows: readonly LeafRow[];
  readonly rowById: ReadonlyMap<string, LeafRow>;
  /** The row that each cell stands in. */
  readonly rowOfCell: ReadonlyMap<CellKey, LeafRow>;
  /** How many cells the rows have together. Each has a place among them, row by row. */
  readonly cellCount: number;
  readonly columns: readonly LeafColumn[];
  readonly columnById: ReadonlyMap<string, LeafColumn>;
  readonly labels: TableLabels;
  readonly equations: readonly Equation[];
  readonly equationById: ReadonlyMap<string, Equation>;
  /** The equations a cell stands in. */
  readonly equationsOf: ReadonlyMap<CellKey, readonly Equation[]>;
  /** The most values a row of this table holds. */
  readonly width: number;
  /** All that a draft's table is told by: equal where two editions print the same table. */
  readonly print: string;
  /** What is derived from the table as the form prints it. */
  readonly memo: Memo;
}

/** A cell that a statement adds up, or takes away. */
export interface Addend {
  readonly table: string;
  readonly key: CellKey;
  readonly sign: 1 | -1;
}

/** What a number in running text speaks of. `readings` are the sums it may be, the first the one that is meant. */
export interface Statement {
  readonly id: string;
  readonly topic: Sense;
  /** The first of all senses that it asks for; null where it asks for none. */
  readonly first: Sense | null;
  readonly all: Senses;
  readonly none: Senses;
  readonly readings: readonly (readonly Addend[])[];
  readonly isSure: boolean;
}

/** A form ready for use. */
export interface Form {
  readonly definition: FormDefinition;
  readonly sections: readonly SectionDefinition[];
  readonly tables: readonly FormTable[];
  readonly tableById: ReadonlyMap<string, FormTable>;
  /** Folded titles (statutory, accepted, aliases) to sections. */
  readonly sectionsByTitle: ReadonlyMap<string, SectionDefinition>;
  /** Folded titles that need no change: the statutory ones and those the edition accepts. */
  readonly statutoryTitles: ReadonlySet<string>;
  readonly longestTitle: number;
  /** The last two characters of every folded title. */
  readonly titleEndings: ReadonlySet<string>;
  /** Characters that every line with the report's title has: what has them not needs no closer look. */
  readonly titleCharacters: readonly string[];
  /** Every folded label of a row or of a heading over rows, of all tables. */
  readonly rowLabels: ReadonlySet<string>;
  /** The folded titles and these labels, to find those nearly like a heading. */
  readonly titlesAlike: AlikeTexts;
  readonly rowLabelsAlike: AlikeTexts;
  readonly vocabulary: Vocabulary;
  /** By topic, in the form's order: the first that fits holds. */
  readonly statements: ReadonlyMap<Sense, readonly Statement[]>;
  readonly memo: Memo;
}

/** Looks up everything once. Throws where an equation or a statement names a cell that the form has not. */
export function indexForm(definition: FormDefinition, vocabulary: Vocabulary): Form {
  const tables = definition.tables.map(indexTable);
  const tableById = new Map(tables.map((table) => [table.definition.id, table]));
  const sectionsByTitle = new Map<string, SectionDefinition>();
  for (const section of definition.sections) {
    for (const title of [section.title, ...section.acceptedTitles, ...section.aliases])
      sectionsByTitle.set(fold(title), section);
  }
  const rowLabels = new Set(tables.flatMap((table) => table.labels.ofRows));
  return {
    definition,
    sections: definition.sections,
    tables,
    tableById,
    sectionsByTitle,
    statutoryTitles: new Set(
      definition.sections.flatMap((one) => [one.title, ...one.acceptedTitles].map(fold)),
    ),
    longestTitle: Math.max(...[...sectionsByTitle.keys()].map((title) => title.length)),
    titleEndings: new Set([...sectionsByTitle.keys()].map((title) => title.slice(-2))),
    titleCharacters: definition.titleWords.flatMap(charactersOfAll),
    rowLabels,
    titlesAlike: new AlikeTexts([...sectionsByTitle.keys()]),
    rowLabelsAlike: new AlikeTexts([...rowLabels]),
    vocabulary,
    statements: indexStatements(definition.statements, tableById),
    memo: new Memo(),
  };
}

function indexStatements(
  definitions: readonly StatementDefinition[],
  tables: ReadonlyMap<string, FormTable>,
): Map<Sense, Statement[]> {
  const byTopic = new Map<Sense, Statement[]>();
  for (const { id, topic, all, none = [], cells, or = [], sure = true } of definitions) {
    const readings = [cells, ...or].map((sum) => sum.map((name) => addend(name, id, tables)));
    const statement = {
      id,
      topic,
      first: all[0] ?? null,
      all: Senses.of(...all),
      none: Senses.of(...none),
      readings,
      isSure: sure,
    };
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), statement]);
  }
  return byTopic;
}

function addend(name: string, statement: string, tables: ReadonlyMap<string, FormTable>): Addend {
  const sign = name.startsWith('-') ? -1 : 1;
  const [table = '', row = '', column = ''] = name.replace(/^-/u, '').split('/');
  const key = cellKey(row, column);
  if (!tables.get(table)?.rowById.get(row)?.keys.includes(key))
    throw new Error(`statement ${statement} names no cell: ${name}`);
  return { table, key, sign };
}

function charactersOfAll([first = '', ...others]: readonly string[]): string[] {
  return [...first].filter((character) => others.every((word) => word.includes(character)));
}

function indexTable(definition: TableDefinition): FormTable {
  const columns = leafColumns(definition.columns);
  const rows = leafRows(definition, columns);
  const keys = rows.flatMap((row) => row.keys);
  const equations = spreadOut(definition, rows, keys);
  const equationsOf = new Map<CellKey, Equation[]>(keys.map((key) => [key, []]));
  for (const equation of equations)
    for (const key of [...equation.left, ...equation.right]) equationsOf.get(key)?.push(equation);
  return {
    definition,
    rows,
    rowById: new Map(rows.map((row) => [row.definition.id, row])),
    rowOfCell: new Map(rows.flatMap((row) => row.keys.map((key) => [key, row] as const))),
    cellCount: keys.length,
    columns,
    columnById: new Map(columns.map((column) => [column.definition.id, column])),
    labels: new TableLabels(definition, rows, columns),
    equations,
    equationById: new Map(equations.map((equation) => [equation.id, equation])),
    equationsOf,
    width: Math.max(...rows.map((row) => row.columns.length)),
    print: printOf(definition),
    memo: new Memo(),
  };
}

function printOf({ groups, labelColumns, corner, rows, columns }: TableDefinition): string {
  const explained = new Set(['explanation', 'legalBasis']);
  return JSON.stringify({ groups, labelColumns, corner, rows, columns }, (key, value: unknown) =>
    explained.has(key) ? undefined : value,
  );
}

function spreadOut(
  definition: TableDefinition,
  rows: readonly LeafRow[],
  keys: readonly CellKey[],
): Equation[] {
  const places = new Map(keys.map((key, place) => [key, place]));
  const placesOf = (id: string, own: readonly CellKey[]): number[] =>
    own.map((key) => {
      const place = places.get(key);
      if (place === undefined)
        throw new Error(`equation ${id} of table ${definition.id} names no cell: ${key}`);
      return place;
    });
  return definition.equations
    .flatMap((family) => spread(family, definition, rows))
    .map(({ id, family, left, right }, index) => {
      const [leftPlaces, rightPlaces] = [placesOf(id, left), placesOf(id, right)];
      return { id, index, family, left, right, leftPlaces, rightPlaces };
    });
}

type NamedEquation = Pick<Equation, 'id' | 'family' | 'left' | 'right'>;

function spread(family: EquationFamily, table: TableDefinition, rows: readonly LeafRow[]): NamedEquation[] {
  return family.each.map((each) => {
    const cell = (part: string): CellKey =>
      family.over === 'rows'
        ? cellKey(each, part)
        : family.over === 'columns'
          ? cellKey(part, each)
          : cellKey(rows[0]?.definition.id ?? table.id, `${each}.${part}`);
    return { id: `${family.id}.${each}`, family, left: family.left.map(cell), right: family.right.map(cell) };
  });
}
