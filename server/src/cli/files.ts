import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { decode, encode } from 'iconv-lite';
import { isDraftName } from '../lsp/disk-neighbouring-drafts';

/** A text file with how its text is written, so that it can be written back the same way. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';
  readonly hasByteOrderMark: boolean;
}

/** A path that cannot be worked on; its message is one line for the user. */
export class UnusablePath extends Error {}

const largestFile = 64 * 1024 * 1024;

/**
 * The drafts at a path: the file itself, or every draft under a folder, in the order of their names. Throws `UnusablePath`
 * where there is nothing at the path, or nothing but documents of other programs.
 */
export function draftPaths(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    throw new UnusablePath(`没有这个文件或文件夹 / no such file or folder: ${path}`);
  }
  if (!isFolder) return [path];
  const found: FolderContents = { drafts: [], documents: [] };
  look(path, found);
  const { drafts, documents } = found;
  if (drafts.length === 0 && documents.length > 0) {
    const count = documents.length;
    throw new UnusablePath(
      `文件夹里没有可检查的文本文件，只有 Word、WPS、PDF 等文件 ${count} 个 / no text file to check in the folder, only documents of Word, WPS, PDF or the like (${count}): ${path}；${advice}`,
    );
  }
  return drafts;
}

interface FolderContents {
  readonly drafts: string[];
  /** What another program must make text of. */
  readonly documents: string[];
}

const documentExtensions = ['.doc', '.docx', '.wps', '.et', '.xls', '.xlsx', '.odt', '.pdf', '.ofd', '.rtf'];

function look(folder: string, found: FolderContents): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) look(path, found);
    else if (!entry.isFile()) continue;
    else if (isDraftName(entry.name)) found.drafts.push(path);
    else if (isDocumentName(entry.name)) found.documents.push(path);
  }
}

/** Whether a file is a document by its name; `~$` begins the names of the locks that editors leave beside theirs. */
function isDocumentName(name: string): boolean {
  return documentExtensions.includes(extname(name).toLowerCase()) && !name.startsWith('~$');
}

/** Reads a file as text; its encoding is told by its bytes. Throws `UnusablePath` for what is no text. */
export function readText(path: string): TextFile {
  let bytes: Buffer;
  try {
    if (statSync(path).size > largestFile) throw new UnusablePath(`文件过大 / file too large: ${path}`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UnusablePath) throw error;
    throw new UnusablePath(`无法读取 / cannot read: ${path}`);
  }
  return { path, ...decodeText(bytes, path) };
}

const advice =
  '请另存为网页（.htm）或纯文本（.txt），或把全文复制到文本文件里 / save it as a web page or plain text, or paste its text into a text file';

/** What the files of other programs begin with. */
const beginnings: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
  { kind: 'Word、WPS、Excel', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'Word、WPS、Excel', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** Says of a file of another program what its text can be checked as. */
function refuse(bytes: Buffer, path: string): void {
  const known = beginnings.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
  if (!known && !bytes.includes(0)) return;
  const kind = known ? `（${known.kind}）` : '';
  throw new UnusablePath(`不是文本文件${kind} / not a text file: ${path}；${advice}`);
}

/** Tells the encoding of bytes and decodes them. Throws `UnusablePath` for binary data. */
export function decodeText(bytes: Buffer, path: string): Omit<TextFile, 'path'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return marked(bytes.subarray(2), 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return marked(bytes.subarray(2), 'utf16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return marked(bytes.subarray(3), 'utf8');
  refuse(bytes, path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf8', hasByteOrderMark: false };
  } catch {
    return { text: decode(bytes, 'gb18030'), encoding: 'gb18030', hasByteOrderMark: false };
  }
}

function marked(bytes: Buffer, encoding: TextFile['encoding']): Omit<TextFile, 'path'> {
  return { text: decode(bytes, encoding, { stripBOM: false }), encoding, hasByteOrderMark: true };
}

/** Writes a text in the encoding it was read in. Refuses where decoding it again would not give it back. */
export function writeText(file: TextFile, text: string): void {
  const bytes = encode(text, file.encoding, { addBOM: file.hasByteOrderMark });
  if (decode(bytes, file.encoding) !== text)
    throw new UnusablePath(`无法按原编码写回 / cannot be written in its own encoding: ${file.path}`);
  writeFileSync(file.path, bytes);
}

/** All of standard input. */
export function readStandardInput(): TextFile {
  return { path: '-', ...decodeText(readFileSync(0), '-') };
}
