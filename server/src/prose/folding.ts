import type { Vocabulary } from '../form/vocabulary';
import { CharacterTable } from '../text/character-table';

const foldingKey = {};
/** What the table has for spaces: as a code of 16 bits it is 0. */
const leftOut = 0x10000;

/**
 * For every character that is not read as it is the one it is read as: full-width signs as half-width ones, variants of
 * characters as the usual ones. Kept with the vocabulary.
 */
export function foldingOf(vocabulary: Vocabulary): CharacterTable {
  return vocabulary.memo.get(foldingKey, () => {
    const folding = new CharacterTable([]);
    for (let code = 0xff01; code <= 0xff5e; code++) folding.add(code, code - 0xfee0);
    for (let code = 0; code <= 0x3000; code++) if (isSpace(code)) folding.add(code, leftOut);
    for (const [variant, usual] of vocabulary.variants) folding.set(variant, usual);
    return folding;
  });
}

/** The character that one is read as; 0 for spaces. */
export function folded(code: number, folding: CharacterTable): number {
  const other = folding.of(code);
  return other === 0 ? code : other & 0xffff;
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)
  );
}
