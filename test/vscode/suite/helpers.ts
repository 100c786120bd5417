import * as vscode from 'vscode';

/** Fails the test unless the condition holds. Node's assert is not there in a web worker. */
export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails the test unless both values are the same. */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  check(actual === expected, `${what}: ${JSON.stringify(actual)} ≠ ${JSON.stringify(expected)}`);
}

/** Waits until the probe gives a value that is neither undefined nor false. */
export async function until<T>(what: string, probe: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 12_000; ; ) {
    const value = probe();
    if (value !== undefined && value !== false) return value;
    check(Date.now() < end, `timed out: ${what}`);
    await pause(40);
  }
}

/** Waits, for what can only be shown by nothing happening. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  check(folder, 'no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The findings of this extension on a document, at least as bad as a warning. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((finding) => finding.severity <= vscode.DiagnosticSeverity.Warning);
}

/** The code of a finding without the link to its description. */
export function codeOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

/** The place of the number of a table row, counted among the row's numbers; negative counts from the end. */
export function numberOf(document: vscode.TextDocument, rowLabel: string, index: number): vscode.Range {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (!text.includes(`${rowLabel}\t`)) continue;
    const number = [...text.matchAll(/\t(\d+)(?=\t|$)/g)].at(index);
    check(number?.[1] !== undefined, `no number ${index} in row ${rowLabel}`);
    return new vscode.Range(line, number.index + 1, line, number.index + 1 + number[1].length);
  }
  throw new Error(`no row ${rowLabel}`);
}

/** Replaces a range as an edit by the user would. */
export async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  check(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** The Markdown of all hovers at a place. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
