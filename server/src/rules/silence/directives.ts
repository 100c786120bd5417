import type { CheckerComment } from '../../syntax/comment';
import type { Tree } from '../../syntax/tree';
import { nearestOf } from '../../text/nearest';
import { type Range, range } from '../../text/range';

/** Which findings a directive means: from it on, up to it, on its line, on the next line, in the whole file. */
export type DirectiveKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';

/** A code as written in a directive. */
export interface NamedCode {
  readonly code: string;
  readonly range: Range;
  /** Null where there is such a rule; else the code most like it, empty where none is. */
  readonly unknownNear: string | null;
}

/** A comment that silences rules, or lets them speak again. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** Those there are no rules for too. None: every rule is meant. */
  readonly codes: readonly NamedCode[];
  /** Of the comment. */
  readonly range: Range;
  /** What to take away so that it never was: its line, where nothing else stands there. */
  readonly removal: Range;
  /** The line that `disable-line` and `disable-next-line` speak of; -1 for the others. */
  readonly line: number;
}

const written = /^gouji-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)/u;
const word = /[^\s,，、]+/gu;
/** What may be meant as a code; a reason in Chinese, or after `--`, is none. */
const looksLikeCode = /^[a-z]+(?:-[a-z]+)*$/u;

/** The directives of a draft in its order. `codes` are those of all rules there are. */
export function directivesIn(tree: Tree, codes: ReadonlySet<string>): Directive[] {
  const found: Directive[] = [];
  const following = new FollowingLines(tree);
  tree.blocks.forEach((block, i) => {
    for (const comment of block.comments) {
      const directive = readDirective(comment, tree, i, following, codes);
      if (directive) found.push(directive);
    }
  });
  return found;
}

function readDirective(
  comment: CheckerComment,
  tree: Tree,
  block: number,
  following: FollowingLines,
  codes: ReadonlySet<string>,
): Directive | null {
  const match = written.exec(comment.text);
  if (!match) return null;
  const kind = match[1] as DirectiveKind;
  const line = (tree.starts[block] as number) + comment.line;
  const target =
    kind === 'disable-line' ? line : kind === 'disable-next-line' ? following.after(block, comment.line) : -1;
  return {
    kind,
    codes: namedCodes(comment, match[0].length, line, codes),
    range: range(line, comment.start, line, comment.end),
    removal: removalOf(comment, line, tree),
    line: target,
  };
}

function removalOf({ start, end }: CheckerComment, line: number, { source }: Tree): Range {
  const text = source.lines[line]?.text ?? '';
  if (text.slice(end).trim() !== '') return range(line, start, line, end);
  const before = text.slice(0, start).trimEnd().length;
  const isAlone = before === 0 && line + 1 < source.lines.length;
  return isAlone ? range(line, 0, line + 1, 0) : range(line, before, line, text.length);
}

function namedCodes(
  comment: CheckerComment,
  from: number,
  line: number,
  codes: ReadonlySet<string>,
): NamedCode[] {
  const named: NamedCode[] = [];
  for (const { 0: code, index } of comment.text.slice(from).matchAll(word)) {
    const isKnown = codes.has(code);
    // A first word in small letters is meant as a code; so is any further one with a hyphen in it.
    const isMeant = looksLikeCode.test(code) && (named.length === 0 || code.includes('-'));
    if (!isKnown && !isMeant) break;
    const start = comment.textStart + from + index;
    named.push({
      code,
      range: range(line, start, line, start + code.length),
      unknownNear: isKnown ? null : nearestOf(code, codes),
    });
  }
  return named;
}

/** The next line on which something stands besides comments, asked for place by place down the draft. */
class FollowingLines {
  /** Where was searched last, and what was found there: nothing stands between. */
  private from = -1;
  private found = -1;

  constructor(private readonly tree: Tree) {}

  /** -1 where there is none. */
  after(block: number, lineInBlock: number): number {
    const { blocks, starts } = this.tree;
    const line = (starts[block] as number) + lineInBlock;
    if (this.from >= 0 && line >= this.from && (this.found < 0 || line < this.found)) return this.found;
    this.from = line;
    this.found = -1;
    let next = lineInBlock + 1;
    for (let i = block; i < blocks.length && this.found < 0; i++) {
      const lines = blocks[i]?.lines ?? [];
      while (next < lines.length && !lines[next]?.text.trim()) next++;
      if (next < lines.length) this.found = (starts[i] as number) + next;
      next = 0;
    }
    return this.found;
  }
}
