import { characterIndex, indexOfCharacter, mostCharacters } from './character-table';

/** No index holds more beginnings of words: each is a node, and those have 16 bits. */
const mostNodes = 0xffff;

/** A beginning of words while they are gathered: what the word that ends here stands for, and how words go on. */
interface Beginning<T> {
  entry: T | null;
  readonly next: Map<number, Beginning<T>>;
}

/** Finds the longest of many words that stands at a place of a text: one step a character, however many words. */
export class LongestWord<T> {
  /**
   * Where the nodes begin to which a node leads: they stand in a row up to those of the next one, so that all that is
   * looked at for a word lies close together.
   */
  readonly #nexts: Uint16Array;
  /** The character that leads to a node. */
  readonly #characters: Uint16Array;
  /** What the word that ends in a node stands for. */
  readonly #entries: readonly (T | null)[];
  /** The node that the first character of a word leads to, by its index; 0 where no word begins with it. */
  readonly #beginnings = new Uint16Array(mostCharacters);

  /** Of two entries with the same word the first counts. */
  constructor(entries: Iterable<readonly [word: string, entry: T]>) {
    const root: Beginning<T> = { entry: null, next: new Map() };
    for (const [word, entry] of entries) add(word, entry, root);
    const nodes = [root];
    for (const { next } of nodes) nodes.push(...next.values());
    if (nodes.length > mostNodes) throw new Error(`more than ${mostNodes} beginnings of words`);
    this.#entries = nodes.map(({ entry }) => entry);
    this.#nexts = new Uint16Array(nodes.length + 1);
    this.#characters = new Uint16Array(nodes.length);
    let node = 1;
    nodes.forEach(({ next }, i) => {
      this.#nexts[i] = node;
      for (const character of next.keys()) {
        if (i === 0) this.#beginnings[indexOfCharacter(character)] = node;
        this.#characters[node++] = character;
      }
    });
    this.#nexts[nodes.length] = node;
  }

  /** What the longest word at a place stands for; null where there is none. */
  at(text: string, at: number): T | null {
    if (at >= text.length) return null;
    let node = this.#beginnings[characterIndex[text.charCodeAt(at)] as number] as number;
    let found: T | null = null;
    for (let next = at + 1; node !== 0; next++) {
      found = this.#entries[node] ?? found;
      if (next >= text.length) break;
      node = this.#nextOf(node, text.charCodeAt(next));
    }
    return found;
  }

  /** The node that a character leads to from another; 0 where there is none. */
  #nextOf(node: number, character: number): number {
    const end = this.#nexts[node + 1] as number;
    for (let next = this.#nexts[node] as number; next < end; next++)
      if (this.#characters[next] === character) return next;
    return 0;
  }
}

function add<T>(word: string, entry: T, root: Beginning<T>): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const character = word.charCodeAt(i);
    let next = node.next.get(character);
    if (!next) {
      next = { entry: null, next: new Map() };
      node.next.set(character, next);
    }
    node = next;
  }
  node.entry ??= entry;
}
