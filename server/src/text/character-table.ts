/*
 * Tables by character. Ideographs are strewn over thousands of codes: in a table by code each of them stands in another
 * corner of the memory, and to fetch it takes longer than all that is done with it. So every character that any table
 * knows has an index of its own, the same in all tables, and tables go by that: they are small enough to stay at hand.
 */

/** By its code the index of a character; 0 for those that no table knows. */
export const characterIndex = new Uint16Array(0x10000);

/** The length of every table: no more characters are known. */
export const mostCharacters = 0x1000;
let known = 0;

/** The index of a character, given to it when a table first names it. */
export function indexOfCharacter(code: number): number {
  if (characterIndex[code] === 0) {
    known++;
    if (known === mostCharacters) throw new Error(`tables know more than ${mostCharacters} characters`);
    characterIndex[code] = known;
  }
  return characterIndex[code] as number;
}

/** A sort of characters and its bit. */
export type CharacterSort = readonly [characters: Iterable<string>, bit: number];

/** For every character the bits of its sorts. */
export class CharacterTable {
  readonly #bits = new Int32Array(mostCharacters);

  /** Of longer texts the first character counts. */
  constructor(sorts: readonly CharacterSort[]) {
    for (const [characters, bit] of sorts)
      for (const character of characters) this.add(character.charCodeAt(0), bit);
  }

  /** Gives a character more bits; only while the table is made. */
  add(code: number, bits: number): void {
    this.set(code, this.of(code) | bits);
  }

  /** Gives a character other bits; only while the table is made. */
  set(code: number, bits: number): void {
    this.#bits[indexOfCharacter(code)] = bits;
  }

  /** The bits of a character by its code. */
  of(code: number): number {
    return this.#bits[characterIndex[code] as number] as number;
  }

  /** The bits of the character at a place of a text; the place must lie in it. */
  at(text: string, at: number): number {
    return this.of(text.charCodeAt(at));
  }
}
