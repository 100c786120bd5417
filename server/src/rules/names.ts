import type { Form, FormTable, LeafColumn, LeafRow } from '../form/indexed-form';
import type { PlacedTable } from '../report/placed-tables';
import { type Range, range } from '../text/range';

const numerals = '〇一二三四五六七八九十';

/** The Chinese numeral of a section's ordinal, 1 to 10. */
export function numeral(ordinal: number): string {
  return numerals[ordinal] ?? String(ordinal);
}

/** A section as printed: `三、收到和处理政府信息公开申请情况`. */
export function printedSection(form: Form, id: string): string {
  const section = form.sections.find((one) => one.id === id);
  return section ? `${numeral(section.ordinal)}、${section.title}` : id;
}

const longestName = 22;

/** A row by its printed label, short enough for a message: `1.属于国家秘密`. */
export function rowName(row: LeafRow): string {
  const name = row.definition.ordinal + row.definition.label;
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

/** A column by its label, after its group's where another column has the same: `行政复议·总计`. */
export function columnName(column: LeafColumn, table: FormTable): string {
  const { label } = column.definition;
  const twins = table.columns.filter((one) => one.definition.label === label);
  const group = column.groups.at(-1);
  return twins.length > 1 && group ? `${group.label}·${label}` : label;
}

/** A cell by row and column; in a table without row labels by its column alone. */
export function cellName(row: LeafRow, column: LeafColumn, table: FormTable): string {
  const name = columnName(column, table);
  return row.definition.label === '' ? name : `${rowName(row)}·${name}`;
}

/** A range of a bound table as one of the document. */
export function placed(table: PlacedTable, inTable: Range): Range {
  const { start, end } = inTable;
  return range(table.line + start.line, start.character, table.line + end.line, end.character);
}
