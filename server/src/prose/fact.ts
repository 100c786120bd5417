import type { Addend } from '../form/indexed-form';
import type { Range } from '../text/range';
import type { Scope } from './items';

/**
 * `count`: so many of something. `zero`: that there was none. `claim`: what is said of all (全部办结, 均维持).
 * `completion`: that with 办结率 100% nothing is left. `change`: so many more or fewer than before. `past`: a
 * number of another year. `share`: a part in percent. `growth`: a change in percent. `rate`: any other percentage.
 * `points`: how many points a list has.
 */
export type FactKind =
  | 'count'
  | 'zero'
  | 'claim'
  | 'completion'
  | 'change'
  | 'past'
  | 'share'
  | 'growth'
  | 'rate'
  | 'points';

/** One number that running text states. Ranges count lines from the first block of its reading. */
export interface Fact {
  readonly kind: FactKind;
  /** The words about the number and the number, without spaces. */
  readonly text: string;
  /** Money in 万元. */
  readonly value: number;
  readonly unit: string;
  /** Decimals shown; below 0 where the last places are not stated. */
  readonly decimals: number;
  readonly isApproximate: boolean;
  /** Written in Chinese numerals. */
  readonly isSpelled: boolean;
  /** Sums of cells that it may mean, the likeliest first; none where it speaks of no cell. */
  readonly readings: readonly (readonly Addend[])[];
  /** The id of the form's statement; null where there are no readings. */
  readonly statement: string | null;
  /** Whether the words leave no doubt about the readings. */
  readonly isSure: boolean;
  /** Two numbers with one name here state the same thing; null where that is not sure. */
  readonly sameAs: string | null;
  readonly scope: Scope;
  /** Who is said to have done it, as written: `荣成市信访局`; empty where nobody is named. */
  readonly subject: string;
  /** The figure alone; of `zero`, `claim` and `completion` the words. */
  readonly range: Range;
}

/** A total and its parts as text lists them. */
export interface PartSum {
  /** The number that is divided; several where they are divided together: 9 件，上年结转 1 件，其中…. */
  readonly totals: readonly Fact[];
  readonly total: number;
  /** The parts that are surely meant, in the order of the text. */
  readonly parts: readonly Fact[];
  /** `unknown`: nothing is claimed that could be wrong, or it cannot be told what is claimed. */
  readonly state: 'holds' | 'exceeds' | 'fallsShort' | 'unknown';
  readonly sum: number;
  /** Whether the words say that the parts are all there are. */
  readonly isClosed: boolean;
  /** The parts are told apart by channels: one thing may have been published in two of them. */
  readonly mayOverlap: boolean;
}

/** A percentage with the numbers it was worked out from. */
export interface Ratio {
  readonly percent: Fact;
  readonly kind: 'share' | 'growth' | 'completion';
  readonly numerator: Fact | null;
  readonly denominator: Fact | null;
  /** In percent, not rounded; null where the numbers are not in the text. */
  readonly expected: number | null;
  /** `cut`: right but for the rounding of the last place. */
  readonly state: 'holds' | 'cut' | 'wrong' | 'unknown';
}

/** Shares of one whole, the last of them that of all the rest, and what they come to in percent. */
export interface ShareSum {
  readonly shares: readonly Fact[];
  readonly sum: number;
  readonly state: 'holds' | 'wrong' | 'unknown';
}

/** A stated number of points and how many were found. */
export interface PointCount {
  readonly stated: Fact;
  readonly found: number;
  readonly state: 'holds' | 'wrong' | 'unknown';
  /** From the first to the last point. */
  readonly range: Range;
}

/** All that was read in one stretch of running text. */
export interface Reading {
  readonly facts: readonly Fact[];
  readonly sums: readonly PartSum[];
  readonly ratios: readonly Ratio[];
  readonly shareSums: readonly ShareSum[];
  readonly pointCounts: readonly PointCount[];
}
