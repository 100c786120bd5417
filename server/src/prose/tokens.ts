import type { Sense, UnitKind } from '../form/vocabulary';

interface Stretch {
  /** UTF-16 offsets in the reading text. */
  readonly start: number;
  readonly end: number;
}

/** What ends or joins phrases. `stop` ends a sentence. */
export type MarkKind = 'comma' | 'list' | 'semicolon' | 'colon' | 'open' | 'close' | 'stop';

export interface MarkToken extends Stretch {
  readonly kind: 'mark';
  readonly mark: MarkKind;
}

export interface WordToken extends Stretch {
  readonly kind: 'word';
  readonly sense: Sense;
}

/** Text that is no word of the vocabulary; also numbers that count nothing. */
export interface TextToken extends Stretch {
  readonly kind: 'text';
}

export interface YearToken extends Stretch {
  readonly kind: 'year';
  readonly value: number;
}

/** The number of a point in a list: `一是`, `（二）`, `3.`; `value` counts from 1. */
export interface OrdinalToken extends Stretch {
  readonly kind: 'ordinal';
  readonly style: 'is' | 'bracketed' | 'dotted';
  readonly value: number;
}

/** A number with its unit, or a percentage. */
export interface QuantityToken extends Stretch {
  readonly kind: 'quantity';
  /** In the unit written; money in 万元. */
  readonly value: number;
  /** Decimals shown; below 0 where the last places are not stated (3 万: -4). */
  readonly decimals: number;
  readonly unit: string;
  readonly unitKind: UnitKind | 'percent';
  /** 余, 约, 近: no exact number. */
  readonly isApproximate: boolean;
  /** Written in Chinese numerals. */
  readonly isSpelled: boolean;
  /** The end of the figure, without the unit. */
  readonly figureEnd: number;
}

export type Token = MarkToken | WordToken | TextToken | YearToken | OrdinalToken | QuantityToken;
