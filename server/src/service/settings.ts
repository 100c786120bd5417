import type { Bilingual } from '../form/form';
import { rules } from '../rules/registry';
import { defaultProfile, type IgnoreEntry, type Level, type Profile } from './profile';
import type { SettingsFile } from './settings-file';

/** The language of messages. */
export type Language = 'zh' | 'en';

/** What holds for a draft, and the language in which it is said. */
export interface Settings {
  readonly language: Language;
  readonly profile: Profile;
  /** Whether totals are worked out anew before a draft is saved: only where the user switched it on. */
  readonly recalculatesOnSave: boolean;
  /** The folder with the pages of the rules, as a URI without a slash at the end; null where nobody can open them. */
  readonly rulePages: string | null;
}

export const defaultSettings: Settings = {
  language: 'zh',
  profile: defaultProfile,
  recalculatesOnSave: false,
  rulePages: null,
};

/** A settings file that was found for a draft. */
export interface FoundSettingsFile {
  readonly content: SettingsFile;
  /** The draft's path from the folder of the file, with `/`. */
  readonly draft: string;
}

const levelNames = new Set<unknown>(['off', 'hint', 'information', 'warning', 'error']);

/**
 * What holds for a draft: its settings file before the editor's settings before the rules' own levels.
 * Of the editor's section `gouji` whatever is not known is left out. `locale` is the editor's own (`zh-cn`,
 * `en`), taken where the language is `auto` or not said.
 */
export function settingsFor(
  section: unknown,
  file: FoundSettingsFile | null,
  locale: string | undefined,
): Settings {
  const values = isObject(section) ? section : {};
  const content = file?.content;
  const chosen = content?.language ?? values.language;
  return {
    language: chosen === 'zh' || chosen === 'en' ? chosen : languageOf(locale),
    recalculatesOnSave: values.recalculateTotalsOnSave === true,
    profile: {
      levels: new Map([...editorLevels(values.rules), ...(content?.levels ?? [])]),
      circumstances: content?.circumstances ?? defaultProfile.circumstances,
      ignored: content?.ignored.filter((entry) => isFor(entry, file?.draft ?? '')) ?? [],
    },
    rulePages: null,
  };
}

function editorLevels(section: unknown): [string, Level][] {
  const codes = isObject(section) ? section : {};
  return rules.flatMap(({ code }): [string, Level][] =>
    levelNames.has(codes[code]) ? [[code, codes[code] as Level]] : [],
  );
}

/** Whether an entry speaks of a draft, by its path from the folder of the settings file. */
export function isFor({ file }: IgnoreEntry, draft: string): boolean {
  const plain = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//u, '');
  return file === null || plain(file) === plain(draft);
}

/** Chinese unless the editor speaks English: the reports are Chinese. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** A bilingual text in the user's language. */
export function inLanguage(text: Bilingual, { language }: { readonly language: Language }): string {
  return text[language];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
