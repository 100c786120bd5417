import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settingsFileName } from '../service/settings-shape';
import type { SettingsFiles } from './settings-files';

/** The nearest settings file upward from a folder; null where there is none. What cannot be read is not there. */
export function settingsFileAbove(folder: string): { readonly path: string; readonly text: string } | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, settingsFileName);
    const text = textOf(path);
    if (text !== null) return { path, text };
    if (dirname(at) === at) return null;
  }
}

/** A draft's path from the folder of a settings file, with `/`. */
export function pathFrom(settingsFile: string, draft: string): string {
  return relative(dirname(settingsFile), resolve(draft)).replaceAll('\\', '/');
}

/** Settings files on this machine; for drafts that are elsewhere the client looks. */
export function settingsFilesOnDisk(throughClient: SettingsFiles): SettingsFiles {
  return {
    async nearest(uri) {
      if (!uri.startsWith('file:')) return throughClient.nearest(uri);
      const draft = fileURLToPath(uri);
      const found = settingsFileAbove(dirname(draft));
      return (
        found && { uri: pathToFileURL(found.path).href, text: found.text, draft: pathFrom(found.path, draft) }
      );
    },
  };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    return null;
  }
}
