import * as vscode from 'vscode';

/** The name of the settings file, as the server knows it. */
export const settingsFileName = '.gouji.json';

/** A settings file found for a draft, as the server takes it. */
interface FoundSettingsFile {
  uri: string;
  text: string;
  /** The draft's path from the folder of the file. */
  draft: string;
}

/** The nearest settings file upward from a draft, read through VS Code: the server of a web page has no disk. */
export async function nearestSettingsFile(draft: vscode.Uri): Promise<FoundSettingsFile | null> {
  let path = draft.path;
  while (path.lastIndexOf('/') >= 0) {
    path = path.slice(0, path.lastIndexOf('/'));
    const uri = draft.with({ path: `${path}/${settingsFileName}`, query: '', fragment: '' });
    const text = await read(uri);
    if (text !== null) return { uri: uri.toString(), text, draft: draft.path.slice(path.length + 1) };
  }
  return null;
}

/** Shows a settings file and marks the words that the user is to replace. */
export async function showSettingsFile(uri: string, placeholder: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const editor = await vscode.window.showTextDocument(document);
  const at = document.getText().lastIndexOf(placeholder);
  if (at < 0) return;
  const start = document.positionAt(at);
  editor.selection = new vscode.Selection(start, document.positionAt(at + placeholder.length));
  editor.revealRange(editor.selection);
}

async function read(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null; // There is none, or it cannot be read: as if there were none.
  }
}
