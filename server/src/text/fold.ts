/**
 * Folding for comparing labels: full width to half, compatibility forms to their plain ones, lower case,
 * and everything dropped that is not a letter, a digit or an ideograph (spaces, brackets, quotes, marks).
 * `（七） 总计` and `(七)总计` fold to the same `七总计`.
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Plain ideographs make up nearly all labels.
    if (code >= 0x4e00 && code <= 0x9fff) folded += text[i];
    else if (code < 0x80) folded += foldAscii(code);
    else if (code >= 0xff01 && code <= 0xff5e) folded += foldAscii(code - 0xfee0);
    else if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length)
      folded += foldOther(text.slice(i, ++i + 1));
    else folded += foldOther(text[i] as string);
  }
  return folded;
}

function foldAscii(code: number): string {
  if ((code >= 48 && code <= 57) || (code >= 97 && code <= 122)) return String.fromCharCode(code);
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  return '';
}

const letterOrNumber = /[\p{L}\p{N}]/u;

function foldOther(character: string): string {
  // Compatibility forms: Kangxi radicals out of PDF fonts (⼀), enclosed numbers (㈠ folds to 一, ① to 1).
  let folded = '';
  for (const plain of character.normalize('NFKC'))
    if (letterOrNumber.test(plain)) folded += plain.toLowerCase();
  return folded;
}

/**
 * How alike two folded labels are, from 0 to 1: 1 less the edits needed, by the pattern's length.
 * What stands in `text` before the best place for the pattern costs nothing, for a label is often
 * preceded by pieces of the heading beside it. Quadratic in the lengths; both are cut at 80.
 */
export function similarityToEnd(pattern: string, text: string): number {
  const p = pattern.slice(0, 80);
  const t = text.slice(-80);
  if (p.length === 0 || t.length === 0) return 0;
  // One row of the edit-distance table at a time; the first row is 0, so a prefix of `text` is free.
  let previous = new Array<number>(t.length + 1).fill(0);
  let current = new Array<number>(t.length + 1).fill(0);
  for (let i = 1; i <= p.length; i++) {
    current[0] = i;
    for (let j = 1; j <= t.length; j++) {
      const change = (previous[j - 1] as number) + (p[i - 1] === t[j - 1] ? 0 : 1);
      current[j] = Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
    }
    [previous, current] = [current, previous];
  }
  return Math.max(0, 1 - (previous[t.length] as number) / p.length);
}

/** How alike two folded titles are as wholes, from 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || longer > 80) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  let current = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
    }
    [previous, current] = [current, previous];
  }
  return 1 - (previous[b.length] as number) / longer;
}

/**
 * How many characters of a written label are not the expected one's, where both are of one length; 1 where one
 * was left out or put in; infinite where more than that would have to be guessed.
 */
export function differences(expected: string, written: string): number {
  if (Math.abs(expected.length - written.length) > 1) return Number.POSITIVE_INFINITY;
  if (expected.length === written.length)
    return [...expected].filter((character, i) => character !== written[i]).length;
  const [longer, shorter] = expected.length > written.length ? [expected, written] : [written, expected];
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at) ? 1 : Number.POSITIVE_INFINITY;
}
