import { reconcile } from '../reconcile/equations';
import type { Analysis } from './analysis';
import { inLanguage, type Settings } from './settings';

/** What a status item shows of one report. Tables without equations of their own count as reconciled when read whole. */
export interface ReportStatus {
  readonly form: string;
  readonly formName: string;
  readonly year: number | null;
  readonly organization: string;
  /** Tables that were read. */
  readonly tables: number;
  readonly tablesReconciled: number;
  /** Tables with an equation that could not be checked, and none that fails. */
  readonly tablesUnknown: number;
}

/** What a status item shows of a document. `reports` is empty where it is no report. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** The URI of the settings file in force; null where the editor's settings hold alone. */
  readonly settingsFile: string | null;
  readonly reports: readonly ReportStatus[];
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** Sums up an analysis for the status item. */
export function statusOf(
  analysis: Analysis,
  uri: string,
  version: number,
  settingsFile: string | null,
  settings: Settings,
): DocumentStatus {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of analysis.findings) counts[severity]++;
  return {
    uri,
    version,
    settingsFile,
    reports: analysis.reports.map((report): ReportStatus => {
      const states = report.tables.map(({ table }) => reconcile(table));
      return {
        form: report.form.definition.id,
        formName: inLanguage(report.form.definition.name, settings),
        year: report.year,
        organization: report.organization,
        tables: states.length,
        tablesReconciled: states.filter((one) => one.failing.length === 0 && one.unknown === 0).length,
        tablesUnknown: states.filter((one) => one.failing.length === 0 && one.unknown > 0).length,
      };
    }),
    errors: counts.error,
    warnings: counts.warning,
    information: counts.information,
    hints: counts.hint,
  };
}
