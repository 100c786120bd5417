import type { Bilingual } from '../form/form';
import { rules } from '../rules/registry';
import { defaultProfile, type Level, type Profile } from './profile';

/** The language of messages. */
export type Language = 'zh' | 'en';

/** What holds for a draft, and the language in which it is said. */
export interface Settings {
  readonly language: Language;
  readonly profile: Profile;
}

export const defaultSettings: Settings = { language: 'zh', profile: defaultProfile };

const levelNames = new Set<unknown>(['off', 'hint', 'information', 'warning', 'error']);

/**
 * Reads the section `gouji` of an editor's settings; whatever it does not know it leaves out.
 * `locale` is the editor's own (`zh-cn`, `en`), taken where `language` is `auto`.
 */
export function readSettings(section: unknown, locale: string | undefined): Settings {
  const values = isObject(section) ? section : {};
  const chosen = values.language;
  const language = chosen === 'zh' || chosen === 'en' ? chosen : languageOf(locale);
  const levels = new Map<string, Level>();
  const codes = isObject(values.rules) ? values.rules : {};
  for (const { code } of rules) {
    const level = codes[code];
    if (levelNames.has(level)) levels.set(code, level as Level);
  }
  return { language, profile: { levels } };
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
