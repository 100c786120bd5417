import type { Form } from '../form/indexed-form';
import type { Sense } from '../form/senses';
import { type Block, type HeadingBlock, isCommon } from '../syntax/block';
import { isFullLine, type Passage, passageOf } from '../syntax/passage';
import { CharacterTable } from '../text/character-table';
import { Memo } from '../text/memo';
import type { Reading } from './fact';
import { topicOfHeading } from './heading-topic';
import { type Prose, readProse } from './read';
import { type Part, RawText } from './reading-text';
import { relevantSentences } from './relevance';

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

const sentenceEnd = /[。！？!?]["”）)]*$/u;
/* What the last character of a block says of the next block, as bits. */
const opensNext = 1;
const endsSentence = 2;
const endings = new CharacterTable([
  ['，,、：:；;', opensNext],
  ['。！？!?', endsSentence],
]);

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
  const ending = text === '' ? 0 : endings.at(text, text.length - 1);
  if (ending === opensNext) return before.kind === 'paragraph' || block.kind === 'heading';
  if (ending === endsSentence || block.kind !== 'paragraph' || before.kind !== 'paragraph') return false;
  return !sentenceEnd.test(text.slice(-4)) && isFullLine(before.lines, before.lines.length - 1);
}

/** A block read as one with `others` behind it; `prose` is null where they cannot state anything. */
interface Chain {
  readonly others: readonly Block[];
  readonly prose: Prose | null;
}

/** A block rarely begins chains of more than one length: the last two are kept, and old texts' results go with the older. */
class KeptChains {
  #newer: Chain | undefined;
  #older: Chain | undefined;

  /** The chain of the blocks from one up to another, where it is kept. */
  find(placed: readonly PlacedBlock[], from: number, to: number): Chain | undefined {
    if (this.#newer && isChainOf(this.#newer, placed, from, to)) return this.#newer;
    return this.#older && isChainOf(this.#older, placed, from, to) ? this.#older : undefined;
  }

  keep(chain: Chain): Chain {
    this.#older = this.#newer;
    this.#newer = chain;
    return chain;
  }
}

const noneKept = (): KeptChains => new KeptChains();

/** The chain of the blocks from one up to another, kept with the first of them. */
function keptChain(placed: readonly PlacedBlock[], from: number, to: number, form: Form): Chain {
  const { block } = placed[from] as PlacedBlock;
  if (isCommon(block)) return chainOf(placed, from, to, form);
  // The form's own statements tell the forms apart.
  const kept = block.memo.get(form.statements, noneKept);
  return kept.find(placed, from, to) ?? kept.keep(chainOf(placed, from, to, form));
}

function chainOf(placed: readonly PlacedBlock[], from: number, to: number, form: Form): Chain {
  const others = to - from === 1 ? noBlocks : placed.slice(from + 1, to).map(({ block }) => block);
  const text = textOf(placed, from, to);
  const sentences = relevantSentences(text, form.vocabulary);
  // Most blocks state nothing, and nothing more is made of them.
  if (sentences.length === 0) return { others, prose: null };
  const raw = new RawText(text, partsOf(placed.slice(from, to)));
  return { others, prose: { raw, sentences, memo: new Memo() } };
}

const noBlocks: readonly Block[] = [];

/** The text of the blocks from one up to another. */
function textOf(placed: readonly PlacedBlock[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += passageOf((placed[i] as PlacedBlock).block)?.text ?? '';
  return text;
}

/** Blocks as parts of a raw text: their lines count from the first one's. */
function partsOf(placed: readonly PlacedBlock[]): readonly Part[] {
  const start = placed[0]?.line ?? 0;
  return placed.map(({ block, line }) => ({ passage: passageOf(block) as Passage, line: line - start }));
}

function isChainOf({ others }: Chain, placed: readonly PlacedBlock[], from: number, to: number): boolean {
  if (others.length !== to - from - 1) return false;
  for (let i = 0; i < others.length; i++) if (others[i] !== placed[from + 1 + i]?.block) return false;
  return true;
}

function readingOf(prose: Prose, form: Form, lead: Sense | null): Reading {
  // So do its statements on a topic the headings that a reading was made for.
  const key = (lead === null ? undefined : form.statements.get(lead)) ?? form.statements;
  return prose.memo.get(key, () => readProse(prose, form, lead));
}
