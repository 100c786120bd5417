import { shippedForms } from '../../server/src/form/load';
import type { PlacedBlock } from '../../server/src/prose/chains';
import { readBlocks } from '../../server/src/prose/chains';
import type { Fact, PartSum, Reading } from '../../server/src/prose/fact';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';

/** What a stretch of running text states, its blocks read as a report's. */
export function proseIn(text: string): Reading {
  const tree = parse(sourceOf(text));
  const placed = tree.blocks.flatMap((block, i): PlacedBlock[] =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [{ block, line: tree.starts[i] as number }] : [],
  );
  const readings = readBlocks(placed, shippedForms()[0] as never).map(({ reading }) => reading);
  return {
    facts: readings.flatMap(({ facts }) => facts),
    sums: readings.flatMap(({ sums }) => sums),
    ratios: readings.flatMap(({ ratios }) => ratios),
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
