import { cornerOf, type TableId } from './form-data';
import {
  applicantLabels,
  banners,
  blanks,
  type DrawnRow,
  drawnRows,
  outcomeLabels,
  proceedingTexts,
} from './table-parts';
import type { ReportValues } from './values';

/** A table as copied out of a word processor: every merged cell is its text and blanks. */
export function tabbedTable(table: TableId, values: ReportValues): string[] {
  return gridOf(table, values, labelCells).map((cells) => cells.join('\t'));
}

/** As some sites export it: rows under fewer headings have their values further left, the last row is short. */
export function tabbedShiftedTable(table: TableId, values: ReportValues): string[] {
  return gridOf(table, values, shiftedCells).map((cells) => cells.join('\t'));
}

/** Columns of a spreadsheet; the widest table has fifteen. */
const sheetWidth = 16;

/** A line as a spreadsheet writes it: blank cells up to its last column. */
export function sheetRow(line: string): string {
  return line + '\t'.repeat(sheetWidth - line.split('\t').length);
}

/** The whole grid of a table with label cells drawn by `label`. */
export function gridOf(table: TableId, values: ReportValues, label: (row: DrawnRow) => string[]): string[][] {
  if (table === 'proactive') {
    return banners(values).flatMap(({ group, heading, rows }) => [
      [group, ...blanks(3)],
      [...heading, ...blanks(4 - heading.length)],
      ...rows.map(({ row, texts }) => [row.label, ...texts, ...blanks(3 - texts.length)]),
    ]);
  }
  if (table === 'requests') {
    return [
      [cornerOf('requests'), '', '', '申请人情况', ...blanks(6)],
      ['', '', '', '自然人', '法人或其他组织', ...blanks(4), '总计'],
      ['', '', '', '', ...applicantLabels, ''],
      ...drawnRows('requests', values).map(label),
    ];
  }
  return [
    ['行政复议', ...blanks(4), '行政诉讼', ...blanks(9)],
    [...outcomeLabels, '未经复议直接起诉', ...blanks(4), '复议后起诉', ...blanks(4)],
    [...blanks(5), ...outcomeLabels, ...outcomeLabels],
    [...proceedingTexts(values)],
  ];
}

/** Three label columns, each heading beside its first row. */
export function labelCells({ row, groups, texts }: DrawnRow): string[] {
  const heads = groups.map((group) => group ?? '');
  return [...heads, row.label, ...blanks(2 - groups.length), ...texts];
}

function shiftedCells({ row, groups, texts }: DrawnRow): string[] {
  const heads = groups.map((group) => group ?? '');
  if (row.id === 'otherDisposal.other') return [row.label, '', ...texts, ''];
  if (row.id === 'resultTotal') return [row.label, ...texts];
  if (groups.length === 2) return [...heads, row.label, ...texts];
  return groups.length === 1 ? [...heads, row.label, ...texts, ''] : [row.label, '', ...texts, ''];
}
