/**
 * The statutory form as data: what a report must contain. These shapes mirror `server/forms/*.json`
 * (checked by `server/forms/form.schema.json`); no label, row or equation stands in code.
 */

/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A legal source: the law's short name, the article (`20(1)`, may be empty) and what it says here. */
export interface LegalBasis {
  readonly law: string;
  readonly article: string;
  readonly note: string;
}

/** What every named part of a form carries for hovers. */
export interface Explained {
  readonly explanation: string;
  readonly legalBasis: readonly LegalBasis[];
}

/** Something that a section must speak of. */
export interface Topic {
  /** As messages name it. */
  readonly label: string;
  /** The code of the rule that reports its absence. */
  readonly rule: string;
  /** Words that are surely about it: one of them anywhere in the section is enough. */
  readonly names: readonly string[];
  /** Words that are enough in a sub-heading, or where the section has none. */
  readonly words: readonly string[];
}

/** One of the numbered parts of the report. `table` names the table it must hold, if any. */
export interface SectionDefinition extends Explained {
  readonly id: string;
  /** From 1, as printed in Chinese numerals before the title. */
  readonly ordinal: number;
  readonly title: string;
  /** Titles that this edition accepts as equal to the statutory one. */
  readonly acceptedTitles: readonly string[];
  /** Old or local wordings: recognised, but to be replaced by the title. */
  readonly aliases: readonly string[];
  /** Words of which one stands wherever an opening lists the section among the others; absent where none tells. */
  readonly mentions?: readonly string[];
  readonly table: string | null;
  /** What it must speak of; absent where the form demands nothing in words. */
  readonly topics?: readonly Topic[];
}

export type ValueType = 'nonNegativeInteger' | 'integer' | 'nonNegativeDecimal';

/** A column: a leaf holds values, one with `children` is a merged heading over them. */
export interface ColumnDefinition extends Explained {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The unit of the values: 件, 万元, 项. Empty on a merged heading. */
  readonly unit: string;
  readonly valueType: ValueType;
  readonly children: readonly ColumnDefinition[];
}

/** A row: a leaf holds values, one with `children` is a merged heading beside them. */
export interface RowDefinition extends Explained {
  readonly id: string;
  /** As printed before the label, with its punctuation: `一、`, `（一）`, `1.`; may be empty. */
  readonly ordinal: string;
  readonly label: string;
  /** What the form prints after the label in the same cell; may be empty. */
  readonly note: string;
  readonly aliases: readonly string[];
  /** Ids of the leaf columns that this row (or, on a heading, its children) fills; null: all of them. */
  readonly columns: readonly string[] | null;
  readonly children: readonly RowDefinition[];
}

/**
 * A family of equations of one shape, spread over every row, column or column group named in `over`.
 * `over: rows`: `left` and `right` are columns. `over: columns`: they are rows. `over: groups`: they are
 * the last parts of column ids (`upheld` of `review.upheld`), and the row is the table's only one.
 * Each says: the sum of the left cells equals the sum of the right cells.
 */
export interface EquationFamily {
  /** Prefix of the equations' ids: `row`, `colResult`, `colBalance`, `block`. */
  readonly id: string;
  readonly over: 'rows' | 'columns' | 'groups';
  /** Ids of the rows, columns or column groups it is spread over. */
  readonly each: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The code of the rule that reports it. */
  readonly rule: string;
  /** True where the single right cell is by its nature computed from the left ones. */
  readonly derived: boolean;
  readonly text: Bilingual;
}

/**
 * Columns that carry a stock from year to year: what remains is what was there before, with what was added and
 * without what was removed.
 */
export interface StockDefinition {
  readonly rows: readonly string[];
  readonly added: string;
  readonly removed: string;
  readonly remaining: string;
}

/** A row whose numbers stand again in another row of the next year's report: what is left then is there before. */
export interface CarryDefinition {
  readonly from: string;
  readonly to: string;
}

/** Rows that only some offices may fill: what they count takes a power that the law withholds from the others. */
export interface PowerDefinition {
  readonly rows: readonly string[];
  /** Regular expressions for the names of offices that surely have no such power. */
  readonly withheldFrom: readonly string[];
}

export interface TableDefinition extends Explained {
  readonly id: string;
  readonly label: string;
  /** How groups of rows are printed: `nested` in label columns to the left, `banner` as lines of their own. */
  readonly groups: 'nested' | 'banner';
  /** How many label columns stand left of the values (0: a table without row labels). */
  readonly labelColumns: number;
  /** Printed in the top left corner (`nested`) or at the head of the label column (`banner`). */
  readonly corner: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
  readonly equations: readonly EquationFamily[];
  readonly stocks?: readonly StockDefinition[];
  readonly carries?: readonly CarryDefinition[];
  /** What of a hundred each column of addends usually holds. It ranks explanations of sums that fail, no more. */
  readonly usualShares?: Readonly<Record<string, number>>;
  readonly powers?: readonly PowerDefinition[];
}

/** The years of report that an edition is for; an absent bound is open. */
export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** A document that reports of the edition cite. */
export interface Citation {
  readonly id: string;
  /** Words that end its title, as no other document's does. */
  readonly names: readonly string[];
  /** As it is cited: `国务院令第711号`, `国办函〔2020〕109号`. */
  readonly number: string;
  /** Numbers of the documents that it took the place of. */
  readonly outdated: readonly string[];
}

/**
 * What a number in running text speaks of. It is meant where the topic is `topic`, every sense of `all` is among the
 * words about the number, and none of `none`. Senses and topics are those of `server/forms/vocabulary.json`.
 */
export interface StatementDefinition {
  readonly id: string;
  readonly topic: string;
  readonly all: readonly string[];
  readonly none?: readonly string[];
  /** The cells whose sum is stated: `requests/new/total`; `-` before a name takes the cell away. */
  readonly cells: readonly string[];
  /** What the same words may also mean: a number that agrees with one of these is not wrong. */
  readonly or?: readonly (readonly string[])[];
  /** False where the words are too loose to call a number wrong. */
  readonly sure?: boolean;
}

/** One edition of a statutory form. */
export interface FormDefinition {
  readonly id: string;
  readonly name: Bilingual;
  readonly years: YearRange;
  /** The documents that prescribe it, as cited in hovers. */
  readonly basis: readonly string[];
  /** The last part of the report's own title: `政府信息公开工作年度报告`. */
  readonly title: string;
  /** Words that must all stand in a title line, in any order, for it to be one; each entry is a set of alternatives. */
  readonly titleWords: readonly (readonly string[])[];
  /** The documents that a report cites, by their right numbers. */
  readonly citations: readonly Citation[];
  readonly sections: readonly SectionDefinition[];
  readonly tables: readonly TableDefinition[];
  /** How running text speaks of the cells; the first that fits holds. */
  readonly statements: readonly StatementDefinition[];
}
