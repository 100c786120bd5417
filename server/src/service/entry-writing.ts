import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { OffsetText } from '../text/offsets';
import type { TextEdit } from '../text/range';
import type { IgnoreEntry } from './profile';
import { isWellFormed } from './settings-file';

/** An entry to write. */
export type NewEntry = Pick<IgnoreEntry, 'rule' | 'fingerprint' | 'reason'> & { readonly file: string };

/** The text of a settings file with one entry in it. */
export function newSettingsFileText(entry: NewEntry): string {
  return `{\n  ${listWith(entry, '\n', '  ')}\n}\n`;
}

/** The edit that adds an entry to the text of a settings file and changes nothing else; null where it has no place. */
export function addedEntry(text: string, entry: NewEntry): TextEdit | null {
  if (!isWellFormed(text)) return null;
  const eol = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const insert = (offset: number, newText: string): TextEdit => ({
    range: new OffsetText(text).rangeOf(offset, 0),
    newText,
  });
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!root) return insert(text.length, newSettingsFileText(entry).replaceAll('\n', eol));
  if (root.type !== 'object') return null;
  const list = findNodeAtLocation(root, ['ignore']);
  if (list && list.type !== 'array') return null;
  const last = (list ?? root).children?.at(-1);
  const gap = last ? gapBefore(text, last) : '';
  if (list && last) return insert(endOf(last), `,${gap}${entryText(entry, gap)}`);
  if (list) return insert(list.offset + 1, entryText(entry, ''));
  if (!last) return insert(root.offset + 1, `${eol}  ${listWith(entry, eol, '  ')}${eol}`);
  const indent = /[\r\n]([^\r\n]*)$/u.exec(gap)?.[1] ?? '';
  return insert(endOf(last), `,${gap}${listWith(entry, eol, indent)}`);
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** What stands between a node and what is before it: a blank, or a line end with its indentation. */
function gapBefore(text: string, { offset }: Node): string {
  const gap = /\s*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  return gap === '' ? ' ' : gap;
}

function listWith(entry: NewEntry, eol: string, indent: string): string {
  const gap = `${eol}${indent}  `;
  return `"ignore": [${gap}${entryText(entry, gap)}${eol}${indent}]`;
}

/** An entry behind a gap: on lines of its own where the gap is a line end. */
function entryText({ rule, fingerprint, file, reason }: NewEntry, gap: string): string {
  const parts = Object.entries({ rule, fingerprint, file, reason });
  const written = parts.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  return /[\r\n]/u.test(gap) ? `{${gap}  ${written.join(`,${gap}  `)}${gap}}` : `{ ${written.join(', ')} }`;
}
