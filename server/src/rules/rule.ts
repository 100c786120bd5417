import type { Bilingual } from '../form/form';
import type { Report } from '../report/report';
import type { Range, TextEdit } from '../text/range';

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
}

/** A finding: a value, of the document's lines, in both languages. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Bilingual;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** A rule in three pure steps. `detect` finds what is wrong, `render` says it, `fix` mends it. */
export interface Rule<State> {
  /** The fault's name in kebab-case. Once released it never changes. */
  readonly code: string;
  /** The rule's number in the catalogue of what disclosure offices check. */
  readonly catalogueCode: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  detect(report: Report): Iterable<State>;
  render(state: State, report: Report): Rendering;
  fix?(state: State, report: Report): readonly Fix[];
}

/** A rule whose state is its own affair. */
export interface RegisteredRule {
  readonly code: string;
  readonly catalogueCode: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  findings(report: Report): Finding[];
}

/** Joins a rule's three steps. */
export function defineRule<State>(rule: Rule<State>): RegisteredRule {
  const { code, catalogueCode, severity, title } = rule;
  const findings = (report: Report): Finding[] => {
    const found: Finding[] = [];
    for (const state of rule.detect(report)) {
      const rendering = rule.render(state, report);
      found.push({
        code,
        severity: rendering.severity ?? severity,
        range: rendering.range,
        message: rendering.message,
        related: rendering.related ?? [],
        fixes: rule.fix?.(state, report) ?? [],
      });
    }
    return found;
  };
  return { code, catalogueCode, severity, title, findings };
}
