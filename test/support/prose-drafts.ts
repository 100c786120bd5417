import { sound } from './drafts';
import { changed } from './marks';
import type { LayoutName } from './render';
import { type ReportValues, soundValues } from './values';

/** The sound report with paragraphs put before the second aspect of its overview. */
export function withOverview(
  paragraphs: string,
  layout: LayoutName = 'tabbed',
  values: ReportValues = soundValues,
): string {
  return changed(sound(layout, values), '（二）依申请公开。', `${paragraphs}\n\n（二）依申请公开。`);
}

/** The sound report that says this of requests. */
export function ofRequests(sentence: string, values: ReportValues = soundValues): string {
  return changed(sound('tabbed', values), '（二）依申请公开。', `（二）依申请公开。${sentence}`);
}
