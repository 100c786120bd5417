import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../rules/rule';
import { diagnosticOf } from '../service/diagnostics';
import { type CheckedDraft, idleEntries } from '../service/idle-entries';
import { defaultSettings, type Settings } from '../service/settings';
import { readSettingsFile, type SettingsFile } from '../service/settings-file';
import { plainUri } from './settings-files';

/** A settings file that is open in the editor or holds for an open draft. */
export interface UsedSettingsFile {
  readonly uri: string;
  /** The text in the editor, and its version; null where it is not open. */
  readonly open: { readonly text: string; readonly version: number } | null;
  /** What holds of it; null where it holds for no open draft. */
  readonly content: SettingsFile | null;
  readonly drafts: readonly CheckedDraft[];
}

/** Publishes what is wrong in settings files, each time it changes and no oftener. */
export class SettingsFileFaults {
  private readonly published = new Map<string, string>();

  /** `isCheckedElsewhere`: the editor checks the file by its schema itself, and is told only what no schema knows. */
  constructor(
    private readonly connection: Connection,
    private readonly isCheckedElsewhere: () => boolean,
  ) {}

  publish({ uri, open, content, drafts }: UsedSettingsFile, language: Settings['language']): void {
    const written = open ? readSettingsFile(open.text) : content;
    const settings = { ...defaultSettings, language };
    const found: Finding[] = this.isCheckedElsewhere() ? [] : [...(written?.faults ?? [])];
    // Entries stand where they stood in what holds; while the file is being typed, elsewhere.
    if (content && (!open || sameEntries(content, written))) found.push(...idleEntries(content, drafts));
    this.send(
      uri,
      open?.version,
      found.map((one) => diagnosticOf(one, uri, settings)),
    );
  }

  /** Takes back what was published of a file that is of no more concern. */
  clear(uri: string): void {
    this.send(uri, undefined, []);
  }

  private send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const key = plainUri(uri);
    const text = JSON.stringify(diagnostics);
    if ((this.published.get(key) ?? '[]') === text) return;
    this.published.set(key, text);
    void this.connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: [...diagnostics],
    });
  }
}

function sameEntries(a: SettingsFile, b: SettingsFile | null): boolean {
  return JSON.stringify(a.ignored) === JSON.stringify(b?.ignored);
}
