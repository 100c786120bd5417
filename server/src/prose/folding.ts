import type { Vocabulary } from '../form/vocabulary';

const foldingKey = {};

/**
 * For every character the one it is read as: full-width signs as half-width ones, variants of characters as the usual
 * ones; 0 for spaces. Kept with the vocabulary.
 */
export function foldingOf(vocabulary: Vocabulary): Uint16Array {
  return vocabulary.memo.get(foldingKey, () => {
    const folding = new Uint16Array(0x10000);
    for (let code = 0; code < folding.length; code++)
      folding[code] = isSpace(code) ? 0 : code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    for (const [variant, usual] of vocabulary.variants) folding[variant] = usual;
    return folding;
  });
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)
  );
}
