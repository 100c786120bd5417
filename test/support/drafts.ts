import { changed } from './marks';
import { type LayoutName, renderReport } from './render';
import { type ReportValues, soundValues, withCells } from './values';

/** A report in which there is nothing to find. */
export function sound(layout: LayoutName = 'tabbed', values: ReportValues = soundValues): string {
  return renderReport(values, layout);
}

/** The heading lines of the sound report, by section. */
export const headings = {
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  proceedings: '四、政府信息公开行政复议、行政诉讼情况',
  issues: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
} as const;

/** The one line that holds a text. */
export function lineOf(text: string, part: string): string {
  const lines = text.split('\n').filter((line) => line.includes(part));
  if (lines.length !== 1) throw new Error(`${part} stands on ${lines.length} lines`);
  return lines[0] ?? '';
}

/** Changes the one line that holds a text; null takes it out. */
export function withLine(text: string, part: string, change: (line: string) => string | null): string {
  const line = lineOf(text, part);
  const replaced = change(line);
  return changed(text, `${line}\n`, replaced === null ? '' : `${replaced}\n`);
}

/** A section, from its heading to the line before the next one. */
export function sectionText(text: string, id: keyof typeof headings): string {
  const ids = Object.keys(headings) as (keyof typeof headings)[];
  const next = ids[ids.indexOf(id) + 1];
  const from = text.indexOf(`${headings[id]}\n`);
  const to = next ? text.indexOf(`${headings[next]}\n`) : text.length;
  return text.slice(from, to);
}

/** The sound report without one section's table. */
export function withoutTable(text: string, id: 'proactive' | 'requests' | 'proceedings'): string {
  return changed(text, sectionText(text, id), `${headings[id]}\n\n`);
}

/** The title that small drafts begin with. */
export const title = '砚溪区园林绿化局2024年政府信息公开工作年度报告';

/** The figure of a cell of the sound report. */
export function number(name: string): number {
  return Number(soundValues.cells.get(name));
}

/** The sound report with one cell written otherwise. */
export function withText(cell: string, text: string, layout: LayoutName = 'tabbed'): string {
  return sound(layout, withCells(soundValues, { [cell]: text }));
}

/** Digits and separators in full width. */
export function fullWidth(text: string | number): string {
  return String(text).replace(/[\d,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}
