import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readSettingsFile, type SettingsFile } from '../service/settings-file';
import { settingsFileName } from '../service/settings-shape';

/** A settings file on disk. */
export interface SettingsFileOnDisk {
  readonly path: string;
  readonly content: SettingsFile;
}

/** The nearest settings file upward from a folder; null where there is none. What cannot be read is not there. */
export function settingsFileAbove(folder: string): SettingsFileOnDisk | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, settingsFileName);
    const text = textOf(path);
    if (text !== null) return { path, content: readSettingsFile(text) };
    if (dirname(at) === at) return null;
  }
}

/** A draft's path from the folder of a settings file, with `/`. */
export function pathFrom(settingsFile: string, draft: string): string {
  return relative(dirname(settingsFile), resolve(draft)).replaceAll('\\', '/');
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    return null;
  }
}
