import { type Settings, settingsFor } from '../service/settings';
import { isWellFormed, readSettingsFile, type SettingsFile } from '../service/settings-file';
import { type FoundText, plainUri } from './settings-files';

/** The settings file that holds for a draft. */
export interface SettingsFileInForce {
  readonly uri: string;
  readonly text: string;
  readonly content: SettingsFile;
  /** The draft's path from the folder of the file, with `/`. */
  readonly draft: string;
}

/** What holds for one draft. */
export interface InForce {
  readonly settings: Settings;
  readonly file: SettingsFileInForce | null;
}

/** Where the settings of a draft come from. */
export interface SettingsSources {
  /** The section `gouji` of the editor's settings, as they are for a document. */
  editorSection(uri: string): Promise<unknown>;
  /** The nearest settings file as it was saved. */
  nearestFile(uri: string): Promise<FoundText | null>;
  /** The text of a settings file that is open in the editor. */
  openText(uri: string): string | undefined;
  client(): { readonly locale: string | undefined; readonly rulePages: string | null };
  warn(text: string): void;
}

/** The settings in force for each open draft. They are asked for when it opens and again when something changed. */
export class DraftSettings {
  private readonly known = new Map<string, InForce>();
  private readonly asked = new Map<string, number>();
  private readonly contents = new Map<string, { readonly text: string; readonly content: SettingsFile }>();
  private questions = 0;

  constructor(private readonly sources: SettingsSources) {}

  /** What holds, as far as it is known. */
  of(uri: string): InForce | undefined {
    return this.known.get(uri);
  }

  /** The drafts for which a settings file holds. */
  usesOf(settingsFile: string): { readonly uri: string; readonly file: SettingsFileInForce }[] {
    return [...this.known].flatMap(([uri, { file }]) =>
      file && plainUri(file.uri) === plainUri(settingsFile) ? [{ uri, file }] : [],
    );
  }

  /** Asks anew; false where the draft was closed, or asked for again, in the meantime. Never fails. */
  async find(uri: string): Promise<boolean> {
    const question = ++this.questions;
    this.asked.set(uri, question);
    const { sources } = this;
    const orNothing = (error: unknown): null => {
      sources.warn(`settings could not be read, the others hold: ${error}`);
      return null;
    };
    const [section, found] = await Promise.all([
      sources.editorSection(uri).catch(orNothing),
      sources.nearestFile(uri).catch(orNothing),
    ]);
    if (this.asked.get(uri) !== question) return false;
    const { locale, rulePages } = sources.client();
    const file = found && { ...found, ...this.contentOf(found.uri, found.text) };
    this.known.set(uri, { settings: { ...settingsFor(section, file, locale), rulePages }, file });
    return true;
  }

  /** A draft that was closed. */
  forget(uri: string): void {
    this.known.delete(uri);
    this.asked.delete(uri);
  }

  /** What is open in the editor holds as soon as it is well-formed; until then what was saved does. */
  private contentOf(uri: string, saved: string): { readonly text: string; readonly content: SettingsFile } {
    const open = this.sources.openText(uri);
    const text = open !== undefined && isWellFormed(open) ? open : saved;
    const key = plainUri(uri);
    const kept = this.contents.get(key);
    // Read once: drafts under one file share its entries.
    if (kept?.text === text) return kept;
    const read = { text, content: readSettingsFile(text) };
    this.contents.set(key, read);
    return read;
  }
}
