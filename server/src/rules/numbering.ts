import { readChineseNumeral } from '../text/number';
import { numeral } from './names';

/** Numbers in a row that are all off by the same amount: `from` to `to` (exclusive) of the list they stand in. */
export interface Misnumbered {
  readonly from: number;
  readonly to: number;
}

/**
 * Where numbers are not the expected ones. One slip that shifts all that follow is one stretch; null stands for a
 * number that is not there or cannot be read, which is a stretch of its own.
 */
export function misnumbered(
  numbers: readonly (number | null)[],
  expected: readonly number[],
): readonly Misnumbered[] {
  const found: Misnumbered[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const offset = offsetAt(i, numbers, expected);
    if (offset === 0) continue;
    let to = i + 1;
    while (offset !== null && to < numbers.length && offsetAt(to, numbers, expected) === offset) to++;
    found.push({ from: i, to });
    i = to - 1;
  }
  return found;
}

function offsetAt(
  i: number,
  numbers: readonly (number | null)[],
  expected: readonly number[],
): number | null {
  const number = numbers[i] ?? null;
  return number === null ? null : number - (expected[i] as number);
}

const ordinal = /^[第（(]?\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|[）)])?[\s、．.,，:：]*$/u;

/** The number of a written ordinal: `三、`, `（三）`, `3.`, `第三部分`; null where it is none. */
export function ordinalValue(written: string): number | null {
  const digits = (ordinal.exec(written) ?? ordinal.exec(written.normalize('NFKC')))?.[1];
  if (digits === undefined) return null;
  return /\d/u.test(digits) ? Number(digits) : readChineseNumeral(digits);
}

/** An ordinal as another number, in the same writing: `## 一、` to `## 三、`. */
export function reordinal(written: string, from: number, to: number): string {
  if (written.includes(numeral(from))) return written.replace(numeral(from), numeral(to));
  return written.includes(String(from))
    ? written.replace(String(from), String(to))
    : `${written}${numeral(to)}、`;
}
