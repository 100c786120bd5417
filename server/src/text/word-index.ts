/** A word of an index where it stands in a text. */
export interface FoundWord<T> {
  readonly from: number;
  readonly to: number;
  readonly entry: T;
}

interface IndexedWord<T> {
  readonly word: string;
  /** Where in it the two characters stand by which it is looked for. */
  readonly at: number;
  readonly entry: T;
}

/** So many slots for pairs that nearly all of them stay empty, and so few that they are looked at in no time. */
const slots = 0x8000;

/**
 * Finds many words in one pass over a text: a look at two neighbours tells nearly all places apart. Words have at
 * least two characters (UTF-16 units); where one stands within another, both are found.
 */
export class WordIndex<T> {
  /** By slot of the pair by which they are looked for; other pairs share the slot. */
  readonly #words = new Map<number, IndexedWord<T>[]>();
  /** A bit for each slot, 1 where it is not empty: so few bytes that all of them stay at hand. */
  readonly #isUsed = new Int32Array(slots / 32);

  /** Of its neighbours a word is looked for by those that `usual`, text as it mostly is, has least. */
  constructor(entries: Iterable<T>, wordOf: (entry: T) => string, usual = '') {
    const counts = countsIn(usual);
    for (const entry of entries) {
      const word = wordOf(entry);
      const at = rarestPair(word, counts);
      const slot = slotOf(word.charCodeAt(at), word.charCodeAt(at + 1));
      const sharing = this.#words.get(slot);
      if (sharing) sharing.push({ word, at, entry });
      else this.#words.set(slot, [{ word, at, entry }]);
      this.#isUsed[slot >> 5] = (this.#isUsed[slot >> 5] as number) | (1 << (slot & 31));
    }
  }

  /** Every place of every word, in the order of the text. */
  findIn(text: string): FoundWord<T>[] {
    const found: FoundWord<T>[] = [];
    const isUsed = this.#isUsed;
    let first = text.charCodeAt(0);
    for (let next = 1; next < text.length; next++) {
      const second = text.charCodeAt(next);
      const slot = slotOf(first, second);
      if ((((isUsed[slot >> 5] as number) >> (slot & 31)) & 1) === 1)
        this.#takeAt(text, next - 1, slot, found);
      first = second;
    }
    return found.length > 1 ? found.sort((a, b) => a.from - b.from) : found;
  }

  /** Takes the words whose pair stands at a place. */
  #takeAt(text: string, place: number, slot: number, found: FoundWord<T>[]): void {
    for (const { word, at, entry } of this.#words.get(slot) ?? []) {
      const from = place - at;
      if (standsAt(word, text, from)) found.push({ from, to: from + word.length, entry });
    }
  }
}

/** As `startsWith` has it, which takes many times longer where the first character tells. */
function standsAt(word: string, text: string, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false;
  return true;
}

function slotOf(first: number, second: number): number {
  return (first * 257 + second) & (slots - 1);
}

/** How often each pair of neighbours stands in a text. */
function countsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/**
 * Where in a word its rarest neighbours stand. Of several as rare those that begin at an odd place: most parts of words
 * have two characters, and what stands across two parts is rarer than a part.
 */
function rarestPair(word: string, counts: ReadonlyMap<string, number>): number {
  const commonness = (at: number): number =>
    (counts.get(word.slice(at, at + 2)) ?? 0) * 2 + (at % 2 === 0 ? 1 : 0);
  let best = 0;
  for (let at = 1; at + 1 < word.length; at++) if (commonness(at) < commonness(best)) best = at;
  return best;
}
