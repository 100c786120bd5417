/** A word of an index where it stands in a text. */
export interface FoundWord<T> {
  readonly from: number;
  readonly to: number;
  readonly entry: T;
}

/**
 * Finds many words in one pass over a text: a look at two characters tells most places apart. Words have at least
 * two characters (UTF-16 units); where one begins with another, both are found.
 */
export class WordIndex<T> {
  readonly #byStart = new Map<number, { readonly word: string; readonly entry: T }[]>();
  /** Whether any word begins with a character, by its code. */
  readonly #begins = new Uint8Array(0x10000);

  constructor(entries: Iterable<T>, wordOf: (entry: T) => string) {
    for (const entry of entries) {
      const word = wordOf(entry);
      this.#begins[word.charCodeAt(0)] = 1;
      const start = startOf(word, 0);
      const known = this.#byStart.get(start);
      if (known) known.push({ word, entry });
      else this.#byStart.set(start, [{ word, entry }]);
    }
  }

  /** Every place of every word, in the order of the text. */
  findIn(text: string): FoundWord<T>[] {
    const found: FoundWord<T>[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      if (this.#begins[text.charCodeAt(at)] !== 1) continue;
      for (const { word, entry } of this.#byStart.get(startOf(text, at)) ?? [])
        if (text.startsWith(word, at)) found.push({ from: at, to: at + word.length, entry });
    }
    return found;
  }
}

function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
