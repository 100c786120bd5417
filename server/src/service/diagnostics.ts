import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { rules } from '../rules/registry';
import type { Finding, Severity } from '../rules/rule';
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

/** One finding as LSP says it. */
export function diagnosticOf(finding: Finding, uri: string, settings: Settings): Diagnostic {
  return {
    range: finding.range,
    severity: severityNumbers[finding.severity],
    source: 'gouji',
    code: finding.code,
    ...pageOf(finding, settings),
    message: inLanguage(finding.message, settings),
    relatedInformation: finding.related.slice(0, mostRelated).map((place) => ({
      location: { uri, range: place.range },
      message: inLanguage(place.message, settings),
    })),
  };
}

/** The page that explains the rule, for the editor to open. */
function pageOf({ code }: Finding, { rulePages }: Settings): Pick<Diagnostic, 'codeDescription'> {
  const hasPage = rulePages !== null && rules.some((rule) => rule.code === code);
  return hasPage ? { codeDescription: { href: `${rulePages}/${code}.md` } } : {};
}
