import type { Bilingual } from '../form/form';
import type { Report } from '../report/report';
import { holdsTag } from '../syntax/markup';
import type { Range, TextEdit } from '../text/range';
import { isTorn, type Judged } from './damage';
import type { Directive } from './silence/directives';
import type { IdleDirective } from './silence/silence';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place that has to do with a finding, and what it says there. */
export interface RelatedPlace {
  readonly range: Range;
  readonly message: Bilingual;
}

/** A way to put a finding right. `preferred` only where there is one right answer. Edits never overlap. */
export interface Fix {
  readonly title: Bilingual;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** What a rule says of one place. */
export interface Rendering {
  readonly range: Range;
  readonly message: Bilingual;
  readonly related?: readonly RelatedPlace[];
  /** Where one code knows degrees: stands in for the rule's own severity. */
  readonly severity?: Severity;
  /** What it is about where the text it stands on does not tell: the id of the missing section. */
  readonly about?: string;
  /** The rows whose numbers may be at fault. While one of them is being typed the finding is no more than a hint. */
  readonly suspects?: readonly Range[];
}

/** A finding: a value, of the document's lines, in both languages. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Bilingual;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** What it is about, by id; null where the text that it stands on tells. */
  readonly about: string | null;
  /** The rows whose numbers may be at fault; none where it is not about sums. */
  readonly suspects: readonly Range[];
}

/** An excerpt of the sample report, and how it looks when the rule has something to say. */
export interface RuleExample {
  /** Stands once in the sample report. */
  readonly right: string;
  /** What is found in its place; empty where the excerpt is left out. */
  readonly wrong: string;
  /** Other writings in the same place on which the rule says nothing. */
  readonly alsoRight?: readonly string[];
}

/** What the page of a rule says; shown to people, never used by the checks. */
export interface RuleDocumentation {
  /** What is checked, and what to do about it. */
  readonly explanation: Bilingual;
  /** 依据: the article, form or notice that it rests on. */
  readonly rationale: Bilingual;
  /** When it says nothing though something looks odd. */
  readonly silence: Bilingual;
  /** Each is run as a test. */
  readonly examples: readonly RuleExample[];
}

/** All that is known of a rule but how it works. */
export interface RuleDescription {
  /** The fault's name in kebab-case. Once released it never changes. */
  readonly code: string;
  /** The rule's number in the catalogue of what disclosure offices check. */
  readonly catalogueCode: string;
  readonly severity: Severity;
  /** Ids of the forms it applies to. */
  readonly editions: 'all' | readonly string[];
  /** `safe`: a fix may be the one right answer and is then preferred; `unsafe`: each is for the user to choose. */
  readonly fixes: 'safe' | 'unsafe' | 'none';
  /** Runs only where the user switched it on. */
  readonly isOffByDefault?: boolean | undefined;
  readonly title: Bilingual;
  readonly documentation: RuleDocumentation;
}

/** What the user says of the reporting organization, beyond what the draft says. */
export interface Circumstances {
  /** Null where it is not said, and the report's title must do. */
  readonly organization: { readonly kind: string | null; readonly level: string | null };
  /** The last day for publication: `MM-DD` of the year after the report's, or `YYYY-MM-DD`. */
  readonly deadline: string | null;
  /** By the id of a section: what is to be mentioned there; other wordings after `|`. */
  readonly requiredItems: ReadonlyMap<string, readonly string[]>;
}

/** A rule in three pure steps. `detect` finds what is wrong, `render` says it, `fix` mends it. */
export interface Rule<State> extends RuleDescription {
  /** What it judges of running text: where that cannot be read whole, nothing is said. */
  readonly judges?: Judged;
  detect(report: Report, circumstances: Circumstances): Iterable<State>;
  render(state: State, report: Report): Rendering;
  fix?(state: State, report: Report): readonly Fix[];
}

/** What the comments of a draft silence, after all other rules have run. */
export interface SilenceInForce {
  readonly directives: readonly Directive[];
  readonly idle: readonly IdleDirective[];
  /** The codes of the rules that run. */
  readonly runs: ReadonlySet<string>;
}

/** A rule whose state is its own affair. */
export interface RegisteredRule extends RuleDescription {
  /** What it finds in a report of an edition that it applies to. */
  findings(report: Report, circumstances: Circumstances): readonly Finding[];
  /** What it finds in the comments of a draft that silence other rules. */
  readonly remarks?: ((silence: SilenceInForce) => Finding[]) | undefined;
}

/** A rule about the comments that silence the others, in the same three steps. */
export interface SilenceRule<State> extends RuleDescription {
  detect(silence: SilenceInForce): Iterable<State>;
  render(state: State): Rendering;
  fix(state: State): readonly Fix[];
}

const none: readonly Finding[] = [];

/** Joins a rule's three steps. */
export function defineRule<State>(rule: Rule<State>): RegisteredRule {
  const { detect, render, fix, editions, judges } = rule;
  const findings = (report: Report, circumstances: Circumstances): readonly Finding[] => {
    if (editions !== 'all' && !editions.includes(report.form.definition.id)) return none;
    const states = detect(report, circumstances);
    // Mostly there is nothing to say.
    if (Array.isArray(states) && states.length === 0) return none;
    const found: Finding[] = [];
    for (const state of states) {
      const rendering = render(state, report);
      if (judges && isTorn(judges, rendering.range, report)) continue;
      found.push(finding(rule, rendering, besideTags(fix?.(state, report), report)));
    }
    return found;
  };
  return registered(rule, findings, undefined);
}

/** Written out, so that all rules have their fields in one order: others are slow to look at, one beside the other. */
function registered(
  rule: RuleDescription,
  findings: RegisteredRule['findings'],
  remarks: RegisteredRule['remarks'],
): RegisteredRule {
  const { code, catalogueCode, severity, editions, fixes, isOffByDefault, title, documentation } = rule;
  return {
    code,
    catalogueCode,
    severity,
    editions,
    fixes,
    isOffByDefault,
    title,
    documentation,
    findings,
    remarks,
  };
}

const noFixes: readonly Fix[] = [];

/** The fixes that take no tags out of a draft: where those stand among the characters to change, it is not ours to do. */
function besideTags(fixes: readonly Fix[] = noFixes, { tree: { source } }: Report): readonly Fix[] {
  const isBeside = (fix: Fix): boolean => fix.edits.every(({ range }) => !holdsTag(range, source.lines));
  return fixes.every(isBeside) ? fixes : fixes.filter(isBeside);
}

/** Joins the three steps of a rule about comments. */
export function defineSilenceRule<State>(rule: SilenceRule<State>): RegisteredRule {
  const { detect, render, fix } = rule;
  const remarks = (silence: SilenceInForce): Finding[] =>
    [...detect(silence)].map((state) => finding(rule, render(state), fix(state)));
  return registered(rule, () => none, remarks);
}

function finding(rule: RuleDescription, rendering: Rendering, fixes: readonly Fix[]): Finding {
  return {
    code: rule.code,
    severity: rendering.severity ?? rule.severity,
    range: rendering.range,
    message: rendering.message,
    related: rendering.related ?? [],
    fixes,
    suspects: rendering.suspects ?? [],
    about: rendering.about ?? null,
  };
}
