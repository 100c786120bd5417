import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import type { Form } from '../form/indexed-form';
import { type Analysis, analyse } from '../service/analysis';
import type { Profile } from '../service/profile';
import { parse, reparse, type Tree } from '../syntax/tree';
import type { Range } from '../text/range';
import { replaceRange, sourceOf } from '../text/source';

/** An open document in one version: its tree, and what is known of it, found out at first need. */
export class Draft {
  private known: { readonly profile: Profile; readonly analysis: Analysis } | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly tree: Tree,
  ) {}

  /** Found out once for each profile in turn. */
  analysis(forms: readonly Form[], profile: Profile): Analysis {
    if (this.known?.profile !== profile)
      this.known = { profile, analysis: analyse(this.tree, forms, profile) };
    return this.known.analysis;
  }
}

interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** How open documents take edits: line by line, the text is never put together. */
export const draftConfiguration: TextDocumentsConfiguration<Draft> = {
  create: (uri, languageId, version, content) =>
    new Draft(uri, languageId, version, parse(sourceOf(content))),
  update: (draft, changes, version) =>
    new Draft(draft.uri, draft.languageId, version, (changes as Change[]).reduce(applyChange, draft.tree)),
};

/** A tree after one change of the editor's; a change without a range is the whole new text. */
export function applyChange(tree: Tree, change: Change): Tree {
  if (!change.range) return parse(sourceOf(change.text));
  const { source, change: lines } = replaceRange(tree.source, change.range, change.text);
  return reparse(tree, source, lines);
}
