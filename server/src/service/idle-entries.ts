import type { Finding } from '../rules/rule';
import { unusedDirective } from '../rules/silence/unused-directive';
import type { Analysis } from './analysis';
import { rulesIn } from './profile';
import { isFor, type Settings } from './settings';
import type { SettingsFile } from './settings-file';

/** A draft that was checked under a settings file; `draft` is its path from the file's folder. */
export interface CheckedDraft {
  readonly draft: string;
  readonly analysis: Analysis;
  readonly settings: Settings;
}

/**
 * The entries of a settings file that ignored nothing in the draft they name, as findings in that file. Of an entry
 * that names no draft, or none of those checked, nothing is known; nor where its rule does not run.
 */
export function idleEntries(file: SettingsFile, drafts: readonly CheckedDraft[]): Finding[] {
  return file.ignored.flatMap((entry) => {
    if (entry.file === null) return [];
    const checked = drafts.find(({ draft }) => isFor(entry, draft));
    if (!checked || checked.analysis.usedEntries.includes(entry)) return [];
    const { profile } = checked.settings;
    const running = new Set(rulesIn(profile).map((rule) => rule.code));
    const { code, severity } = unusedDirective;
    if (!running.has(code) || !running.has(entry.rule)) return [];
    const level = profile.levels.get(code);
    return [
      {
        code,
        severity: level === undefined || level === 'off' ? severity : level,
        range: entry.range,
        message: {
          zh: `这一条没有用处：“${entry.file}”中没有它要忽略的 ${entry.rule}，可以删去`,
          en: `Unused entry: there is no such ${entry.rule} in “${entry.file}” to ignore; remove it`,
        },
        related: [],
        fixes: [],
        about: null,
        suspects: [],
      },
    ];
  });
}
