import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import type { Form } from '../form/indexed-form';
import type { NeighbouringReport } from '../report/surroundings';
import { type Analysis, analyse } from '../service/analysis';
import type { Profile } from '../service/profile';
import { parse, reparse, type Tree } from '../syntax/tree';
import type { Range } from '../text/range';
import { replaceRange, sourceOf } from '../text/source';

/** An open document in one version: its tree, and what is known of it, found out at first need. */
export class Draft {
  private known: Known | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly tree: Tree,
    /** What was written last, in this version; null where it was opened so, or much was changed at once. */
    readonly editedLast: Range | null = null,
  ) {}

  /** Found out once for each profile, and each list of reports that lie beside it, in turn. */
  analysis(
    forms: readonly Form[],
    profile: Profile,
    neighbours: readonly NeighbouringReport[] = [],
  ): Analysis {
    if (this.known?.profile !== profile || this.known.neighbours !== neighbours) {
      const { tree, editedLast } = this;
      this.known = {
        profile,
        neighbours,
        analysis: analyse(tree, forms, profile, { editedLast, neighbours }),
      };
    }
    return this.known.analysis;
  }
}

interface Known {
  readonly profile: Profile;
  readonly neighbours: readonly NeighbouringReport[];
  readonly analysis: Analysis;
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
    new Draft(
      draft.uri,
      draft.languageId,
      version,
      (changes as Change[]).reduce(applyChange, draft.tree),
      writtenBy(changes as Change[]),
    ),
};

/** What one change wrote; null where there were several at once, or the whole text came new. */
function writtenBy([change, ...others]: readonly Change[]): Range | null {
  if (!change?.range || others.length > 0) return null;
  const { start } = change.range;
  const lines = change.text.split(/\r\n|\r|\n/u);
  const last = lines.at(-1) ?? '';
  const character = lines.length > 1 ? last.length : start.character + last.length;
  return { start, end: { line: start.line + lines.length - 1, character } };
}

/** A tree after one change of the editor's; a change without a range is the whole new text. */
export function applyChange(tree: Tree, change: Change): Tree {
  if (!change.range) return parse(sourceOf(change.text));
  const { source, change: lines } = replaceRange(tree.source, change.range, change.text);
  return reparse(tree, source, lines);
}
