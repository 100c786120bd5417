import { characterIndex, indexOfCharacter, mostCharacters } from './character-table';

/** No index holds more: a node and a character together make a whole number of 32 bits. */
const mostNodes = 0x7fff;

/** Finds the longest of many words that stands at a place of a text: one step a character, however many words. */
export class LongestWord<T> {
  /** The steps known, by node and character; looked for from a slot of their own on. */
  readonly #steps: Int32Array;
  readonly #targets: Uint16Array;
  readonly #mask: number;
  /** What the word that ends in a node stands for. */
  readonly #entries: (T | null)[] = [null];
  /** The node that the first character of a word leads to; 0 where no word begins with it. */
  readonly #beginnings = new Uint16Array(mostCharacters);

  /** Of two entries with the same word the first counts. */
  constructor(entries: Iterable<readonly [word: string, entry: T]>) {
    const all = [...entries];
    const characters = all.reduce((sum, [word]) => sum + word.length, 0);
    const size = 2 ** Math.ceil(Math.log2(2 * characters + 2));
    this.#steps = new Int32Array(size);
    this.#targets = new Uint16Array(size);
    this.#mask = size - 1;
    for (const [word, entry] of all) this.#add(word, entry);
  }

  /** What the longest word at a place stands for; null where there is none. */
  at(text: string, at: number): T | null {
    if (at >= text.length) return null;
    let node = this.#beginnings[characterIndex[text.charCodeAt(at)] as number] as number;
    let found: T | null = null;
    for (let next = at + 1; node !== 0; next++) {
      found = this.#entries[node] ?? found;
      if (next >= text.length) break;
      const step = (node << 16) | text.charCodeAt(next);
      node = this.#targets[this.#slotOf(step)] as number;
    }
    return found;
  }

  #add(word: string, entry: T): void {
    const first = indexOfCharacter(word.charCodeAt(0));
    let node = this.#beginnings[first] as number;
    if (node === 0) {
      node = this.#newNode();
      this.#beginnings[first] = node;
    }
    for (let i = 1; i < word.length; i++) {
      const step = (node << 16) | word.charCodeAt(i);
      const slot = this.#slotOf(step);
      if (this.#targets[slot] === 0) {
        this.#steps[slot] = step;
        this.#targets[slot] = this.#newNode();
      }
      node = this.#targets[slot] as number;
    }
    this.#entries[node] ??= entry;
  }

  #newNode(): number {
    if (this.#entries.length > mostNodes) throw new Error(`more than ${mostNodes} beginnings of words`);
    return this.#entries.push(null) - 1;
  }

  /** Where a step stands, or the free slot where it would. */
  #slotOf(step: number): number {
    let slot = (Math.imul(step, 0x9e3779b1) >>> 12) & this.#mask;
    while (this.#targets[slot] !== 0 && this.#steps[slot] !== step) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
