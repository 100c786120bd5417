import type { Block } from '../syntax/block';
import { type Passage, passageOf, rangeInBlock } from '../syntax/passage';
import type { Tree } from '../syntax/tree';
import { type Range, range } from '../text/range';
import type { PlacedTable } from './placed-tables';
import type { BoundSection } from './sections';

/** A passage of a report, outside its tables. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly block: Block;
  /** The document's line on which the passage's block begins. */
  readonly line: number;
  /** The section it stands in; its own heading counts. Null before the first one. */
  readonly section: BoundSection | null;
}

/** Labels with their notes are not longer; most paragraphs are. */
const longestLabel = 40;
const mostLabelLines = 20;

/**
 * The running text of a report in the order of the draft. A block that holds rows of a table is left out whole:
 * what stands among them is no sentence.
 */
export function passagesWithin(
  tree: Tree,
  from: number,
  to: number,
  sections: readonly BoundSection[],
  tables: readonly PlacedTable[],
): PlacedPassage[] {
  const found: PlacedPassage[] = [];
  let next = 0;
  let own: PlacedTable | undefined;
  for (let i = from; i < to; i++) {
    for (; (sections[next]?.block ?? to) <= i; next++) own = tableOf(sections[next] as BoundSection, tables);
    const block = tree.blocks[i] as Block;
    if (block.kind === 'table' || block.kind === 'blank') continue;
    const line = tree.starts[i] as number;
    if (isInTable(line, line + block.lines.length, tables) || (own && isLabel(block, own))) continue;
    const passage = passageOf(block);
    if (passage && passage.text !== '')
      found.push({ passage, block, line, section: sections[next - 1] ?? null });
  }
  return found;
}

function tableOf({ definition }: BoundSection, tables: readonly PlacedTable[]): PlacedTable | undefined {
  return tables.find(({ table }) => table.form.definition.id === definition.table);
}

/**
 * Whether a paragraph is nothing but a label of a table, of the headings over its rows when each cell has a line; or what
 * one begins with, when a cell has several.
 */
function isLabel({ kind, lines }: Block, { table: { form } }: PlacedTable): boolean {
  if (kind !== 'paragraph' || lines.length > mostLabelLines) return false;
  const text = lines.map((line) => line.text.trim()).join('');
  if (text === '' || text.length > longestLabel) return false;
  return (lines.length === 1 && form.labels.find(text).isKnown) || form.labels.begins(text);
}

/** Whether rows of a table stand on the lines `[first, end)`. */
function isInTable(first: number, end: number, tables: readonly PlacedTable[]): boolean {
  for (const { table, line } of tables)
    if (line + table.firstLine < end && line + table.lastLine >= first) return true;
  return false;
}

/** The running text of one section among that of its report. Found by bisection: a compilation has thousands of sections. */
export function passagesOf(section: BoundSection, passages: readonly PlacedPassage[]): PlacedPassage[] {
  const first = section.range.start.line;
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as PlacedPassage).line < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (passages[end]?.section === section) end++;
  return passages.slice(low, end);
}

/** Where a stretch of a passage's text stands in the document. */
export function placedStretch({ passage, line }: PlacedPassage, from: number, to: number): Range {
  const { start, end } = rangeInBlock(passage, from, to);
  return range(line + start.line, start.character, line + end.line, end.character);
}
