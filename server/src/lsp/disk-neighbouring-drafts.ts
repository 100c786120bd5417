import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { draftExtensions, type FoundDraft } from './neighbouring-drafts';

/** A report is some ten thousand characters; what is much larger is something else. */
const largestFile = 1024 * 1024;
/** A folder with more drafts than that is read no further. */
const mostFiles = 100;

/** The drafts on this machine that lie in the folder of one, itself among them. What cannot be read is not there. */
export async function neighbouringDraftsOnDisk(draftUri: string): Promise<readonly FoundDraft[]> {
  if (!draftUri.startsWith('file:')) return [];
  try {
    const folder = dirname(fileURLToPath(draftUri));
    const names = (await readdir(folder))
      .filter((name) => !name.startsWith('.') && isDraftName(name))
      .sort()
      .slice(0, mostFiles);
    const found = await Promise.all(names.map((name) => foundAt(join(folder, name))));
    return found.filter((one) => one !== null);
  } catch {
    return [];
  }
}

/** Whether a file may hold a draft, by the end of its name. */
export function isDraftName(name: string): boolean {
  return (draftExtensions as readonly string[]).includes(extname(name).toLowerCase());
}

async function foundAt(path: string): Promise<FoundDraft | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > largestFile) return null;
    return { uri: pathToFileURL(path).href, stamp: `${size} ${mtimeMs}`, read: () => textAt(path) };
  } catch {
    return null;
  }
}

async function textAt(path: string): Promise<string | null> {
  try {
    return decoded(await readFile(path));
  } catch {
    return null;
  }
}

/** UTF-8, or what Chinese editors wrote before it. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
