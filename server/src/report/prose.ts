import type { Form } from '../form/indexed-form';
import { type PlacedReading, readBlocks } from '../prose/chains';
import type { Fact } from '../prose/fact';
import { type Range, range } from '../text/range';
import type { PlacedPassage } from './passages';

/** A fact stated in a report's running text, where it stands in the document. */
export interface PlacedFact {
  readonly fact: Fact;
  readonly range: Range;
}

/** What the running text of a report states, its tables left out. */
export function proseOf(passages: readonly PlacedPassage[], form: Form): PlacedReading[] {
  return readBlocks(passages, form);
}

/** A range of a reading as one of the document. */
export function placedInProse(line: number, { start, end }: Range): Range {
  return range(line + start.line, start.character, line + end.line, end.character);
}

/** A fact of a reading that begins on a line of the document. */
export function placedFact(fact: Fact, line: number): PlacedFact {
  return { fact, range: placedInProse(line, fact.range) };
}

/** All facts of a report, in the order of the draft. */
export function placedFacts(prose: readonly PlacedReading[]): PlacedFact[] {
  return prose.flatMap(({ reading, line }) => reading.facts.map((fact) => placedFact(fact, line)));
}
