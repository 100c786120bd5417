/** A sort of characters and its bit. */
export type CharacterSort = readonly [characters: Iterable<string>, bit: number];

/** For every character the bits of its sorts. Of longer texts the first character counts. */
export function characterTable(sorts: readonly CharacterSort[]): Int32Array {
  const table = new Int32Array(0x10000);
  for (const [characters, bit] of sorts) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] as number) | bit;
    }
  }
  return table;
}
