import type { Connection } from 'vscode-languageserver';

/**
 * Told by a client that knows where the caret is: `line` while its user types there, null once the line is left. Clients
 * that never say so are shown everything at full strength at once.
 */
export const caretNotification = 'gouji/caret';

/** The lines on which users type, by document. */
export class TypedLines {
  private readonly lines = new Map<string, number>();

  /** `onMoved` is called with the document and the line before, after each change. */
  constructor(
    connection: Connection,
    private readonly onMoved: (uri: string, before: number | null) => void,
  ) {
    connection.onNotification(caretNotification, (params: unknown) => {
      const { uri, line } = (params ?? {}) as { uri?: unknown; line?: unknown };
      if (typeof uri === 'string') this.move(uri, Number.isInteger(line) ? (line as number) : null);
    });
  }

  /** Null where nobody types in the document. */
  in(uri: string): number | null {
    return this.lines.get(uri) ?? null;
  }

  /** The user has left the line, saved or closed the document. */
  leave(uri: string): void {
    this.move(uri, null);
  }

  private move(uri: string, line: number | null): void {
    const before = this.in(uri);
    if (line === before) return;
    if (line === null) this.lines.delete(uri);
    else this.lines.set(uri, line);
    this.onMoved(uri, before);
  }
}
