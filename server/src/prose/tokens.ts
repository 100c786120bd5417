import { type Sense, Senses } from '../form/senses';
import type { UnitKind, Word } from '../form/vocabulary';

/** What ends or joins phrases. `stop` ends a sentence. */
export type MarkKind = 'comma' | 'list' | 'semicolon' | 'colon' | 'open' | 'close' | 'stop';

/** `text` is no word of the vocabulary; also numbers that count nothing. */
type TokenKind = 'mark' | 'word' | 'text' | 'year' | 'ordinal' | 'quantity';

/** UTF-16 offsets in the reading text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The number of a point in a list: `一是`, `（二）`, `3.`; `value` counts from 1. */
export interface Ordinal extends Stretch {
  readonly style: 'is' | 'bracketed' | 'dotted';
  readonly value: number;
}

/** A number with its unit, or a percentage. */
export interface Quantity extends Stretch {
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

/** A piece of a text. All kinds have the same fields, for they are looked at by the thousand; null where not theirs. */
export interface Token extends Stretch {
  readonly kind: TokenKind;
  readonly sense: Sense | null;
  /** The sense as a set. */
  readonly senses: Senses;
  readonly mark: MarkKind | null;
  readonly year: number | null;
  readonly ordinal: Ordinal | null;
  readonly quantity: Quantity | null;
}

const { none } = Senses;

export function textToken(start: number, end: number): Token {
  return {
    kind: 'text',
    start,
    end,
    sense: null,
    senses: none,
    mark: null,
    year: null,
    ordinal: null,
    quantity: null,
  };
}

export function wordToken({ text, sense, senses }: Word, start: number): Token {
  const end = start + text.length;
  return { kind: 'word', start, end, sense, senses, mark: null, year: null, ordinal: null, quantity: null };
}

export function markToken(mark: MarkKind, start: number): Token {
  const end = start + 1;
  return {
    kind: 'mark',
    start,
    end,
    sense: null,
    senses: none,
    mark,
    year: null,
    ordinal: null,
    quantity: null,
  };
}

export function yearToken(year: number, start: number, end: number): Token {
  return {
    kind: 'year',
    start,
    end,
    sense: null,
    senses: none,
    mark: null,
    year,
    ordinal: null,
    quantity: null,
  };
}

export function ordinalToken(ordinal: Ordinal): Token {
  const { start, end } = ordinal;
  return {
    kind: 'ordinal',
    start,
    end,
    sense: null,
    senses: none,
    mark: null,
    year: null,
    ordinal,
    quantity: null,
  };
}

export function quantityToken(quantity: Quantity): Token {
  const { start, end } = quantity;
  return {
    kind: 'quantity',
    start,
    end,
    sense: null,
    senses: none,
    mark: null,
    year: null,
    ordinal: null,
    quantity,
  };
}
