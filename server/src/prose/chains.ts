import type { Form } from '../form/indexed-form';
import type { Sense } from '../form/vocabulary';
import type { Block } from '../syntax/block';
import { type Passage, passageOf } from '../syntax/passage';
import type { Reading } from './fact';
import { topicOfHeading } from './heading-topic';
import { readProse } from './read';

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
const openEnd = /[，,、：:；;]$/u;

/**
 * Reads running text, given as its blocks in the order of the draft. Blocks between which a sentence runs on are read
 * as one. What is read is kept with the blocks: the same blocks below the same heading give the same reading.
 */
export function readBlocks(placed: readonly PlacedBlock[], form: Form): PlacedReading[] {
  const readings: PlacedReading[] = [];
  let lead: Sense | null = null;
  for (let i = 0; i < placed.length; ) {
    const { block, line } = placed[i] as PlacedBlock;
    let end = i + 1;
    while (end < placed.length && end - i < longestChain && runsOn(placed, end)) end++;
    const chain = placed.slice(i, end);
    const reading = keptReading(chain, form, lead);
    if (reading.facts.length > 0 || reading.pointCounts.length > 0) readings.push({ reading, line });
    if (block.kind === 'heading') lead = topicOfHeading(block, form);
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
  if (sentenceEnd.test(text.slice(-4))) return false;
  if (openEnd.test(text.slice(-1))) return before.kind === 'paragraph' || block.kind === 'heading';
  return block.kind === 'paragraph' && before.kind === 'paragraph' && endsFull(before);
}

function endsFull({ lines }: Block): boolean {
  const last = lines.at(-1)?.text.trim().length ?? 0;
  const longest = Math.max(...lines.slice(-20).map(({ text }) => text.trim().length));
  return last >= shortestFullLine && last >= longest * fullLine;
}

interface Kept {
  readonly blocks: readonly Block[];
  readonly reading: Reading;
}
/** A block rarely begins chains of more than one length; old texts' results go with the oldest. */
const mostKept = 2;

function keptReading(chain: readonly PlacedBlock[], form: Form, lead: Sense | null): Reading {
  const [first] = chain as readonly [PlacedBlock, ...PlacedBlock[]];
  // The form's own statements tell apart the forms and the headings that a reading was made for.
  const key = (lead === null ? undefined : form.statements.get(lead)) ?? form.statements;
  const kept = first.block.memo.get(key, (): Kept[] => []);
  const same = kept.find(
    ({ blocks }) => blocks.length === chain.length && blocks.every((block, i) => block === chain[i]?.block),
  );
  if (same) return same.reading;
  const parts = chain.map(({ block, line }) => ({
    passage: passageOf(block) as Passage,
    line: line - first.line,
  }));
  const reading = readProse(parts, form, lead);
  kept.unshift({ blocks: chain.map(({ block }) => block), reading });
  kept.length = Math.min(kept.length, mostKept);
  return reading;
}
