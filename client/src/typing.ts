import * as vscode from 'vscode';

/** Says on which line of a document its user types, and null once it is left. */
export type TellLine = (document: vscode.TextDocument, line: number | null) => void;

/**
 * Watches where the user types, so that sums in a row not yet finished are held back. A line counts as typed on from
 * the first change at the caret until the caret leaves it, the document is saved or another window is chosen.
 */
export class TypingWatch implements vscode.Disposable {
  private typed: { readonly document: vscode.TextDocument; readonly line: number } | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly isWatched: (document: vscode.TextDocument) => boolean,
    private readonly tell: TellLine,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.take(event)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (
          textEditor.document === this.typed?.document &&
          textEditor.selection.active.line !== this.typed.line
        )
          this.leave();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.leave()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused) this.leave();
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document === this.typed?.document) this.leave();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Undone and redone changes, and those made elsewhere by a command, are no typing. */
  private take({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const editor = vscode.window.activeTextEditor;
    const [change, ...others] = contentChanges;
    if (!change || editor?.document !== document || !this.isWatched(document)) return;
    const { line } = editor.selection.active;
    const isTyping =
      reason === undefined &&
      others.length === 0 &&
      change.range.isSingleLine &&
      change.range.start.line === line &&
      !change.text.includes('\n');
    if (!isTyping) this.leave();
    else if (this.typed?.document !== document || this.typed.line !== line) {
      this.leave();
      this.typed = { document, line };
      this.tell(document, line);
    }
  }

  private leave(): void {
    const { typed } = this;
    this.typed = undefined;
    if (typed) this.tell(typed.document, null);
  }
}
