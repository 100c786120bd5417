/** A sort of characters and its bit. */
export type CharacterSort = readonly [characters: Iterable<string>, bit: number];

/** For every character the bits of its sorts, by its code. */
export type CharacterTable = Uint8Array | Int32Array;

/** The table of some sorts, as small as it can be, for it is looked at all over. Of longer texts the first character counts. */
export function characterTable(sorts: readonly CharacterSort[]): CharacterTable {
  const fitsBytes = sorts.every(([, bit]) => bit <= 0xff);
  const table = fitsBytes ? new Uint8Array(0x10000) : new Int32Array(0x10000);
  for (const [characters, bit] of sorts) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] as number) | bit;
    }
  }
  return table;
}
