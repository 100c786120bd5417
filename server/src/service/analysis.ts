import type { Form } from '../form/indexed-form';
import { bindReports, type Report } from '../report/report';
import { type RuleFailure, runRules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import type { Tree } from '../syntax/tree';
import { inDocument } from '../text/places';
import { type Profile, rulesIn } from './profile';

/** Everything that is known of a draft in one version. A pure function of the tree, the forms and the profile. */
export interface Analysis {
  readonly tree: Tree;
  /** None where the draft is no such report. */
  readonly reports: readonly Report[];
  /**
   * Those to show, and no others, each with the severity that holds; in the order of the draft. Their places, and
   * those of all that `service/` gives, are the document's; a report's are its source's.
   */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Binds and checks a tree. Never throws for what a rule does; a rule that throws loses its findings. */
export function analyse(tree: Tree, forms: readonly Form[], profile: Profile): Analysis {
  const reports = bindReports(tree, forms);
  const chosen = rulesIn(profile);
  const results = reports.map((report) => runRules(report, chosen));
  return {
    tree,
    reports,
    findings: inDocument(
      tree.source,
      results.flatMap((result) => result.findings.map((finding) => atItsLevel(finding, profile))),
    ),
    failures: results.flatMap((result) => result.failures),
  };
}

/** The user's level stands in for every severity of the rule. */
function atItsLevel(finding: Finding, { levels }: Profile): Finding {
  const level = levels.get(finding.code);
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}
