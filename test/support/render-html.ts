import { cornerOf, type TableId } from './form-data';
import { applicantLabels, banners, drawnRows, outcomeLabels, proceedingTexts } from './table-parts';
import type { ReportValues } from './values';

interface HtmlCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A table with merged cells, plainly written. */
export function htmlTable(table: TableId, values: ReportValues): string[] {
  const rows = htmlRows(table, values).map(
    (cells) => `<tr>${cells.map((cell) => `<td${spans(cell)}>${cell.text}</td>`).join('')}</tr>`,
  );
  return ['<table>', ...rows, '</table>'];
}

/** The same as editors of web pages write it: styles, paragraphs and emphasis inside the cells. */
export function htmlStyledTable(table: TableId, values: ReportValues): string[] {
  const draw = (cell: HtmlCell): string =>
    `<td${spans(cell)} nowrap="nowrap" style="width:47px;"><p align="center"><span>${cell.text}</span></p></td>`;
  const rows = htmlRows(table, values).map((cells) => `<tr>${cells.map(draw).join('')}</tr>`);
  return ['<table align="center" border="1" cellspacing="1"><tbody>', ...rows, '</tbody></table>'];
}

function spans({ columns = 1, rows = 1 }: HtmlCell): string {
  return (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
}

function htmlRows(table: TableId, values: ReportValues): HtmlCell[][] {
  if (table === 'proactive') {
    return banners(values).flatMap(({ group, heading, rows }) => [
      [{ text: group, columns: 4 }],
      heading.map((text) => (heading.length === 2 && text !== heading[0] ? { text, columns: 3 } : { text })),
      ...rows.map(({ row, texts }) => [
        { text: row.label },
        ...texts.map((text) => (texts.length === 1 ? { text, columns: 3 } : { text })),
      ]),
    ]);
  }
  if (table === 'requests') {
    const drawn = drawnRows('requests', values);
    const under = (group: string): number => drawn.filter(({ row }) => row.groups.includes(group)).length;
    return [
      [
        { text: cornerOf('requests'), columns: 3, rows: 3 },
        { text: '申请人情况', columns: 7 },
      ],
      [
        { text: '自然人', rows: 2 },
        { text: '法人或其他组织', columns: 5 },
        { text: '总计', rows: 2 },
      ],
      applicantLabels.map((text) => ({ text })),
      ...drawn.map(({ row, groups, texts }) => [
        ...groups.filter((group) => group !== null).map((text) => ({ text, rows: under(text) })),
        { text: row.label, columns: 3 - groups.length },
        ...texts.map((text) => ({ text })),
      ]),
    ];
  }
  return [
    [
      { text: '行政复议', columns: 5 },
      { text: '行政诉讼', columns: 10 },
    ],
    [
      ...outcomeLabels.map((text) => ({ text, rows: 2 })),
      { text: '未经复议直接起诉', columns: 5 },
      { text: '复议后起诉', columns: 5 },
    ],
    [...outcomeLabels, ...outcomeLabels].map((text) => ({ text })),
    proceedingTexts(values).map((text) => ({ text })),
  ];
}
