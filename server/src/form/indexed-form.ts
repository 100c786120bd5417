import { fold } from '../text/fold';
import type {
  ColumnDefinition,
  EquationFamily,
  FormDefinition,
  RowDefinition,
  SectionDefinition,
  TableDefinition,
} from './form';

/** A cell's name within its table: `row/column`. */
export type CellKey = string;

export function cellKey(row: string, column: string): CellKey {
  return `${row}/${column}`;
}

/** One equation spread out: the left cells together equal the right ones. */
export interface Equation {
  /** `row.new`, `colResult.total`, `colBalance.total`, `block.review`. */
  readonly id: string;
  readonly family: EquationFamily;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
}

/** A row that holds values, with the columns it fills and the headings it stands under (outermost first). */
export interface LeafRow {
  readonly definition: RowDefinition;
  readonly index: number;
  readonly columns: readonly LeafColumn[];
  /** The names of its cells, one for each of its columns. */
  readonly keys: readonly CellKey[];
  readonly groups: readonly RowDefinition[];
  /** What its label may look like, folded: with and without ordinal and note, and its aliases. */
  readonly patterns: readonly string[];
}

export interface LeafColumn {
  readonly definition: ColumnDefinition;
  readonly groups: readonly ColumnDefinition[];
  readonly foldedLabel: string;
}

/** A table of a form with everything looked up by name. */
export interface FormTable {
  readonly definition: TableDefinition;
  readonly rows: readonly LeafRow[];
  readonly rowById: ReadonlyMap<string, LeafRow>;
  readonly columns: readonly LeafColumn[];
  readonly columnById: ReadonlyMap<string, LeafColumn>;
  /** Every heading over rows, by id. */
  readonly groupById: ReadonlyMap<string, RowDefinition>;
  /** Folded row labels (all patterns) to leaf rows. */
  readonly rowsByLabel: ReadonlyMap<string, LeafRow>;
  /** Folded labels of headings over rows. */
  readonly groupsByLabel: ReadonlyMap<string, RowDefinition>;
  /** Folded column labels to leaf columns, in the form's order. */
  readonly columnsByLabel: ReadonlyMap<string, readonly LeafColumn[]>;
  readonly columnGroupsByLabel: ReadonlyMap<string, ColumnDefinition>;
  readonly equations: readonly Equation[];
  /** The equations a cell stands in. */
  readonly equationsOf: ReadonlyMap<CellKey, readonly Equation[]>;
  /** The length of the longest folded row label. */
  readonly longestLabel: number;
  /** The most values a row of this table holds. */
  readonly width: number;
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
}

/** Looks up everything once. Throws where an equation names a row or column that the form has not. */
export function indexForm(definition: FormDefinition): Form {
  const tables = definition.tables.map(indexTable);
  const sectionsByTitle = new Map<string, SectionDefinition>();
  for (const section of definition.sections) {
    for (const title of [section.title, ...section.acceptedTitles, ...section.aliases])
      sectionsByTitle.set(fold(title), section);
  }
  return {
    definition,
    sections: definition.sections,
    tables,
    tableById: new Map(tables.map((table) => [table.definition.id, table])),
    sectionsByTitle,
    statutoryTitles: new Set(
      definition.sections.flatMap((one) => [one.title, ...one.acceptedTitles].map(fold)),
    ),
    longestTitle: Math.max(...[...sectionsByTitle.keys()].map((title) => title.length)),
    titleEndings: new Set([...sectionsByTitle.keys()].map((title) => title.slice(-2))),
    titleCharacters: definition.titleWords.flatMap(charactersOfAll),
    rowLabels: new Set(
      tables.flatMap((table) => [...table.rowsByLabel.keys(), ...table.groupsByLabel.keys()]),
    ),
  };
}

function charactersOfAll([first = '', ...others]: readonly string[]): string[] {
  return [...first].filter((character) => others.every((word) => word.includes(character)));
}

function indexTable(definition: TableDefinition): FormTable {
  const columns = leafColumns(definition.columns, []);
  const columnById = new Map(columns.map((column) => [column.definition.id, column]));
  const rows: LeafRow[] = [];
  const groupById = new Map<string, RowDefinition>();
  const groupsByLabel = new Map<string, RowDefinition>();
  const addRows = (
    nodes: readonly RowDefinition[],
    groups: readonly RowDefinition[],
    inherited: readonly string[] | null,
  ): void => {
    for (const node of nodes) {
      const ids = node.columns ?? inherited;
      if (node.children.length > 0) {
        groupById.set(node.id, node);
        for (const pattern of labelPatterns(node)) groupsByLabel.set(pattern, node);
        addRows(node.children, [...groups, node], ids);
        continue;
      }
      const own = ids === null ? columns : ids.map((id) => known(columnById, id, definition.id));
      const keys = own.map((column) => cellKey(node.id, column.definition.id));
      rows.push({
        definition: node,
        index: rows.length,
        columns: own,
        keys,
        groups,
        patterns: labelPatterns(node),
      });
    }
  };
  addRows(definition.rows, [], null);
  const rowById = new Map(rows.map((row) => [row.definition.id, row]));
  const rowsByLabel = new Map<string, LeafRow>();
  for (const row of rows) for (const pattern of row.patterns) rowsByLabel.set(pattern, row);
  const columnsByLabel = new Map<string, LeafColumn[]>();
  for (const column of columns) {
    for (const label of [column.definition.label, ...column.definition.aliases]) {
      const same = columnsByLabel.get(fold(label));
      if (same) same.push(column);
      else columnsByLabel.set(fold(label), [column]);
    }
  }
  const columnGroupsByLabel = new Map<string, ColumnDefinition>();
  for (const column of columns) {
    for (const group of column.groups) {
      for (const label of [group.label, ...group.aliases]) columnGroupsByLabel.set(fold(label), group);
    }
  }
  const cells = new Set(rows.flatMap((row) => row.keys));
  const equations = definition.equations.flatMap((family) => spread(family, definition, rows));
  const equationsOf = new Map<CellKey, Equation[]>();
  for (const equation of equations) {
    for (const key of [...equation.left, ...equation.right]) {
      if (!cells.has(key))
        throw new Error(`equation ${equation.id} of table ${definition.id} names no cell: ${key}`);
      const list = equationsOf.get(key);
      if (list) list.push(equation);
      else equationsOf.set(key, [equation]);
    }
  }
  return {
    definition,
    rows,
    rowById,
    columns,
    columnById,
    groupById,
    rowsByLabel,
    groupsByLabel,
    columnsByLabel,
    columnGroupsByLabel,
    equations,
    equationsOf,
    longestLabel: Math.max(0, ...[...rowsByLabel.keys()].map((label) => label.length)),
    width: Math.max(...rows.map((row) => row.columns.length)),
  };
}

function known<T>(map: ReadonlyMap<string, T>, id: string, table: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`table ${table} has no column ${id}`);
  return value;
}

function labelPatterns(row: RowDefinition): string[] {
  const patterns = new Set<string>();
  for (const label of [row.label, row.label + row.note, ...row.aliases]) {
    patterns.add(fold(label));
    patterns.add(fold(row.ordinal + label));
  }
  patterns.delete('');
  return [...patterns];
}

function leafColumns(nodes: readonly ColumnDefinition[], groups: readonly ColumnDefinition[]): LeafColumn[] {
  return nodes.flatMap((node) =>
    node.children.length > 0
      ? leafColumns(node.children, [...groups, node])
      : [{ definition: node, groups, foldedLabel: fold(node.label) }],
  );
}

function spread(family: EquationFamily, table: TableDefinition, rows: readonly LeafRow[]): Equation[] {
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
