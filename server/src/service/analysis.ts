import type { Form } from '../form/indexed-form';
import { bindReports, type Report } from '../report/report';
import { noSurroundings, type Surroundings } from '../report/surroundings';
import { inOrder, type RuleFailure, rules, runRules } from '../rules/registry';
import type { Finding, RegisteredRule, SilenceInForce } from '../rules/rule';
import { type Directive, directivesIn } from '../rules/silence/directives';
import { type IdleDirective, silence } from '../rules/silence/silence';
import type { Tree } from '../syntax/tree';
import { inDocument, inSource } from '../text/places';
import { fingerprintOf } from './fingerprint';
import { type IgnoreEntry, type Profile, rulesIn } from './profile';

/** Everything that is known of a draft in one version. A pure function of the tree, the forms, the profile and the surroundings. */
export interface Analysis {
  readonly tree: Tree;
  /** None where the draft is no such report. */
  readonly reports: readonly Report[];
  /**
   * Those to show, and no others, each with the severity that holds; in the order of the draft. Their places, and
   * those of all that `service/` gives, are the document's; a report's are its source's.
   */
  readonly findings: readonly Finding[];
  /** What comments in the draft or entries of a settings file silence. */
  readonly silenced: readonly Finding[];
  /** The entries of the profile that met something to ignore. */
  readonly usedEntries: readonly IgnoreEntry[];
  readonly failures: readonly RuleFailure[];
}

/** Binds and checks a tree. Never throws for what a rule does; a rule that throws loses its findings. */
export function analyse(
  tree: Tree,
  forms: readonly Form[],
  profile: Profile,
  surroundings: Surroundings = noSurroundings,
): Analysis {
  const reports = bindReports(tree, forms, asInSource(surroundings, tree));
  const chosen = rulesIn(profile);
  const results = reports.map((report) => runRules(report, chosen, profile.circumstances));
  const found = results.flatMap((result) => result.findings.map((finding) => atItsLevel(finding, profile)));
  // A file that is no report has nothing said of it, not even of its comments.
  const directives = reports.length > 0 ? directivesIn(tree, codes) : [];
  const { shown, silenced, idle } = silence(directives, found);
  const entries = entriesMet(found, reports, profile);
  const left = entries.size > 0 ? shown.filter((one) => !entries.has(one)) : shown;
  const remarks = directives.length > 0 ? remarksOn(directives, idle, chosen) : [];
  return {
    tree,
    reports,
    findings: inDocument(
      tree.source,
      remarks.length > 0 ? inOrder([...left, ...remarks.map((one) => atItsLevel(one, profile))]) : left,
    ),
    silenced: inDocument(tree.source, [...silenced, ...shown.filter((one) => entries.has(one))]),
    usedEntries: [...new Set(entries.values())],
    failures: results.flatMap((result) => result.failures),
  };
}

/** What the rules say of the comments that silence them. */
function remarksOn(
  directives: readonly Directive[],
  idle: readonly IdleDirective[],
  chosen: readonly RegisteredRule[],
): Finding[] {
  const inForce: SilenceInForce = { directives, idle, runs: new Set(chosen.map((rule) => rule.code)) };
  return chosen.flatMap((rule) => rule.remarks?.(inForce) ?? []);
}

/** Surroundings with the places of the source in place of the document's. */
function asInSource(surroundings: Surroundings, { source }: Tree): Surroundings {
  const { editedLast } = surroundings;
  if (!editedLast || !source.isBroken) return surroundings;
  const range = { start: inSource(source, editedLast.start), end: inSource(source, editedLast.end) };
  return { ...surroundings, editedLast: range };
}

const codes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));

/** The user's level stands in for every severity of the rule. */
function atItsLevel(finding: Finding, { levels }: Profile): Finding {
  const level = levels.get(finding.code);
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}

/** The findings that an entry ignores, each with that entry. */
function entriesMet(
  found: readonly Finding[],
  reports: readonly Report[],
  { ignored }: Profile,
): ReadonlyMap<Finding, IgnoreEntry> {
  const met = new Map<Finding, IgnoreEntry>();
  if (ignored.length === 0) return met;
  for (const finding of found) {
    const own = ignored.filter((entry) => entry.rule === finding.code);
    const fingerprint = own.length > 0 ? fingerprintIn(reports, finding) : null;
    const entry = own.find((one) => one.fingerprint === fingerprint);
    if (entry) met.set(finding, entry);
  }
  return met;
}

/** The fingerprint of a finding of the reports' source; null where it lies in none of them. */
function fingerprintIn(reports: readonly Report[], finding: Finding): string | null {
  const { line } = finding.range.start;
  const report = reports.find((one) => one.range.start.line <= line && line <= one.range.end.line);
  return report ? fingerprintOf(finding, report, reports.length > 1) : null;
}

/** The fingerprint by which a settings file ignores one of the findings; null for what is said of its own comments. */
export function ignorableFingerprint({ tree, reports }: Analysis, finding: Finding): string | null {
  if (rules.some((rule) => rule.code === finding.code && rule.remarks)) return null;
  const range = {
    start: inSource(tree.source, finding.range.start),
    end: inSource(tree.source, finding.range.end),
  };
  return fingerprintIn(reports, { ...finding, range });
}
