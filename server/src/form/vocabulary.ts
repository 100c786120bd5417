import { LongestWord } from '../text/longest-word';
import { Memo } from '../text/memo';
import { type Sense, Senses } from './senses';

/** The words by which running text speaks of numbers, as `server/forms/vocabulary.json` has them. */
export interface VocabularyDefinition {
  readonly variants: string;
  readonly units: {
    readonly case: readonly string[];
    readonly count: readonly string[];
    readonly list: readonly string[];
    readonly money: Readonly<Record<string, number>>;
    readonly none: readonly string[];
  };
  readonly approximate: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly organizationEndings: readonly string[];
}

/** What a unit counts. `none`: nothing that is stated of a report (a time, a place). */
export type UnitKind = 'case' | 'count' | 'list' | 'money' | 'none';

export interface Word {
  readonly text: string;
  readonly sense: Sense;
  /** Its one sense, as a set. */
  readonly senses: Senses;
}

export interface Unit {
  readonly text: string;
  readonly kind: UnitKind;
  /** How many 万元 one of it is; 1 where it is no money. */
  readonly factor: number;
}

/** The vocabulary ready for reading. */
export interface Vocabulary {
  /** The words of each sense. */
  readonly texts: ReadonlyMap<Sense, readonly string[]>;
  readonly words: LongestWord<Word>;
  readonly units: LongestWord<Unit>;
  readonly allUnits: readonly Unit[];
  /** Character codes of variants to those they are read as. */
  readonly variants: ReadonlyMap<number, number>;
  readonly approximateBefore: readonly string[];
  readonly approximateAfter: readonly string[];
  readonly organizationEndings: readonly string[];
  readonly memo: Memo;
}

/** Sorts a vocabulary for reading. Throws where a word has two senses. */
export function indexVocabulary(definition: VocabularyDefinition): Vocabulary {
  const words = new Map<string, Word>();
  for (const [sense, texts] of Object.entries(definition.words)) {
    const senses = Senses.of(sense);
    for (const text of texts) {
      const other = words.get(text);
      if (other) throw new Error(`the word ${text} is both ${other.sense} and ${sense}`);
      words.set(text, { text, sense, senses });
    }
  }
  const { units: written } = definition;
  const units: Unit[] = Object.entries(written.money).map(([text, factor]) => ({
    text,
    kind: 'money',
    factor,
  }));
  for (const kind of ['case', 'count', 'list', 'none'] as const)
    for (const text of written[kind]) units.push({ text, kind, factor: 1 });
  const variants = new Map<number, number>();
  for (let i = 0; i + 1 < definition.variants.length; i += 2)
    variants.set(definition.variants.charCodeAt(i), definition.variants.charCodeAt(i + 1));
  return {
    texts: new Map(Object.entries(definition.words)),
    words: new LongestWord(words),
    units: new LongestWord(units.map((unit) => [unit.text, unit])),
    allUnits: units,
    variants,
    approximateBefore: definition.approximate.before,
    approximateAfter: definition.approximate.after,
    organizationEndings: definition.organizationEndings,
    memo: new Memo(),
  };
}
