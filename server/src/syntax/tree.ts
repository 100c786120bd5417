import type { LineChange, Source } from '../text/source';
import { type Block, opensHtmlTable, readBlock } from './block';
import { tagsOfTables } from './html';

/** A draft as blocks. `starts[i]` is the line on which `blocks[i]` begins. */
export interface Tree {
  readonly source: Source;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
}

/** Reads a whole text. Any text gives a tree; it takes time linear in the text. */
export function parse(source: Source): Tree {
  const blocks: Block[] = [];
  const starts: number[] = [];
  for (let line = 0; line < source.lines.length; ) {
    const block = readBlock(source.lines, line);
    blocks.push(block);
    starts.push(line);
    line += block.lines.length;
  }
  return { source, blocks, starts };
}

/**
 * Reads a text again after one replacement. Only the blocks around the changed lines are read; the others
 * are the same objects as in `old`. Equals `parse(source)` for every change.
 */
export function reparse(old: Tree, source: Source, change: LineChange): Tree {
  // The block before the change may now run on into it, for blocks are as long as their kind of line lasts.
  const keep = Math.min(Math.max(0, blockAt(old, change.first) - 1), layoutBefore(old, source, change));
  const shift = change.newEnd - change.oldEnd;
  const blocks = old.blocks.slice(0, keep);
  const starts = old.starts.slice(0, keep);
  let line = old.starts[keep] ?? 0;
  let next = keep;
  while (line < source.lines.length) {
    while (next < old.blocks.length && (old.starts[next] as number) + shift < line) next++;
    // Past the change, a block that begins where an old one did is that old one, and so are all that follow.
    if (line >= change.newEnd && next < old.blocks.length && (old.starts[next] as number) + shift === line) {
      for (; next < old.blocks.length; next++) {
        blocks.push(old.blocks[next] as Block);
        starts.push((old.starts[next] as number) + shift);
      }
      break;
    }
    const block = readBlock(source.lines, line);
    blocks.push(block);
    starts.push(line);
    line += block.lines.length;
  }
  return { source, blocks, starts };
}

/**
 * The index of the block that begins a table that lays out a page, where a change of tags may make it one of data: of those
 * before the change only the nearest table looks so far. Infinite where there is none: mostly no such tag is changed.
 */
function layoutBefore(old: Tree, source: Source, { first, oldEnd, newEnd }: LineChange): number {
  const none = Number.POSITIVE_INFINITY;
  if (tagsOfTables(old.source.lines, first, oldEnd) === tagsOfTables(source.lines, first, newEnd))
    return none;
  for (let at = blockAt(old, first) - 1; at >= 0; at--) {
    const block = old.blocks[at] as Block;
    if (opensHtmlTable(block)) return block.kind === 'table' ? none : at;
  }
  return none;
}

/** The index of the block that holds a line, by bisection. */
export function blockAt(tree: Tree, line: number): number {
  let low = 0;
  let high = tree.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.starts[middle] as number) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
