import type { Form } from '../form/indexed-form';
import { bindReports, type Report } from '../report/report';
import { inOrder, type RuleFailure, rules, runRules } from '../rules/registry';
import type { Finding, SilenceInForce } from '../rules/rule';
import { directivesIn } from '../rules/silence/directives';
import { silence } from '../rules/silence/silence';
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
  /** What comments silence. */
  readonly silenced: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Binds and checks a tree. Never throws for what a rule does; a rule that throws loses its findings. */
export function analyse(tree: Tree, forms: readonly Form[], profile: Profile): Analysis {
  const reports = bindReports(tree, forms);
  const chosen = rulesIn(profile);
  const results = reports.map((report) => runRules(report, chosen));
  const found = results.flatMap((result) => result.findings.map((finding) => atItsLevel(finding, profile)));
  // A file that is no report has nothing said of it, not even of its comments.
  const directives = reports.length > 0 ? directivesIn(tree, codes) : [];
  const { shown, silenced, idle } = silence(directives, found);
  const inForce: SilenceInForce = { directives, idle, runs: new Set(chosen.map((rule) => rule.code)) };
  const remarks = directives.length > 0 ? chosen.flatMap((rule) => rule.remarks?.(inForce) ?? []) : [];
  return {
    tree,
    reports,
    findings: inDocument(
      tree.source,
      remarks.length > 0 ? inOrder([...shown, ...remarks.map((one) => atItsLevel(one, profile))]) : shown,
    ),
    silenced: inDocument(tree.source, silenced),
    failures: results.flatMap((result) => result.failures),
  };
}

const codes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));

/** The user's level stands in for every severity of the rule. */
function atItsLevel(finding: Finding, { levels }: Profile): Finding {
  const level = levels.get(finding.code);
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}
