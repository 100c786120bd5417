import type { Finding } from '../rules/rule';
import { type Analysis, ignorableFingerprint } from '../service/analysis';
import { inDocument } from '../text/places';
import type { Range } from '../text/range';

/** A file with what was found in it. A settings file holds no reports. */
export interface CheckedFile {
  readonly path: string;
  readonly reports: readonly ReportSummary[];
  readonly findings: readonly CheckedFinding[];
}

/** What `--format json` says of a report. */
export interface ReportSummary {
  readonly form: string;
  readonly year: number | null;
  readonly organization: string;
  readonly range: Range;
}

/** A finding with the fingerprint by which a settings file ignores it; null where it cannot be ignored. */
export interface CheckedFinding extends Finding {
  readonly fingerprint: string | null;
}

/** A draft that was analysed. */
export function checkedDraft(path: string, analysis: Analysis): CheckedFile {
  return {
    path,
    reports: analysis.reports.map(({ form, year, organization, range }) => ({
      form: form.definition.id,
      year,
      organization,
      range: inDocument(analysis.tree.source, range),
    })),
    findings: analysis.findings.map((finding) => ({
      ...finding,
      fingerprint: ignorableFingerprint(analysis, finding),
    })),
  };
}

/** A settings file with what is wrong in it. */
export function checkedSettingsFile(path: string, findings: readonly Finding[]): CheckedFile {
  return { path, reports: [], findings: findings.map((finding) => ({ ...finding, fingerprint: null })) };
}
