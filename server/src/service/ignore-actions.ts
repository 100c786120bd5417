import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Finding } from '../rules/rule';
import type { Block } from '../syntax/block';
import { blockAt, type Tree } from '../syntax/tree';
import type { Source } from '../text/line';
import { inDocument, inSource } from '../text/places';
import { type Position, range, type TextEdit } from '../text/range';
import { type Analysis, ignorableFingerprint } from './analysis';
import { addedEntry, type NewEntry, newSettingsFileText } from './entry-writing';
import { inLanguage, type Settings } from './settings';
import { settingsFileName } from './settings-shape';
import { type DocumentVersion, editOf } from './workspace-edit';

/** The settings file that an entry for a draft is written into. */
export interface SettingsFileTarget {
  readonly uri: string;
  readonly version: number | null;
  /** Null where the file is to be made. */
  readonly text: string | null;
  /** The draft's path from the folder of the file. */
  readonly draft: string;
  /** The client's command that shows the file, so that a reason is filled in; null where it has none. */
  readonly show: string | null;
}

/** As much of a document as tells how a finding in it is ignored. */
export interface IgnoringDocument {
  readonly languageId: string;
  readonly settingsFile: SettingsFileTarget | null;
}

/** Languages in which a comment is seen by no reader. */
const languagesWithComments = new Set(['markdown', 'html']);

/** What ignores one finding: a comment where the draft's language has them, else an entry in the settings file. */
export function ignoreAction(
  analysis: Analysis,
  finding: Finding,
  document: DocumentVersion & IgnoringDocument,
  settings: Settings,
): Pick<CodeAction, 'title' | 'edit' | 'command'> | null {
  const fingerprint = ignorableFingerprint(analysis, finding);
  if (fingerprint === null) return null;
  if (languagesWithComments.has(document.languageId)) {
    const { title, edits } = byComment(analysis, finding, settings);
    return { title, edit: editOf(edits, document) };
  }
  const target = document.settingsFile;
  const entry = target && {
    rule: finding.code,
    fingerprint,
    file: target.draft,
    reason: inLanguage({ zh: '请写明理由', en: 'say why' }, settings),
  };
  if (!target || !entry) return null;
  const edit =
    target.text === null ? creation(target.uri, newSettingsFileText(entry)) : addition(target, entry);
  if (!edit) return null;
  const title = {
    zh: `忽略这一处（写入 ${settingsFileName}）`,
    en: `Ignore this finding (in ${settingsFileName})`,
  };
  return {
    title: inLanguage(title, settings),
    edit,
    ...(target.show
      ? { command: { title: settingsFileName, command: target.show, arguments: [target.uri, entry.reason] } }
      : {}),
  };
}

function addition(target: SettingsFileTarget, entry: NewEntry): WorkspaceEdit | null {
  const edit = addedEntry(target.text ?? '', entry);
  if (!edit) return null;
  return editOf([edit], target);
}

function creation(uri: string, text: string): WorkspaceEdit {
  const start = range(0, 0, 0, 0);
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: start, newText: text }] },
    ],
  };
}

/** Where comments stand that silence a finding without tearing what it stands in. */
function byComment(
  { tree, reports }: Analysis,
  finding: Finding,
  settings: Settings,
): { readonly title: string; readonly edits: readonly TextEdit[] } {
  const { source } = tree;
  const { line } = inSource(source, finding.range.start);
  const index = blockAt(tree, line);
  const block = tree.blocks[index];
  const first = tree.starts[index] ?? line;
  const last = first + (block?.lines.length ?? 1) - 1;
  const { code } = finding;
  const bound = reports
    .flatMap((report) => report.tables)
    .map(({ table, line: at }) => ({ first: at + table.range.start.line, last: at + table.range.end.line }))
    .find((table) => table.first <= line && line <= table.last);
  const isInTable = block?.kind === 'table' || bound !== undefined;
  const here = { zh: `在此忽略 ${code}（写一行注释）`, en: `Ignore ${code} here (with a comment)` };
  if (source.isBroken)
    return { title: inLanguage(here, settings), edits: around(source, first, last, code, false) };
  if (isInTable && !(block?.kind === 'table' && block.layout === 'html')) {
    const title = {
      zh: `在本表中忽略 ${code}（表前表后各写一行注释）`,
      en: `Ignore ${code} in this table (with comments around it)`,
    };
    const isOfRows = block?.kind === 'table' || isTextInRows(block);
    const stretch = isOfRows ? rowsAround(tree, index, bound) : (bound ?? { first, last });
    return {
      title: inLanguage(title, settings),
      edits: around(source, stretch.first, stretch.last, code, true),
    };
  }
  // A line of its own would part the rows of a page that is one table.
  const isOneLine = first === last && !isTextInRows(block);
  return {
    title: inLanguage(here, settings),
    edits: [
      isOneLine ? lineBefore(source, line, `disable-next-line ${code}`) : atLineEnd(source, line, code),
    ],
  };
}

function isTextInRows(block: Block | undefined): boolean {
  return (block?.kind === 'heading' || block?.kind === 'paragraph') && block.rows !== null;
}

/** The lines of a block of rows, and of those next to it that hold rows of the same table: a label alone parts its blocks. */
function rowsAround(
  { blocks, starts }: Tree,
  index: number,
  bound: { readonly first: number; readonly last: number } | undefined,
): { readonly first: number; readonly last: number } {
  let from = index;
  let to = index;
  if (bound) {
    while ((starts[from] as number) > bound.first && blocks[from - 1]?.kind !== 'blank') from--;
    while ((starts[to + 1] ?? Number.POSITIVE_INFINITY) <= bound.last && blocks[to + 1]?.kind !== 'blank')
      to++;
  }
  return {
    first: starts[from] as number,
    last: (starts[to] as number) + (blocks[to] as Block).lines.length - 1,
  };
}

function around(source: Source, first: number, last: number, code: string, onOwnLines: boolean): TextEdit[] {
  const end: Position = { line: last, character: source.lines[last]?.text.length ?? 0 };
  if (onOwnLines)
    return [
      lineBefore(source, first, `disable ${code}`),
      inserted(end, `${lineEnd(source, last)}${comment(`enable ${code}`)}`),
    ];
  const edits = [
    inserted({ line: first, character: 0 }, comment(`disable ${code}`)),
    inserted(end, comment(`enable ${code}`)),
  ];
  return inDocument(source, edits);
}

function lineBefore(source: Source, line: number, text: string): TextEdit {
  return inserted({ line, character: 0 }, `${comment(text)}${lineEnd(source, line)}`);
}

function atLineEnd(source: Source, line: number, code: string): TextEdit {
  const at: Position = { line, character: source.lines[line]?.text.length ?? 0 };
  return inserted(at, ` ${comment(`disable-line ${code}`)}`);
}

function comment(text: string): string {
  return `<!-- gouji-${text} -->`;
}

/** The line end of a line, or where it has none of its own that of the line before. */
function lineEnd({ lines }: Source, line: number): string {
  return lines[line]?.eol || lines[line - 1]?.eol || '\n';
}

function inserted({ line, character }: Position, newText: string): TextEdit {
  return { range: range(line, character, line, character), newText };
}
