import { columnLabel, cornerOf, type FormRow, rowsOf, type TableId } from './form-data';
import { cellName, type ReportValues } from './values';

/** A row of values with the headings that are printed beside it because it is the first under them. */
export interface DrawnRow {
  readonly row: FormRow;
  /** One entry for each heading level; null where an earlier row already printed it. */
  readonly groups: readonly (string | null)[];
  readonly texts: readonly string[];
}

/** The rows of a table with their texts, in the form's order. */
export function drawnRows(table: TableId, values: ReportValues): DrawnRow[] {
  const printed = new Set<string>();
  return rowsOf(table).map((row) => ({
    row,
    groups: row.groups.map((_, level) => {
      const path = row.groups.slice(0, level + 1).join('/');
      if (printed.has(path)) return null;
      printed.add(path);
      return row.groups[level] ?? null;
    }),
    texts: row.columns.map((column) => values.cells.get(cellName(table, row.id, column)) ?? ''),
  }));
}

/** A banner table, group by group: its line, its heading cells, its rows. */
export function banners(values: ReportValues): { group: string; heading: string[]; rows: DrawnRow[] }[] {
  const found: { group: string; heading: string[]; rows: DrawnRow[] }[] = [];
  for (const drawn of drawnRows('proactive', values)) {
    const group = drawn.groups[0];
    if (group) {
      const labels = drawn.row.columns.map((column) => columnLabel('proactive', column));
      found.push({ group, heading: [cornerOf('proactive'), ...labels], rows: [] });
    }
    found.at(-1)?.rows.push(drawn);
  }
  return found;
}

/** Labels with half-width brackets, as many sites have them. */
export function halfBrackets(text: string): string {
  return text.replaceAll('（', '(').replaceAll('）', ')');
}

export const applicantLabels = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
export const outcomeLabels = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** The texts of the one row of proceedings. */
export function proceedingTexts(values: ReportValues): readonly string[] {
  return drawnRows('proceedings', values)[0]?.texts ?? [];
}

/** A list of that many blanks. */
export function blanks(count: number): string[] {
  return new Array<string>(Math.max(0, count)).fill('');
}
