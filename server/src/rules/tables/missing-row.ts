import type { LeafRow } from '../../form/indexed-form';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import type { BoundRow } from '../../report/table';
import { fold } from '../../text/fold';
import { type Range, range } from '../../text/range';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface MissingRows {
  readonly table: PlacedTable;
  /** Rows that follow each other in the form. */
  readonly rows: readonly LeafRow[];
}

/** B10: every row of the form stands in its table. Rows missing one after the other are one finding. */
export const missingRow = defineRule<MissingRows>({
  code: 'missing-row',
  catalogueCode: 'B10',
  severity: 'error',
  editions: 'all',
  fixes: 'none',
  title: { zh: '表中缺行', en: 'A table row is missing' },
  detect(report) {
    return report.tables.flatMap((table) => {
      const { missing } = table.table;
      const unread = missing.length > 0 ? textOfNoRow(report, table) : '';
      const absent = missing.filter((row) => !unread.includes(foldedLabel(row)));
      return runs(absent).map((rows) => ({ table, rows }));
    });
  },
  render({ table, rows }) {
    const names = namesOf(rows);
    const count = rows.length === 1 ? '' : `（共 ${rows.length} 行）`;
    return {
      range: neighbour(table, rows),
      about: `${table.table.form.definition.id}/${rows.map((row) => row.definition.id).join('+')}`,
      message: {
        zh: `表中没有${names}${count}：法定表格的行不得增减，没有发生的填 0`,
        en: `The table has no row ${names}: the statutory rows are all required, with 0 where nothing happened`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '法定表格的行不得增减，没有发生的填 0。',
      en: 'The rows of a statutory table are all required, with 0 where nothing happened.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '一行的标签受损，但按前后位置能认出的，不算缺行；缺行时，用到该行的等式不核对。',
      en: 'A row whose label is damaged but whose place gives it away is not missing; equations that need a missing row are not checked.',
    },
    examples: [
      {
        right: '|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
        wrong: '',
      },
    ],
  },
});

function foldedLabel({ definition }: LeafRow): string {
  return fold(definition.ordinal + definition.label);
}

/** So many lines before the first row that was read may hold others. */
const linesBefore = 8;

/** The lines of a table that were not read as rows, folded: a row whose numbers cannot be told apart is there all the same. */
function textOfNoRow({ tree }: Report, { table, line }: PlacedTable): string {
  const read = new Set<number>();
  for (const { firstLine, lastLine } of table.rows) for (let i = firstLine; i <= lastLine; i++) read.add(i);
  const first = Math.max(0, table.firstLine - linesBefore);
  return tree.source.lines
    .slice(line + first, line + table.lastLine + 1)
    .map(({ text }, i) => (read.has(first + i) ? '' : fold(text)))
    .join('\n');
}

const mostNames = 3;

/** A few rows by name, many by the first and the last of them. */
function namesOf(rows: readonly LeafRow[]): string {
  const names = rows.map((row) => `“${rowName(row)}”`);
  return names.length > mostNames ? `${names[0]}至${names.at(-1)}` : names.join('、');
}

function runs(rows: readonly LeafRow[]): LeafRow[][] {
  const found: LeafRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last.at(-1)?.index === row.index - 1) last.push(row);
    else found.push([row]);
  }
  return found;
}

/** The label of the row after which the missing ones belong; of the one before which, where they come first. */
function neighbour(table: PlacedTable, rows: readonly LeafRow[]): Range {
  const first = rows[0]?.index ?? 0;
  const { rows: bound } = table.table;
  const beside: BoundRow | undefined = bound.filter((one) => one.row.index < first).at(-1) ?? bound[0];
  return beside ? placed(table, beside.labels.at(-1) ?? beside.range) : range(table.line, 0, table.line, 0);
}
