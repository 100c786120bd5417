import { rules } from '../rules/registry';
import type { RegisteredRule, Severity } from '../rules/rule';

/** How loud a rule is; `off`: it does not run. */
export type Level = Severity | 'off';

/** What holds for a draft, whatever the language: which rules run, and how loud. A value. */
export interface Profile {
  /** By code. A rule that is not named keeps its own level. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** Every rule as it is by itself. */
export const defaultProfile: Profile = { levels: new Map() };

/** The rules that run. */
export function rulesIn({ levels }: Profile): RegisteredRule[] {
  return rules.filter(({ code, isOffByDefault }) => {
    const level = levels.get(code);
    return level === undefined ? !isOffByDefault : level !== 'off';
  });
}
