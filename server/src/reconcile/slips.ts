/** How numbers may have come to be written for others: the slips of clerks, scanners and spreadsheets. */
export type Slip =
  | 'swapped'
  | 'dropped'
  | 'added'
  | 'tenfold'
  | 'similar'
  | 'changed'
  | 'filled'
  | 'emptied'
  | 'miscounted'
  | 'improper'
  | 'exchanged'
  | 'misplaced'
  | 'shifted'
  | 'other';

/**
 * How likely each slip is, as a logarithm to the base of 10: that a given cell (or pair of neighbours, or row)
 * suffers it, and that it leads to just this number. Ranks explanations, excludes none. The scale was set by the
 * bench: what it calls certain there is right in more than 997 of 1000 tables.
 */
export const slipLikelihoods: Readonly<Record<Slip, number>> = {
  swapped: -3.3,
  tenfold: -3.3,
  dropped: -3.3,
  added: -3.3,
  similar: -3.4,
  changed: -3.6,
  miscounted: -3.9,
  filled: -4.1,
  emptied: -4.6,
  other: -4.9,
  // A number that no such cell can hold is wrong for certain.
  improper: -0.5,
  exchanged: -3.3,
  misplaced: -4.9,
  shifted: -3.5,
};

/** Whether a slip is one that hands, scanners or spreadsheets make, and not just any other number. */
export function isTypical(slip: Slip): boolean {
  return slip !== 'other' && slip !== 'miscounted';
}

/** Whether a slip puts right numbers in wrong places. */
export function isMisplacement(slip: Slip): boolean {
  return slip === 'exchanged' || slip === 'misplaced' || slip === 'shifted';
}

/** Digits that scanners take for each other. */
const likeDigits = new Set(['08', '80', '17', '71', '38', '83', '56', '65', '06', '60', '35', '53']);

/** The slip by which `right` was written as `written`; both as they stand in a cell. */
export function slipBetween(written: number, right: number): Slip {
  if (written === 0) return 'emptied';
  if (right === 0) return 'filled';
  const a = String(written);
  const b = String(right);
  if (written === right * 10 || right === written * 10) return 'tenfold';
  if (a.length === b.length) {
    const different = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
    const [first = 0, second = 0] = different;
    if (different.length === 2 && a[first] === b[second] && a[second] === b[first]) return 'swapped';
    if (different.length === 1) return likeDigits.has(`${a[first]}${b[first]}`) ? 'similar' : 'changed';
    return 'other';
  }
  if (a.length + 1 === b.length && isWithoutOneDigit(a, b)) return 'dropped';
  if (b.length + 1 === a.length && isWithoutOneDigit(b, a)) return 'added';
  // A first digit lost with the zeros behind it: 307 became 7.
  if (a.length < b.length && b.endsWith(a) && /^\d0+$/u.test(b.slice(0, b.length - a.length)))
    return 'dropped';
  return 'other';
}

function isWithoutOneDigit(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}
