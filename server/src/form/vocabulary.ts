import { Memo } from '../text/memo';

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

/** What a word means: a key of `words` in the vocabulary. */
export type Sense = string;

/** What a unit counts. `none`: nothing that is stated of a report (a time, a place). */
export type UnitKind = 'case' | 'count' | 'list' | 'money' | 'none';

export interface Word {
  readonly text: string;
  readonly sense: Sense;
}

export interface Unit {
  readonly text: string;
  readonly kind: UnitKind;
  /** How many 万元 one of it is; 1 where it is no money. */
  readonly factor: number;
}

/** The vocabulary ready for reading: everything by its first two characters, the longest first. */
export interface Vocabulary {
  /** The words of each sense. */
  readonly texts: ReadonlyMap<Sense, readonly string[]>;
  readonly words: ReadonlyMap<number, readonly Word[]>;
  /** The first characters of all words. */
  readonly wordBeginnings: ReadonlySet<number>;
  readonly units: ReadonlyMap<number, readonly Unit[]>;
  /** Character codes of variants to those they are read as. */
  readonly variants: ReadonlyMap<number, number>;
  readonly approximateBefore: readonly string[];
  readonly approximateAfter: readonly string[];
  readonly organizationEndings: readonly string[];
  readonly memo: Memo;
}

/** Sorts a vocabulary for reading. Throws where a word has two senses. */
export function indexVocabulary(definition: VocabularyDefinition): Vocabulary {
  const words: Word[] = [];
  const senses = new Map<string, Sense>();
  for (const [sense, texts] of Object.entries(definition.words)) {
    for (const text of texts) {
      const other = senses.get(text);
      if (other !== undefined) throw new Error(`the word ${text} is both ${other} and ${sense}`);
      senses.set(text, sense);
      words.push({ text, sense });
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
    words: byBeginning(words),
    wordBeginnings: new Set(words.map(({ text }) => text.charCodeAt(0))),
    units: byBeginning(units),
    variants,
    approximateBefore: definition.approximate.before,
    approximateAfter: definition.approximate.after,
    organizationEndings: definition.organizationEndings,
    memo: new Memo(),
  };
}

/** Longer words and units share a list with those of the same first two characters. */
function byBeginning<T extends { readonly text: string }>(all: readonly T[]): Map<number, T[]> {
  const sorted = new Map<number, T[]>();
  for (const one of [...all].sort((a, b) => b.text.length - a.text.length)) {
    const key = one.text.length === 1 ? one.text.charCodeAt(0) : beginningAt(one.text, 0);
    const list = sorted.get(key);
    if (list) list.push(one);
    else sorted.set(key, [one]);
  }
  return sorted;
}

/** The first two characters as one number. */
function beginningAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** The longest of some words or units that stands at a place of a text; undefined where none does. */
export function longestAt<T extends { readonly text: string }>(
  sorted: ReadonlyMap<number, readonly T[]>,
  text: string,
  at: number,
): T | undefined {
  const longer = at + 1 < text.length ? sorted.get(beginningAt(text, at)) : undefined;
  if (longer) for (const one of longer) if (text.startsWith(one.text, at)) return one;
  return sorted.get(text.charCodeAt(at))?.[0];
}
