import { cornerOf, type TableId } from './form-data';
import {
  applicantLabels,
  banners,
  type DrawnRow,
  drawnRows,
  halfBrackets,
  outcomeLabels,
  proceedingTexts,
} from './table-parts';
import type { ReportValues } from './values';

/** One cell a line with a blank line between, as a browser's page comes out of the clipboard. */
export function stackedTable(table: TableId, values: ReportValues): string[] {
  return stackedCells(table, values).flatMap((cell, i) => (i === 0 ? [cell] : ['', cell]));
}

function stackedCells(table: TableId, values: ReportValues): string[] {
  if (table === 'proactive') {
    return banners(values).flatMap(({ group, heading, rows }) => [
      halfBrackets(group),
      ...heading.map(halfBrackets),
      ...rows.flatMap(({ row, texts }) => [row.label, ...texts]),
    ]);
  }
  if (table === 'requests') {
    return [
      halfBrackets(cornerOf('requests')),
      ...['申请人情况', '自然人', '法人或其他组织', '总计', ...applicantLabels],
      ...drawnRows('requests', values).flatMap(({ row, groups, texts }) => [
        ...groups.filter((group) => group !== null).map(halfBrackets),
        halfBrackets(row.label),
        ...texts,
      ]),
    ];
  }
  return [
    '行政复议',
    '行政诉讼',
    ...outcomeLabels,
    '未经复议直接起诉',
    '复议后起诉',
    ...outcomeLabels,
    ...outcomeLabels,
    ...proceedingTexts(values),
  ];
}

/** Text out of a PDF: values parted by spaces, long labels wrapped, headings of columns in shreds. */
export function spacedTable(table: TableId, values: ReportValues): string[] {
  if (table === 'proactive') {
    return banners(values).flatMap(({ group, heading, rows }) => [
      '',
      group,
      heading.join(' '),
      ...rows.map(({ row, texts }) => `${row.label} ${texts.join(' ')}`),
    ]);
  }
  if (table === 'requests') {
    const shreds = ['自然', '人', '', '法人或其他组织', '', '总计商业', '企业', '', '科研', '机构', ''];
    return [
      ...wrapped(cornerOf('requests'), 22),
      ...['', '申请人情况', ''],
      ...shreds,
      ...['社会', '公益', '组织', '', '法律', '服务', '机构', '', '其他', ''],
      ...drawnRows('requests', values).flatMap((row) => [...spacedRow(row), '']),
    ];
  }
  const outcomes = outcomeLabels.flatMap((label) => [...wrapped(label, 2), '']);
  return [
    '行政复议 行政诉讼',
    '',
    ...outcomes.slice(0, -1),
    '未经复议直接起诉 复议后起诉',
    '',
    ...outcomes,
    ...outcomes,
    proceedingTexts(values).join(' '),
  ];
}

const narrow = 19;

function spacedRow({ row, groups, texts }: DrawnRow): string[] {
  const heads = groups.flatMap((group, level) =>
    group === null ? [] : [...wrapped(group, level === 0 ? 3 : 4), ''],
  );
  const line = texts.join(' ');
  if (row.label.length <= narrow) return [...heads, `${row.label} ${line}`];
  const label = wrapped(row.label, row.groups.length === 2 ? 16 : narrow);
  // The last value of a row beside a tall label slips to the next line.
  const figures = label.length > 2 ? [texts.slice(0, -1).join(' '), texts.at(-1) ?? ''] : [line];
  return [...heads, ...label, '', ...figures];
}

function wrapped(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
}
