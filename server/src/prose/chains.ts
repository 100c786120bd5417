import type { Form } from '../form/indexed-form';
import type { Sense } from '../form/senses';
import { type Block, type HeadingBlock, isCommon } from '../syntax/block';
import { type Passage, passageOf } from '../syntax/passage';
import type { Reading } from './fact';
import { topicOfHeading } from './heading-topic';
import { type Prose, proseOf, readProse } from './read';

/** A block of running text and the line on which it begins. */
export interface PlacedBlock {
  readonly block: Block;
  readonly line: number;
}

/** What was read in one or more blocks that run on into each other; its lines count from `line`. */
export interface PlacedReading {
  readonly reading: Reading;
  readonly line: number;
}

/** A sentence runs on over no more blocks than this. */
const longestChain = 40;
/** No more blank lines than this at the foot of a page. */
const widestGap = 4;
/** A line of so many characters, and so much of its block's longest line, was broken by the width of the page. */
const shortestFullLine = 20;
const fullLine = 0.8;

const sentenceEnd = /[。！？!?]["”）)]*$/u;
const opensNext = '，,、：:；;';

/**
 * Reads running text, given as its blocks in the order of the draft. Blocks between which a sentence runs on are read
 * as one. What is read is kept with the blocks: the same blocks below the same heading give the same reading.
 */
export function readBlocks(placed: readonly PlacedBlock[], form: Form): PlacedReading[] {
  const readings: PlacedReading[] = [];
  let heading: HeadingBlock | null = null;
  for (let i = 0; i < placed.length; ) {
    const { block, line } = placed[i] as PlacedBlock;
    let end = i + 1;
    while (end < placed.length && end - i < longestChain && runsOn(placed, end)) end++;
    const chain = keptChain(placed, i, end, form);
    // Only where something may be stated is it asked what the heading above speaks of.
    if (chain.prose) {
      const reading = readingOf(chain.prose, form, heading && topicOfHeading(heading, form));
      if (reading.facts.length > 0 || reading.pointCounts.length > 0) readings.push({ reading, line });
    }
    if (block.kind === 'heading') heading = block;
    i = end;
  }
  return readings;
}

/** Whether the sentence at the end of the block before `index` goes on in the block there. */
function runsOn(placed: readonly PlacedBlock[], index: number): boolean {
  const { block: before, line: lineBefore } = placed[index - 1] as PlacedBlock;
  const { block, line } = placed[index] as PlacedBlock;
  if (line - lineBefore - before.lines.length > widestGap) return false;
  const isNewPoint = block.kind === 'heading' && block.ordinal !== null && block.ordinal.style !== 'arabic';
  if (isNewPoint || (block.kind === 'heading' && block.level > 0)) return false;
  const text = passageOf(before)?.text ?? '';
  if (text !== '' && opensNext.includes(text.charAt(text.length - 1)))
    return before.kind === 'paragraph' || block.kind === 'heading';
  if (block.kind !== 'paragraph' || before.kind !== 'paragraph') return false;
  return !sentenceEnd.test(text.slice(-4)) && endsFull(before);
}

function endsFull({ lines }: Block): boolean {
  const last = lines.at(-1)?.text.trim().length ?? 0;
  if (last < shortestFullLine) return false;
  return lines.slice(-20).every(({ text }) => last >= text.trim().length * fullLine);
}

/** Blocks read as one; `prose` is null where they cannot state anything. */
interface Chain {
  readonly blocks: readonly Block[];
  readonly prose: Prose | null;
}
/** A block rarely begins chains of more than one length; old texts' results go with the oldest. */
const mostKept = 2;

/** The chain of the blocks from one up to another, kept with the first of them. */
function keptChain(placed: readonly PlacedBlock[], from: number, to: number, form: Form): Chain {
  const { block } = placed[from] as PlacedBlock;
  if (isCommon(block)) return chainOf(placed, from, to, form);
  // The form's own statements tell the forms apart.
  const kept = block.memo.get(form.statements, (): Chain[] => []);
  for (const chain of kept) if (isChainOf(chain, placed, from, to)) return chain;
  const chain = chainOf(placed, from, to, form);
  kept.unshift(chain);
  if (kept.length > mostKept) kept.pop();
  return chain;
}

function chainOf(placed: readonly PlacedBlock[], from: number, to: number, form: Form): Chain {
  const first = placed[from] as PlacedBlock;
  const chained = placed.slice(from, to);
  const parts = chained.map(({ block, line }) => ({
    passage: passageOf(block) as Passage,
    line: line - first.line,
  }));
  return { blocks: chained.map(({ block }) => block), prose: proseOf(parts, form) };
}

function isChainOf({ blocks }: Chain, placed: readonly PlacedBlock[], from: number, to: number): boolean {
  return blocks.length === to - from && blocks.every((block, i) => block === placed[from + i]?.block);
}

function readingOf(prose: Prose, form: Form, lead: Sense | null): Reading {
  // So do its statements on a topic the headings that a reading was made for.
  const key = (lead === null ? undefined : form.statements.get(lead)) ?? form.statements;
  return prose.memo.get(key, () => readProse(prose, form, lead));
}
