import type { Bilingual } from '../form/form';
import { rules } from '../rules/registry';
import type { Severity } from '../rules/rule';

/** The language of messages. */
export type Language = 'zh' | 'en';

/** What the user chose. A rule that is not named keeps its own severity. */
export interface Settings {
  readonly language: Language;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

export const defaultSettings: Settings = { language: 'zh', severities: new Map() };

const severityNames = new Set<unknown>(['off', 'hint', 'information', 'warning', 'error']);

/**
 * Reads the section `gouji` of an editor's settings; whatever it does not know it leaves out.
 * `locale` is the editor's own (`zh-cn`, `en`), taken where `language` is `auto`.
 */
export function readSettings(section: unknown, locale: string | undefined): Settings {
  const values = isObject(section) ? section : {};
  const chosen = values.language;
  const language = chosen === 'zh' || chosen === 'en' ? chosen : languageOf(locale);
  const severities = new Map<string, Severity | 'off'>();
  const codes = isObject(values.rules) ? values.rules : {};
  for (const { code } of rules) {
    const severity = codes[code];
    if (severityNames.has(severity)) severities.set(code, severity as Severity | 'off');
  }
  return { language, severities };
}

/** Chinese unless the editor speaks English: the reports are Chinese. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** A bilingual text in the user's language. */
export function inLanguage(text: Bilingual, settings: Settings): string {
  return text[settings.language];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
