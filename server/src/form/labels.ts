import { fold } from '../text/fold';
import type { ColumnDefinition, RowDefinition, TableDefinition } from './form';
import { type LeafColumn, type LeafRow, labelPatterns } from './leaves';

/** A text looked up among the labels of a table: everything it may name there; nothing where it is none of them. */
export interface Label {
  readonly folded: string;
  /** The row that has this label, and whether the row's ordinal is in it: without, 总计 may be a column's. */
  readonly row: LeafRow | undefined;
  readonly hasOrdinal: boolean;
  readonly rowGroup: RowDefinition | undefined;
  /** In the form's order. */
  readonly columns: readonly LeafColumn[] | undefined;
  readonly columnGroup: ColumnDefinition | undefined;
  /** Whether it names anything. */
  readonly isKnown: boolean;
}

/**
 * The labels of a table. A label in one of the spellings that drafts mostly have is found by one look at it as it
 * stands, for folding takes longer than finding; only others are folded first.
 */
export class TableLabels {
  private readonly bySpelling = new Map<string, Label>();
  private readonly byFolded = new Map<string, Label>();
  /** The folded texts that the form prints in the table, its corner too. */
  private readonly printed: readonly string[];
  /** The length of the longest folded label of a row. */
  readonly longestOfRow: number;
  /** The folded labels of rows and of headings over rows. */
  readonly ofRows: readonly string[];
  /** Those of headings over rows alone. */
  readonly ofRowGroups: readonly string[];

  constructor(table: TableDefinition, rows: readonly LeafRow[], columns: readonly LeafColumn[]) {
    const name = (text: string, meaning: Partial<Label>): void => {
      const folded = fold(text);
      this.byFolded.set(folded, {
        ...(this.byFolded.get(folded) ?? noLabel(folded)),
        ...meaning,
        isKnown: true,
      });
    };
    for (const rowGroup of allGroups(table.rows))
      for (const pattern of labelPatterns(rowGroup)) name(pattern, { rowGroup });
    for (const row of rows) {
      const ordinal = fold(row.definition.ordinal);
      for (const pattern of row.patterns)
        name(pattern, { row, hasOrdinal: ordinal !== '' && pattern.startsWith(ordinal) });
    }
    for (const column of columns) {
      for (const text of [column.definition.label, ...column.definition.aliases])
        name(text, { columns: [...(this.find(text).columns ?? []), column] });
      for (const columnGroup of column.groups)
        for (const text of [columnGroup.label, ...columnGroup.aliases]) name(text, { columnGroup });
    }
    const labels = [...this.byFolded.values()];
    this.longestOfRow = Math.max(0, ...labels.map((label) => (label.row ? label.folded.length : 0)));
    this.ofRows = labels.filter((label) => label.row ?? label.rowGroup).map((label) => label.folded);
    this.ofRowGroups = labels.filter((label) => label.rowGroup).map((label) => label.folded);
    const printed = printedTexts(table);
    this.printed = printed.map(fold);
    for (const text of printed)
      for (const spelling of spellings(text)) this.bySpelling.set(spelling, this.find(spelling));
  }

  /** Looks up a text as it stands in a draft. */
  find(text: string): Label {
    return this.bySpelling.get(text) ?? this.findFolded(fold(text));
  }

  /** Whether a text is what one of the printed ones begins with: what is left of it on the lines before its last. */
  begins(text: string): boolean {
    const folded = fold(text);
    return folded !== '' && this.printed.some((one) => one.startsWith(folded));
  }

  /** Looks up a folded text. */
  findFolded(folded: string): Label {
    return this.byFolded.get(folded) ?? noLabel(folded);
  }
}

function noLabel(folded: string): Label {
  return {
    folded,
    row: undefined,
    hasOrdinal: false,
    rowGroup: undefined,
    columns: undefined,
    columnGroup: undefined,
    isKnown: false,
  };
}

/** The headings over rows, outer ones first. */
function allGroups(rows: readonly RowDefinition[]): RowDefinition[] {
  return rows.flatMap((row) => (row.children.length > 0 ? [row, ...allGroups(row.children)] : []));
}

/** Every text that the form prints in a table, its corner too. */
function printedTexts(table: TableDefinition): string[] {
  const rows = (nodes: readonly RowDefinition[]): string[] =>
    nodes.flatMap(({ ordinal, label, note, children }) => [
      label,
      ordinal + label,
      ordinal + label + note,
      ...rows(children),
    ]);
  const columns = (nodes: readonly ColumnDefinition[]): string[] =>
    nodes.flatMap(({ label, children }) => [label, ...columns(children)]);
  return [table.corner, ...rows(table.rows), ...columns(table.columns)];
}

const ordinalBefore = /^(?:[（(].{1,3}[）)]|\d{1,2}[.．])/u;
const bracketedBefore = /^（(.{1,3})）/u;
const fullWidth = /[（），：“”]/gu;
const halfWidth: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '“': '"',
  '”': '"',
};

/** The ways in which a printed text is mostly typed: marks in half width, a space behind an ordinal. */
function spellings(printed: string): Set<string> {
  const found = new Set<string>();
  for (const text of [
    printed,
    printed.replace(bracketedBefore, '($1)'),
    printed.replace(fullWidth, (mark) => halfWidth[mark] ?? mark),
  ]) {
    const ordinal = ordinalBefore.exec(text)?.[0] ?? '';
    found.add(text);
    if (ordinal !== '') found.add(`${ordinal} ${text.slice(ordinal.length)}`);
    // Narrow columns break their labels in two: 结果 维持.
    if (text.length === 4) found.add(`${text.slice(0, 2)} ${text.slice(2)}`);
  }
  return found;
}
