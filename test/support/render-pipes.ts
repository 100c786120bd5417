import { cornerOf, type TableId } from './form-data';
import { gridOf, labelCells, sheetRow } from './render-tabs';
import {
  applicantLabels,
  banners,
  blanks,
  type DrawnRow,
  drawnRows,
  halfBrackets,
  proceedingTexts,
} from './table-parts';
import type { ReportValues } from './values';

function pipedLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A line of a page that is one table: its own cells, and blank ones up to the last column. */
export function pipedRow(line: string): string {
  return pipedLine(sheetRow(line).split('\t'));
}

/** A table as Markdown has it, merged cells as blanks. */
export function pipedTable(table: TableId, values: ReportValues): string[] {
  const [head = [], ...rest] = gridOf(table, values, labelCells);
  return [pipedLine(head), `|${'---|'.repeat(head.length)}`, ...rest.map(pipedLine)];
}

const wrappedOutcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** The rows that are left when a site's table loses its tags: what is merged is simply missing. */
function openRows(table: TableId, values: ReportValues): { cells: string[]; width: number }[] {
  if (table === 'proactive') {
    return banners(values).flatMap(({ group, heading, rows }) => [
      { cells: [halfBrackets(group)], width: 4 },
      { cells: heading.map(halfBrackets), width: 4 },
      ...rows.map(({ row, texts }) => ({ cells: [row.label, ...texts], width: 4 })),
    ]);
  }
  if (table === 'requests') {
    return [
      { cells: [halfBrackets(cornerOf('requests')), '申请人情况'], width: 9 },
      { cells: ['自然人', '法人或其他组织', '总计'], width: 9 },
      { cells: ['商业 企业', '科研 机构', ...applicantLabels.slice(2)], width: 9 },
      ...drawnRows('requests', values).map(openRow),
    ];
  }
  return [
    { cells: ['行政复议', '行政诉讼'], width: 13 },
    { cells: [...wrappedOutcomes, '未经复议直接起诉', '复议后起诉'], width: 15 },
    { cells: [...wrappedOutcomes, ...wrappedOutcomes], width: 10 },
    { cells: [...proceedingTexts(values)], width: 15 },
  ];
}

function openRow({ row, groups, texts }: DrawnRow): { cells: string[]; width: number } {
  const heads = groups.filter((group) => group !== null);
  return { cells: [...heads, row.label].map(halfBrackets).concat(texts), width: 9 };
}

function openLine({ cells, width }: { cells: string[]; width: number }): string {
  return `${cells.join(' | ')} | ${'|'.repeat(Math.max(0, width - cells.length))}`;
}

/** Pipes between and behind the cells, no delimiter row. */
export function pipedOpenTable(table: TableId, values: ReportValues): string[] {
  return openRows(table, values).map(openLine);
}

/** The same with a pipe before the first cell. */
export function pipedLeadingTable(table: TableId, values: ReportValues): string[] {
  return openRows(table, values).map((row) => `| ${openLine(row)}`);
}

/** Each cell on a line of its own with a pipe behind it; a short row ends in a line of pipes. */
export function pipeCellTable(table: TableId, values: ReportValues): string[] {
  return openRows(table, values).flatMap(({ cells, width }) => [
    ...cells.map((cell) => `${cell} |`),
    ...(cells.length < width ? ['|'.repeat(width - cells.length)] : []),
  ]);
}

/** Pipes as a reader of scanned pages writes them: empty columns, headings broken, a label and its figure in one cell. */
export function ocrTable(table: TableId, values: ReportValues): string[] {
  if (table === 'proactive') {
    const [head = '', ...rest] = banners(values).flatMap(({ group, heading, rows }) => [
      pipedLine([halfBrackets(group), ...blanks(10)]),
      pipedLine([...heading.map(halfBrackets), ...blanks(11 - heading.length)]),
      ...rows.map(({ row, texts }) =>
        row.id === 'adminLicensing'
          ? pipedLine([`${row.label} ${texts[0]}`, ...blanks(10)])
          : pipedLine([row.label, ...texts, ...blanks(10 - texts.length)]),
      ),
    ]);
    return [head, `|${'--|'.repeat(11)}`, ...rest];
  }
  if (table === 'requests') {
    const corner = halfBrackets(cornerOf('requests'));
    return [
      pipedLine(['', '', '', '申请人情况', ...blanks(8)]),
      `|${'--|'.repeat(12)}`,
      pipedLine([corner.slice(0, 24), '', '', '', '', '\\Box', ...blanks(6)]),
      pipedLine([
        corner.slice(24),
        '',
        '',
        '',
        '商业企业',
        '科研机构',
        '社会 公益 组织',
        '法律 服务 机构',
        '其他',
        '总计',
        '',
        '',
      ]),
      ...drawnRows('requests', values).map(ocrRow).map(pipedLine),
    ];
  }
  const outcomes = ['结果 维持', '结果 纠正', '其他 结果', '尚未 审结', '总计'];
  return [
    pipedLine(['行政复议', ...blanks(4), '行政诉讼', ...blanks(9)]),
    `|${'--|'.repeat(15)}`,
    pipedLine([...outcomes, '未经复议直接起诉', ...blanks(4), '复议后起诉', ...blanks(4)]),
    pipedLine([...blanks(5), ...outcomes, ...outcomes]),
    pipedLine(proceedingTexts(values)),
  ];
}

function ocrRow({ row, groups, texts }: DrawnRow): string[] {
  const label = halfBrackets(row.label);
  const values = [...texts, '', ''];
  if (groups.length === 0) return [label, '', '', ...values];
  if (groups.length === 1) return ['', label, '', ...values];
  const group = halfBrackets(groups[1] ?? '');
  return ['', group.replace('不予', '不 予'), label, ...values];
}
