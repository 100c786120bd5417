import type { CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { recalculatedTotals } from '../reconcile/derive';
import type { PlacedTable } from '../report/placed-tables';
import { writtenAs } from '../rules/arithmetic/repairs';
import { placed } from '../rules/names';
import type { Finding, Fix } from '../rules/rule';
import { inDocument } from '../text/places';
import { type Range, rangesTouch, type TextEdit } from '../text/range';
import type { Analysis } from './analysis';
import { diagnosticOf } from './diagnostics';
import { inLanguage, type Settings } from './settings';

/** Applies every preferred fix of a document at once. */
export const fixAllKind = 'source.fixAll.gouji';

/** Works out every total of a table from its inputs. Never preferred: an input may be what is wrong. */
export const recalculateKind = 'refactor.rewrite.gouji';

/**
 * A document in one version: edits are offered for it and for no other. `version` is null for an editor that
 * cannot be told versions with edits.
 */
export interface DocumentVersion {
  readonly uri: string;
  readonly version: number | null;
}

/** What may be done at a range: a quick fix for each fix of each finding there, and the fix of everything. */
export function codeActions(
  analysis: Analysis,
  at: Range,
  only: readonly CodeActionKind[] | undefined,
  document: DocumentVersion,
  settings: Settings,
): CodeAction[] {
  const wants = (kind: CodeActionKind): boolean =>
    !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wants('quickfix')) {
    for (const finding of analysis.findings) {
      if (!rangesTouch(finding.range, at)) continue;
      for (const fix of finding.fixes) {
        actions.push({
          title: inLanguage(fix.title, settings),
          kind: 'quickfix',
          isPreferred: fix.preferred,
          diagnostics: [diagnosticOf(finding, document.uri, settings)],
          edit: editOf(fix.edits, document),
        });
      }
    }
  }
  if (wants(recalculateKind)) {
    for (const table of analysis.reports.flatMap((report) => report.tables)) {
      const whole = inDocument(analysis.tree.source, placed(table, table.table.range));
      const edits = rangesTouch(whole, at) ? inDocument(analysis.tree.source, recalculation(table)) : [];
      if (edits.length === 0) continue;
      const title = {
        zh: `重算本表所有合计（改动 ${edits.length} 格）`,
        en: `Recalculate all totals of this table (${edits.length} cells change)`,
      };
      actions.push({
        title: inLanguage(title, settings),
        kind: recalculateKind,
        edit: editOf(edits, document),
      });
    }
  }
  if (only && wants(fixAllKind)) {
    const plan = preferredPlan(analysis.findings);
    if (plan.length > 0) {
      const title = { zh: '修复全部可确定的问题', en: 'Fix everything that has one right answer' };
      actions.push({ title: inLanguage(title, settings), kind: fixAllKind, edit: editOf(plan, document) });
    }
  }
  return actions;
}

/** The edits of all preferred fixes as one plan: a fix that touches characters of an earlier one is left out. */
export function preferredPlan(findings: readonly Finding[]): TextEdit[] {
  const plan: TextEdit[] = [];
  for (const finding of findings) {
    const fix: Fix | undefined = finding.fixes.find((one) => one.preferred);
    if (fix && !fix.edits.some((edit) => plan.some((other) => rangesTouch(edit.range, other.range))))
      plan.push(...fix.edits);
  }
  return plan;
}

function recalculation(table: PlacedTable): TextEdit[] {
  return [...recalculatedTotals(table.table)].flatMap(([key, value]) => {
    const cell = table.table.cells.get(key);
    return cell ? [{ range: placed(table, cell.range), newText: writtenAs(value, cell.text) }] : [];
  });
}

function editOf(
  edits: readonly TextEdit[],
  { uri, version }: DocumentVersion,
): NonNullable<CodeAction['edit']> {
  const own = edits.map((edit) => ({ ...edit }));
  return version === null
    ? { changes: { [uri]: own } }
    : { documentChanges: [{ textDocument: { uri, version }, edits: own }] };
}
