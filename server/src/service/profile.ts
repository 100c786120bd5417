import { rules } from '../rules/registry';
import type { Circumstances, RegisteredRule, Severity } from '../rules/rule';
import type { Range } from '../text/range';

/** How loud a rule is; `off`: it does not run. */
export type Level = Severity | 'off';

/** A finding that a settings file has ignored. */
export interface IgnoreEntry {
  readonly rule: string;
  readonly fingerprint: string;
  /** The draft, from the folder of the settings file; null: every draft. */
  readonly file: string | null;
  readonly reason: string;
  /** Where the entry stands in the settings file. */
  readonly range: Range;
}

/** What holds for a draft, whatever the language: which rules run, how loud, and what is ignored. A value. */
export interface Profile {
  /** By code. A rule that is not named keeps its own level. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly circumstances: Circumstances;
  /** Those for this draft. */
  readonly ignored: readonly IgnoreEntry[];
}

/** Every rule as it is by itself. */
export const defaultProfile: Profile = {
  levels: new Map(),
  circumstances: {
    organization: { kind: null, level: null },
    deadline: null,
    requiredItems: new Map(),
  },
  ignored: [],
};

const onByThemselves = rules.filter(({ isOffByDefault }) => !isOffByDefault);

/** The rules that run. */
export function rulesIn({ levels }: Profile): readonly RegisteredRule[] {
  if (levels.size === 0) return onByThemselves;
  return rules.filter(({ code, isOffByDefault }) => {
    const level = levels.get(code);
    return level === undefined ? !isOffByDefault : level !== 'off';
  });
}
