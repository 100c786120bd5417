import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule';
import type { Analysis } from './analysis';
import { inLanguage, type Settings } from './settings';

/** LSP's numbers. Written out, for the core takes only types from LSP. */
const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** More places than that help nobody and make every message slow to send. */
const mostRelated = 40;

/** A finding with the severity the user gave its rule. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** The findings that are not switched off, in the order of the draft. */
export function shownFindings(analysis: Analysis, settings: Settings): ShownFinding[] {
  const shown: ShownFinding[] = [];
  for (const finding of analysis.findings) {
    const chosen = settings.severities.get(finding.code);
    if (chosen !== 'off') shown.push({ finding, severity: chosen ?? finding.severity });
  }
  return shown;
}

/** One finding as LSP says it. */
export function diagnosticOf(
  { finding, severity }: ShownFinding,
  uri: string,
  settings: Settings,
): Diagnostic {
  return {
    range: finding.range,
    severity: severityNumbers[severity],
    source: 'gouji',
    code: finding.code,
    message: inLanguage(finding.message, settings),
    relatedInformation: finding.related.slice(0, mostRelated).map((place) => ({
      location: { uri, range: place.range },
      message: inLanguage(place.message, settings),
    })),
  };
}
