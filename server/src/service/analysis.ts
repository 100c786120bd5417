import type { Form } from '../form/indexed-form';
import { bindReports, type Report } from '../report/report';
import { type RuleFailure, rules, runRules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import type { Tree } from '../syntax/tree';

/** Everything that is known of a draft in one version. A pure function of the tree and the forms. */
export interface Analysis {
  readonly tree: Tree;
  /** None where the draft is no such report. */
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Binds and checks a tree. Never throws for what a rule does; a rule that throws loses its findings. */
export function analyse(tree: Tree, forms: readonly Form[]): Analysis {
  const reports = bindReports(tree, forms);
  const results = reports.map((report) => runRules(report, rules));
  return {
    tree,
    reports,
    findings: results.flatMap((result) => result.findings),
    failures: results.flatMap((result) => result.failures),
  };
}
