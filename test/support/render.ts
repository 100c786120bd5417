import { numerals, sectionTitles, type TableId } from './form-data';
import { htmlStyledTable, htmlTable } from './render-html';
import { spacedTable, stackedTable } from './render-lines';
import {
  ocrTable,
  pipeCellTable,
  pipedLeadingTable,
  pipedOpenTable,
  pipedRow,
  pipedTable,
} from './render-pipes';
import { sheetRow, tabbedShiftedTable, tabbedTable } from './render-tabs';
import type { ReportValues } from './values';

/** Draws one table of a report as lines. */
export type TableRenderer = (table: TableId, values: ReportValues) => string[];

interface Layout {
  readonly table: TableRenderer;
  /** How headings and paragraphs are written. */
  readonly frame: 'plain' | 'markdown' | 'tight' | 'wrapped' | 'html' | 'htmlStyled';
  /** How every line of the draft is drawn as a row of one wide table. */
  readonly row?: (line: string) => string;
  /** Between the lines: a web page often has no line end at all. */
  readonly lineEnd?: string;
}

/** The forms in which the same report is met. */
export const layouts = {
  tabbed: { table: tabbedTable, frame: 'plain' },
  tabbedShifted: { table: tabbedShiftedTable, frame: 'plain' },
  piped: { table: pipedTable, frame: 'markdown' },
  pipedOpen: { table: pipedOpenTable, frame: 'tight' },
  pipedLeading: { table: pipedLeadingTable, frame: 'tight' },
  pipeCell: { table: pipeCellTable, frame: 'tight' },
  stacked: { table: stackedTable, frame: 'plain' },
  spaced: { table: spacedTable, frame: 'wrapped' },
  ocr: { table: ocrTable, frame: 'plain' },
  html: { table: htmlTable, frame: 'html' },
  htmlStyled: { table: htmlStyledTable, frame: 'htmlStyled' },
  sheet: { table: tabbedTable, frame: 'plain', row: sheetRow },
  pipedPage: { table: tabbedTable, frame: 'tight', row: pipedRow },
  htmlPage: { table: htmlStyledTable, frame: 'htmlStyled', lineEnd: '' },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
/** Every layout. */
export const allLayoutNames = Object.keys(layouts) as LayoutName[];
/** Those with lines, which a test can take out and change. */
export const layoutNames = allLayoutNames.filter((name) => name !== 'htmlPage');

/** What each section says besides its table. No figures, so that nothing can disagree with a table. */
function proseOf(section: number, { year }: ReportValues): string[] {
  switch (section) {
    case 0:
      return [
        `${year}年，本机关依照《中华人民共和国政府信息公开条例》做好政府信息公开工作，现将情况报告如下。`,
        '（一）主动公开。法定主动公开的内容由业务处室提供，经审核后在门户网站发布，失效内容及时撤下并注明原因。',
        '（二）依申请公开。申请统一登记、统一编号，由专人跟进办理，答复文书经法制机构审核后送达申请人。',
        '（三）政府信息管理。发布前逐条进行保密审查，行政规范性文件集中管理，动态更新目录，方便公众查阅。',
        '（四）政府信息公开平台建设。门户网站的公开专栏按法定内容重新归类，检索功能得到改进，页面更加清晰。',
        '（五）监督保障。公开工作列入年度考核，接受社会评议，全年没有发生应当追究责任的情形。',
      ];
    case 4:
      return [
        '存在的主要问题：部分栏目更新不够及时，解读材料的形式比较单一，基层工作人员的业务能力有待提高。',
        '改进情况：本机关明确了各栏目的责任处室和更新时限，增加了图解和问答，并举办了业务培训班。',
      ];
    case 5:
      return ['本机关全年没有收取信息处理费，除前述内容外没有其他需要报告的事项。'];
    default:
      return [];
  }
}

const tableOfSection: readonly (TableId | null)[] = [
  null,
  'proactive',
  'requests',
  'proceedings',
  null,
  null,
];

/** Draws a whole report. */
export function renderReport(values: ReportValues, layout: LayoutName): string {
  const { table, frame, row, lineEnd = '\n' }: Layout = layouts[layout];
  const { organization, year } = values;
  const lines = framedTitle(`${organization}${year}年政府信息公开工作年度报告`, frame);
  sectionTitles.forEach((title, i) => {
    lines.push(...framedHeading(`${numerals[i]}、${title}`, frame));
    for (const paragraph of proseOf(i, values)) lines.push(...framedParagraph(paragraph, frame));
    const id = tableOfSection[i];
    if (id) lines.push(...table(id, values), ...(frame === 'tight' || frame.startsWith('html') ? [] : ['']));
  });
  return `${(row ? lines.map(row) : lines).join(lineEnd)}\n`;
}

function framedTitle(text: string, frame: Layout['frame']): string[] {
  if (frame === 'markdown') return [`# ${text}`, ''];
  if (frame === 'html' || frame === 'htmlStyled') return [`<h1>${text}</h1>`];
  return frame === 'plain' ? [text, ''] : [text];
}

function framedHeading(text: string, frame: Layout['frame']): string[] {
  switch (frame) {
    case 'markdown':
      return [`## ${text}`, ''];
    case 'html':
      return [`<h2>${text}</h2>`];
    case 'htmlStyled':
      return [`<p><strong>${text}</strong></p>`];
    default:
      return frame === 'plain' ? [text, ''] : [text];
  }
}

const widthOfPage = 38;

function framedParagraph(text: string, frame: Layout['frame']): string[] {
  switch (frame) {
    case 'tight':
      return [text];
    case 'wrapped':
      return text.match(new RegExp(`.{1,${widthOfPage}}`, 'gu')) ?? [];
    case 'html':
      return [`<p>${text}</p>`];
    case 'htmlStyled':
      return [`<p style="text-indent:2em;">${text}</p>`];
    default:
      return [text, ''];
  }
}
