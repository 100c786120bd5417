import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../text/range';

/**
 * A document in one version: edits are offered for it and for no other. `version` is null for an editor that
 * cannot be told versions with edits.
 */
export interface DocumentVersion {
  readonly uri: string;
  readonly version: number | null;
}

/** Edits of one document as LSP says them. */
export function editOf(edits: readonly TextEdit[], { uri, version }: DocumentVersion): WorkspaceEdit {
  const own = edits.map((edit) => ({ ...edit }));
  return version === null
    ? { changes: { [uri]: own } }
    : { documentChanges: [{ textDocument: { uri, version }, edits: own }] };
}
