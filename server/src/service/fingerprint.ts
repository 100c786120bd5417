import type { Report } from '../report/report';
import type { Finding } from '../rules/rule';
import type { Tree } from '../syntax/tree';
import type { Position, Range } from '../text/range';
import { type Target, targetAt } from './targets';

/** How much of the text around a finding tells it from others like it, in characters without spaces. */
const context = 8;
/** How much of a long text a finding stands on is kept. */
const longest = 40;

/**
 * What a finding is about, without its place: the cell, row, column or section it stands on with the text there,
 * or else that text with a little of its line about it. Edits elsewhere and moves of whole lines do not change it;
 * when the text itself changes, what was ignored is looked at anew. In a compilation the organization is part of it.
 * The finding's places are those of the report's source.
 */
export function fingerprintOf(finding: Finding, report: Report, isCompilation: boolean): string {
  const parts = isCompilation ? [plain(report.organization), String(report.year ?? '')] : [];
  parts.push(subjectOf(finding, report));
  return parts.join('/');
}

function subjectOf({ range, about }: Finding, report: Report): string {
  if (about !== null) return about;
  const under = plain(textIn(report.tree, range)).slice(0, longest);
  const target = targetAt(report, range.start);
  if (target) return `${nameOf(target)}=${under}`;
  const { before, after } = around(report.tree, range);
  return `${plain(before).slice(-context)}[${under}]${plain(after).slice(0, context)}`;
}

function nameOf(target: Target): string {
  if (target.kind === 'section') return target.section.definition.id;
  const table = target.table.table.form.definition.id;
  switch (target.kind) {
    case 'cell':
      return `${table}/${target.cell.key}`;
    case 'row':
      return `${table}/${target.row.row.definition.id}`;
    case 'column':
      return `${table}//${target.column.definition.id}`;
    default:
      return `${table}/${target.group.id}`;
  }
}

/** One writing for all that reads alike: no spaces, compatibility forms as their plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function textIn({ source }: Tree, { start, end }: Range): string {
  const lines = source.lines.slice(start.line, end.line + 1).map((line) => line.text);
  const last = lines.length - 1;
  if (last < 0) return '';
  lines[last] = (lines[last] as string).slice(0, end.character);
  lines[0] = (lines[0] as string).slice(start.character);
  return lines.join('');
}

function around({ source }: Tree, { start, end }: Range): { before: string; after: string } {
  const lineAt = ({ line }: Position): string => source.lines[line]?.text ?? '';
  return { before: lineAt(start).slice(0, start.character), after: lineAt(end).slice(end.character) };
}
