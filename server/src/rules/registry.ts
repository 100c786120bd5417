import type { Report } from '../report/report';
import { carryBalance } from './carry-balance';
import { cellValue } from './cell-value';
import { columnLabel } from './column-label';
import { duplicateRow } from './duplicate-row';
import { duplicateSection } from './duplicate-section';
import { incompleteRow } from './incomplete-row';
import { missingRow } from './missing-row';
import { missingSection } from './missing-section';
import { missingTable } from './missing-table';
import { outdatedForm } from './outdated-form';
import { proceedingsTotal } from './proceedings-total';
import { resultTotal } from './result-total';
import { rowLabel } from './row-label';
import { rowOrder } from './row-order';
import { rowTotal } from './row-total';
import type { Finding, RegisteredRule } from './rule';
import { sectionOrder } from './section-order';
import { sectionTitle } from './section-title';
import { unreadableTable } from './unreadable-table';
import { wrongCell } from './wrong-cell';

/** Every rule there is, in the order of the catalogue. The one place where a rule is made known. */
export const rules: readonly RegisteredRule[] = [
  missingSection,
  sectionOrder,
  duplicateSection,
  sectionTitle,
  missingTable,
  outdatedForm,
  missingRow,
  duplicateRow,
  rowOrder,
  rowLabel,
  columnLabel,
  unreadableTable,
  incompleteRow,
  cellValue,
  wrongCell,
  rowTotal,
  resultTotal,
  carryBalance,
  proceedingsTotal,
];

/** A rule that threw: its findings are lost for this run, the others' are not. */
export interface RuleFailure {
  readonly code: string;
  readonly error: unknown;
}

/** Runs the rules over a report. Findings come in the order of the draft. */
export function runRules(
  report: Report,
  chosen: readonly RegisteredRule[] = rules,
): { findings: Finding[]; failures: RuleFailure[] } {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of chosen) {
    try {
      findings.push(...rule.findings(report));
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  findings.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return { findings, failures };
}
