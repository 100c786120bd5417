import { shippedForms } from '../../server/src/form/load';
import type { PlacedBlock, PlacedReading } from '../../server/src/prose/chains';
import { readBlocks } from '../../server/src/prose/chains';
import type { Fact, PartSum, Reading } from '../../server/src/prose/fact';
import { placedInProse } from '../../server/src/report/prose';
import { parse } from '../../server/src/syntax/tree';
import type { Range } from '../../server/src/text/range';
import { sourceOf } from '../../server/src/text/source';

function readingsOf(text: string): PlacedReading[] {
  const tree = parse(sourceOf(text));
  const placed = tree.blocks.flatMap((block, i): PlacedBlock[] =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [{ block, line: tree.starts[i] as number }] : [],
  );
  return readBlocks(placed, shippedForms()[0] as never);
}

/** The facts of a stretch of running text, with their ranges in it. */
export function placedFactsIn(text: string): { fact: Fact; range: Range }[] {
  return readingsOf(text).flatMap(({ reading, line }) =>
    reading.facts.map((fact) => ({ fact, range: placedInProse(line, fact.range) })),
  );
}

/** What a stretch of running text states, its blocks read as a report's; ranges count from their blocks. */
export function proseIn(text: string): Reading {
  const readings = readingsOf(text).map(({ reading }) => reading);
  return {
    facts: readings.flatMap(({ facts }) => facts),
    sums: readings.flatMap(({ sums }) => sums),
    ratios: readings.flatMap(({ ratios }) => ratios),
    shareSums: readings.flatMap(({ shareSums }) => shareSums),
    pointCounts: readings.flatMap(({ pointCounts }) => pointCounts),
  };
}

/** The cells a fact is taken to speak of, sorted: `requests/new/total`. */
export function cellsOf({ readings }: Fact): string[] {
  return (readings[0] ?? []).map(({ table, key, sign }) => `${sign < 0 ? '-' : ''}${table}/${key}`).sort();
}

/** `22＝1＋12＋9`. */
export function sumText({ total, parts }: PartSum): string {
  return `${total}＝${parts.map((part) => part.value).join('＋')}`;
}

/** Whether a sum is called wrong. */
export function isAlarm({ state }: PartSum): boolean {
  return state === 'exceeds' || state === 'fallsShort';
}
