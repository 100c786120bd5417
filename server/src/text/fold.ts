/**
 * Folding for comparing labels: full width to half, compatibility forms to their plain ones, lower case,
 * and everything dropped that is not a letter, a digit or an ideograph (spaces, brackets, quotes, marks).
 * `（七） 总计` and `(七)总计` fold to the same `七总计`.
 */
export function fold(text: string): string {
  let folded = '';
  // Plain ideographs, digits and small letters make up nearly all labels; runs of them are taken as they are.
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57) || (code >= 97 && code <= 122))
      continue;
    if (run < i) folded += text.slice(run, i);
    if (code < 0x80) folded += foldAscii(code);
    else if (code >= 0xff01 && code <= 0xff5e) folded += foldAscii(code - 0xfee0);
    else if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length)
      folded += foldOther(text.slice(i, ++i + 1));
    else if (!isMark(code)) folded += foldOther(text[i] as string);
    run = i + 1;
  }
  return run === 0 ? text : folded + text.slice(run);
}

/** General and CJK punctuation, which needs no look-up to be dropped. */
function isMark(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3000 && code <= 0x3004) ||
    (code >= 0x3008 && code <= 0x3020)
  );
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
 * preceded by pieces of the heading beside it; 0 also where it is less than `least`, which is found out sooner than
 * how much. Quadratic in the lengths; both are cut at 80.
 */
export function similarityToEnd(pattern: string, text: string, least = 0): number {
  const p = pattern.slice(0, longestCompared);
  const t = text.slice(-longestCompared);
  if (p.length === 0 || t.length === 0) return 0;
  // The first row of the table is 0, so a prefix of `text` is free.
  const mostEdits = Math.floor((1 - least) * p.length + rounding);
  const edits = editDistance(p, t, true, mostEdits);
  return edits > mostEdits ? 0 : Math.max(0, 1 - edits / p.length);
}

/**
 * How alike two folded titles are as wholes, from 0 to 1; 0 also where that is less than `least`, which is found out
 * sooner than how much.
 */
export function similarity(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || longer > longestCompared) return 0;
  const mostEdits = Math.floor((1 - least) * longer + rounding);
  if (Math.abs(a.length - b.length) > mostEdits) return 0;
  // What both begin and end with costs no edit.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const edits = editDistance(a.slice(start, endA), b.slice(start, endB), false, mostEdits);
  return edits > mostEdits ? 0 : 1 - edits / longer;
}

/** No rounding of a fraction may cost an edit. */
const rounding = 1e-6;
const longestCompared = 80;
const rowA = new Int32Array(longestCompared + 1);
const rowB = new Int32Array(longestCompared + 1);

/** Insertions, deletions and changes that make `t` of `p`, both at most `longestCompared` long; or some number above `most`. */
function editDistance(p: string, t: string, isPrefixFree: boolean, most: number): number {
  if (p.length <= mostBits) return editDistanceInBits(p, t, isPrefixFree);
  let previous = rowA;
  let current = rowB;
  for (let j = 0; j <= t.length; j++) previous[j] = isPrefixFree ? 0 : j;
  for (let i = 1; i <= p.length; i++) {
    const code = p.charCodeAt(i - 1);
    current[0] = i;
    let least = i;
    for (let j = 1; j <= t.length; j++) {
      const change = (previous[j - 1] as number) + (code === t.charCodeAt(j - 1) ? 0 : 1);
      const edits = Math.min(change, 1 + (previous[j] as number), 1 + (current[j - 1] as number));
      current[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return least;
    [previous, current] = [current, previous];
  }
  return previous[t.length] as number;
}

/** Patterns of so many characters fit into the bits of one number. */
const mostBits = 32;
/** For every character where in the pattern it stands, as bits; all 0 but while a pattern is compared. */
const placesInPattern = new Int32Array(0x10000);

/** The same for short patterns: all edits up to one character of `t` at once, by where they grow and shrink (Myers 1999). */
function editDistanceInBits(p: string, t: string, isPrefixFree: boolean): number {
  if (p.length === 0) return isPrefixFree ? 0 : t.length;
  for (let i = 0; i < p.length; i++) {
    const code = p.charCodeAt(i);
    placesInPattern[code] = (placesInPattern[code] as number) | (1 << i);
  }
  const last = 1 << (p.length - 1);
  let edits = p.length;
  // From one row of the table to the next the edits are one more, or one less.
  let grows = -1;
  let shrinks = 0;
  for (let j = 0; j < t.length; j++) {
    const same = placesInPattern[t.charCodeAt(j)] as number;
    const vertical = same | shrinks;
    const horizontal = (((same & grows) + grows) ^ grows) | same;
    let more = shrinks | ~(horizontal | grows);
    let fewer = grows & horizontal;
    if ((more & last) !== 0) edits++;
    else if ((fewer & last) !== 0) edits--;
    more = (more << 1) | (isPrefixFree ? 0 : 1);
    fewer <<= 1;
    grows = fewer | ~(vertical | more);
    shrinks = more & vertical;
  }
  for (let i = 0; i < p.length; i++) placesInPattern[p.charCodeAt(i)] = 0;
  return edits;
}

/**
 * How many characters of a written label are not the expected one's, where both are of one length; 1 where one
 * was left out or put in; infinite where more than that would have to be guessed.
 */
export function differences(expected: string, written: string): number {
  if (Math.abs(expected.length - written.length) > 1) return Number.POSITIVE_INFINITY;
  if (expected.length === written.length) {
    let count = 0;
    for (let i = 0; i < expected.length; i++) if (expected.charCodeAt(i) !== written.charCodeAt(i)) count++;
    return count;
  }
  const [longer, shorter] = expected.length > written.length ? [expected, written] : [written, expected];
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at) ? 1 : Number.POSITIVE_INFINITY;
}
