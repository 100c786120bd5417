import type { CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { causesOf } from '../reconcile/causes';
import { recalculatedTotals } from '../reconcile/derive';
import type { PlacedTable } from '../report/placed-tables';
import { isOfTotal } from '../rules/arithmetic/equation-rule';
import { writtenAs } from '../rules/arithmetic/repairs';
import { placed } from '../rules/names';
import type { Finding, Fix } from '../rules/rule';
import { holdsTag } from '../syntax/markup';
import type { Tree } from '../syntax/tree';
import { inDocument } from '../text/places';
import { type Range, rangesTouch, type TextEdit } from '../text/range';
import type { Analysis } from './analysis';
import { diagnosticOf } from './diagnostics';
import { type IgnoringDocument, ignoreAction } from './ignore-actions';
import { inLanguage, type Settings } from './settings';
import { type DocumentVersion, editOf } from './workspace-edit';

/** Applies every preferred fix of a document at once. */
export const fixAllKind = 'source.fixAll.gouji';

/** Works out every total of a table from its inputs. Never preferred: an input may be what is wrong. */
export const recalculateKind = 'refactor.rewrite.gouji';

/** A document that actions are offered for. */
export interface ActionDocument extends DocumentVersion, IgnoringDocument {
  /** Whether the editor asks for the edits of a plan when it is to be carried out. */
  readonly isResolving: boolean;
}

/** What may be done at a range: a quick fix for each fix of each finding there, and the fix of everything. */
export function codeActions(
  analysis: Analysis,
  at: Range,
  only: readonly CodeActionKind[] | undefined,
  document: ActionDocument,
  settings: Settings,
): CodeAction[] {
  const wants = (kind: CodeActionKind): boolean =>
    !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wants('quickfix')) {
    const there = analysis.findings.filter((finding) => rangesTouch(finding.range, at));
    for (const finding of there) {
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
    for (const finding of there) {
      const action = ignoreAction(analysis, finding, document, settings);
      const diagnostics = [diagnosticOf(finding, document.uri, settings)];
      if (action) actions.push({ ...action, kind: 'quickfix', diagnostics });
    }
  }
  for (const plan of plansAt(analysis, at, only))
    if (wants(plan.kind)) actions.push(planned(plan, analysis, document, settings));
  return actions;
}

/** A plan of many edits. It is worked out anew for the version in which it is carried out. */
interface Plan {
  readonly kind: typeof fixAllKind | typeof recalculateKind;
  readonly uri?: string;
  /** Of a table: the place of its report among those of the document, and its id. */
  readonly report?: number;
  readonly table?: string;
}

function plansAt(analysis: Analysis, at: Range, only: readonly CodeActionKind[] | undefined): Plan[] {
  const plans = analysis.reports.flatMap((report, index) =>
    report.tables
      .filter((table) => rangesTouch(inDocument(analysis.tree.source, placed(table, table.table.range)), at))
      .map(
        (table): Plan => ({ kind: recalculateKind, report: index, table: table.table.form.definition.id }),
      ),
  );
  // Everything is mended only where it is asked for by name.
  if (only) plans.push({ kind: fixAllKind });
  return plans.filter((plan) => editsOf(plan, analysis).length > 0);
}

function editsOf({ kind, report, table }: Plan, analysis: Analysis): readonly TextEdit[] {
  if (kind === fixAllKind) return preferredPlan(analysis.findings);
  const tables = analysis.reports[report ?? -1]?.tables ?? [];
  const found = tables.find((one) => one.table.form.definition.id === table);
  return found ? inDocument(analysis.tree.source, recalculation(found, analysis.tree)) : [];
}

function planned(plan: Plan, analysis: Analysis, document: ActionDocument, settings: Settings): CodeAction {
  const edits = editsOf(plan, analysis);
  const title =
    plan.kind === fixAllKind
      ? { zh: '修复全部可确定的问题', en: 'Fix everything that has one right answer' }
      : {
          zh: `重算本表所有合计（改动 ${edits.length} 格）`,
          en: `Recalculate all totals of this table (${edits.length} cells change)`,
        };
  const action: CodeAction = { title: inLanguage(title, settings), kind: plan.kind };
  return document.isResolving
    ? { ...action, data: { ...plan, uri: document.uri } }
    : { ...action, edit: editOf(edits, document) };
}

/** The document that an action's plan is for; null where it has no plan to be worked out. */
export function documentOf({ data }: CodeAction): string | null {
  const { uri } = (data ?? {}) as Plan;
  return typeof uri === 'string' ? uri : null;
}

/** An action with the edits of its plan, for the document as it is now. */
export function resolved(action: CodeAction, analysis: Analysis, document: ActionDocument): CodeAction {
  return { ...action, edit: editOf(editsOf(action.data as Plan, analysis), document) };
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

/**
 * The totals of a document that say something else than their inputs add up to. A table in which an input is known to
 * be wrong is left as it is: a total made to agree with it would hide the mistake.
 */
export function totalsToWrite({ reports, tree }: Analysis): readonly TextEdit[] {
  const sound = reports
    .flatMap((report) => report.tables)
    .filter(({ table }) => causesOf(table).every(isOfTotal));
  const edits = sound.flatMap((table) => recalculation(table, tree));
  return inDocument(tree.source, edits);
}

/** A number with tags among its digits is left to its author. */
function recalculation(table: PlacedTable, { source }: Tree): TextEdit[] {
  return [...recalculatedTotals(table.table)].flatMap(([key, value]) => {
    const cell = table.table.cells.get(key);
    const range = cell && placed(table, cell.range);
    if (!cell || !range || holdsTag(range, source.lines)) return [];
    return [{ range, newText: writtenAs(value, cell.text) }];
  });
}
