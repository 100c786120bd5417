import { dirname, relative } from 'node:path';
import { pathFrom, settingsFileAbove } from '../lsp/disk-settings-files';
import { type CheckedDraft, idleEntries } from '../service/idle-entries';
import { type Language, type Settings, settingsFor } from '../service/settings';
import { readSettingsFile, type SettingsFile } from '../service/settings-file';
import { type CheckedFile, checkedSettingsFile } from './checked-file';

/** A settings file with what it says. */
interface SettingsFileOnDisk {
  readonly path: string;
  readonly content: SettingsFile;
}

/** The settings of the drafts of one run: of each the nearest settings file, read once. */
export class RunSettings {
  private readonly files = new Map<string, SettingsFileOnDisk>();
  private readonly ofFolder = new Map<string, SettingsFileOnDisk | null>();
  private readonly drafts = new Map<string, CheckedDraft[]>();

  /** `language` is what the command line asks for; null leaves it to the settings file and the environment. */
  constructor(private readonly language: Language | null) {}

  /** What holds for a draft; for standard input, `-`, what holds in the folder the program runs in. */
  of(path: string): Settings {
    const file = this.fileFor(path);
    const found = file && { content: file.content, draft: pathFrom(file.path, path) };
    const settings = settingsFor(null, found, process.env.LC_ALL ?? process.env.LANG);
    return this.language === null ? settings : { ...settings, language: this.language };
  }

  /** Notes what a draft came to, so that entries for it that ignore nothing can be told. */
  note(path: string, analysis: CheckedDraft['analysis'], settings: Settings): void {
    const file = this.fileFor(path);
    if (!file) return;
    const drafts = this.drafts.get(file.path) ?? [];
    this.drafts.set(file.path, [...drafts, { draft: pathFrom(file.path, path), analysis, settings }]);
  }

  /** The settings files in which something is wrong, with what it is. */
  faultyFiles(): CheckedFile[] {
    return [...this.files.values()].flatMap(({ path, content }) => {
      const findings = [...content.faults, ...idleEntries(content, this.drafts.get(path) ?? [])];
      return findings.length > 0 ? [checkedSettingsFile(relative('', path) || path, findings)] : [];
    });
  }

  private fileFor(path: string): SettingsFileOnDisk | null {
    const folder = path === '-' ? '.' : dirname(path);
    let file = this.ofFolder.get(folder);
    if (file === undefined) {
      const found = settingsFileAbove(folder);
      // Two folders under one file share what was read of it.
      file =
        found && (this.files.get(found.path) ?? { path: found.path, content: readSettingsFile(found.text) });
      if (file) this.files.set(file.path, file);
      this.ofFolder.set(folder, file);
    }
    return file;
  }
}
