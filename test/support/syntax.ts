import { shippedForms } from '../../server/src/form/load';
import { analyse } from '../../server/src/service/analysis';
import { defaultProfile } from '../../server/src/service/profile';
import { gridOf } from '../../server/src/syntax/block';
import { blockAt, parse, reparse, type Tree } from '../../server/src/syntax/tree';
import { replaceRange, sourceOf, textOf } from '../../server/src/text/source';
import type { Place, Stretch } from './marks';

/** A replacement in a text. */
export interface Edit {
  readonly range: Stretch;
  readonly newText: string;
}

/** A draft that takes edits one after the other: the one place where tests of syntax touch the product. */
export class EditedDraft {
  private tree: Tree;

  constructor(text: string) {
    this.tree = parse(sourceOf(text));
  }

  get text(): string {
    return textOf(this.tree.source);
  }

  /** Number of lines and the length of each, for making edits. */
  get lengths(): readonly number[] {
    return this.tree.source.lines.map((line) => line.text.length);
  }

  /** Applies an edit; returns how many of the blocks before it are the same objects after it. */
  apply({ range, newText }: Edit): { blocksBefore: number; blocksKept: number } {
    const before = this.tree.blocks;
    const { source, change } = replaceRange(this.tree.source, range, newText);
    this.tree = reparse(this.tree, source, change);
    const after = new Set(this.tree.blocks);
    return { blocksBefore: before.length, blocksKept: before.filter((block) => after.has(block)).length };
  }

  /** The tree as plain data, its grids included. */
  get structure(): unknown {
    return structureOf(this.tree);
  }

  /** The findings with all they say. */
  get findings(): unknown {
    return analyse(this.tree, shippedForms(), defaultProfile).findings;
  }

  /** The index of the block a line lies in. */
  blockOf(line: number): number {
    return blockAt(this.tree, line);
  }
}

function structureOf(tree: Tree): unknown {
  return {
    lines: tree.source.lines,
    starts: tree.starts,
    blocks: tree.blocks.map((block) => ({ ...block, grid: gridOf(block) })),
  };
}

/** The tree of a fresh parse, as plain data. */
export function freshStructure(text: string): unknown {
  return structureOf(parse(sourceOf(text)));
}

/** The findings of a fresh parse. */
export function freshFindings(text: string): unknown {
  return analyse(parse(sourceOf(text)), shippedForms(), defaultProfile).findings;
}

/** A block of a text as a test sees it. */
export interface SeenBlock {
  readonly kind: string;
  readonly start: number;
  readonly lines: number;
  readonly level: number;
  readonly ordinal: string;
  readonly title: string;
  /** Where the title stands; null where the block is no heading. */
  readonly titleRange: Stretch | null;
  /** The cells that are not blank, with their places. */
  readonly cells: readonly { readonly text: string; readonly range: Stretch; readonly kind: string }[];
}

/** The blocks of a text. */
export function blocksOf(text: string): SeenBlock[] {
  const tree = parse(sourceOf(text));
  return tree.blocks.map((block, i) => {
    const start = tree.starts[i] ?? -1;
    const at = (line: number, from: number, to: number): Stretch => ({
      start: { line: start + line, character: from },
      end: { line: start + line, character: to },
    });
    const heading = block.kind === 'heading' ? block : null;
    return {
      kind: block.kind === 'table' ? block.layout : block.kind,
      start,
      lines: block.lines.length,
      level: heading?.level ?? 0,
      ordinal: heading?.ordinal ? `${heading.ordinal.style} ${heading.ordinal.value}` : '',
      title: heading?.title ?? '',
      titleRange: heading ? at(0, heading.start, heading.end) : null,
      cells: gridOf(block).rows.flatMap(({ line, cells }) =>
        cells
          .filter((cell) => cell.text !== '')
          .map((cell) => ({
            text: cell.text,
            range: at(line + cell.line, cell.start, cell.end),
            kind: cell.reading.kind,
          })),
      ),
    };
  });
}

/** A text after a plain splice, the oracle of every edit; positions are clamped as LSP has it. */
export function spliced(text: string, { range, newText }: Edit): string {
  const starts = lineStarts(text);
  let from = offsetOf(text, starts, range.start);
  let to = offsetOf(text, starts, range.end);
  if (from > to) [from, to] = [to, from];
  return text.slice(0, from) + newText + text.slice(to);
}

function lineStarts(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/gu)) {
    found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...found, { start, end: text.length }];
}

function offsetOf(text: string, lines: { start: number; end: number }[], { line, character }: Place): number {
  if (line < 0) return 0;
  const at = lines[line];
  return at ? Math.min(at.start + Math.max(0, character), at.end) : text.length;
}
