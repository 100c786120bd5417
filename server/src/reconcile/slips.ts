/** How a number may have come to be written for another: the slips of clerks, scanners and spreadsheets. */
export type Slip =
  | 'swapped'
  | 'dropped'
  | 'added'
  | 'tenfold'
  | 'similar'
  | 'changed'
  | 'filled'
  | 'emptied'
  | 'other';

/** How likely each kind of slip is beside the others: ranks explanations, excludes none. */
export const slipWeights: Readonly<Record<Slip, number>> = {
  swapped: 6,
  tenfold: 5,
  dropped: 4,
  added: 4,
  similar: 4,
  changed: 3,
  filled: 2,
  emptied: 2,
  other: 1,
};

/** Digits that scanners take for each other. */
const likeDigits = new Set(['08', '80', '17', '71', '38', '83', '56', '65', '06', '60', '35', '53']);

/** The slip by which `right` was written as `written`; both are shown as they stand in a cell. */
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
  return 'other';
}

function isWithoutOneDigit(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}
