import type { PlacedPassage } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import { digitsOfBothWidths, halfWidth } from '../../text/number';
import { whiteSpace } from '../../text/space';
import { neighbours } from '../cues';
import type { Stretch } from './sentences';

/** The number of a document as written: `国办函〔2020〕109号`, or without a year an order's `国务院令第711号`. */
export interface DocumentNumber extends Stretch {
  /** The characters before the year or the number; may begin with words that are not its own. */
  readonly prefix: string;
  /** Null in an order's. */
  readonly year: number | null;
  readonly number: number;
  /** The brackets around the year, as far as they are there; empty in an order's. */
  readonly brackets: string;
  /** The year with its brackets, where both are there. */
  readonly bracketed: Stretch;
  /** What stands behind the number: `号`, `条`, nothing. */
  readonly unit: string;
  /** What stands before it in the text, but not far. */
  readonly before: string;
  /** What stands behind it, as short. */
  readonly after: string;
}

const ofYear =
  /([\u4e00-\u9fff]{2,14})\s{0,2}([〔[［(（【〈《「〖{])\s{0,2}((?:19|20)\d{2})\s{0,2}年?\s{0,2}([〕\]］)）】〉》」〗}])\s{0,2}第?\s{0,2}(\d{1,5})\s{0,2}([号號])?/gu;
/** One bracket or both are lost: `〔202130号`, `2021年30号`. */
const ofDamagedYear =
  /([\u4e00-\u9fff]{2,14})\s{0,2}(?:([〔[［(（【])\s{0,2})?((?:19|20)\d{2})\s{0,2}年?\s{0,2}([〕\]］)）】])?\s{0,2}第?\s{0,2}(\d{1,3})\s{0,2}(号)/gu;
const ofOrder = /(国务院令|国令)\s{0,2}[（(]?\s{0,2}第?\s{0,2}(\d{2,4})\s{0,2}(号|条|令|项)?/gu;
/** Every number has a year behind a bracket, or ends as one does, or is an order's. */
export const anyDocumentNumber =
  neighbours('〔[［(（【〈《「〖{', `12１２${whiteSpace}`) |
  neighbours(`${digitsOfBothWidths}${whiteSpace}院国`, '号令');
const longestBefore = 60;
const key = {};

/** The numbers of documents that a passage cites. Kept with its block. */
export function documentNumbersIn({ block, passage: { text } }: PlacedPassage): readonly DocumentNumber[] {
  // Most passages cite none.
  return text.includes('号') || text.includes('令') || text.includes('〔')
    ? block.memo.get(key, () => readNumbers(halfWidth(text)))
    : [];
}

/** A number as the form has it. Throws where it is none: forms are checked against a schema. */
export function documentNumber(text: string): DocumentNumber {
  const [number] = readNumbers(text);
  if (!number) throw new Error(`no number of a document: ${text}`);
  return number;
}

function readNumbers(text: string): DocumentNumber[] {
  const around = (from: number, to: number): Pick<DocumentNumber, 'before' | 'after'> => ({
    before: text.slice(Math.max(0, from - longestBefore), from),
    after: text.slice(to, to + longestBefore),
  });
  const read = (match: RegExpExecArray): DocumentNumber => {
    const [whole, prefix = '', open = '', year, close = '', number, written = ''] = match;
    const from = match.index;
    return {
      from,
      to: from + whole.length,
      prefix,
      year: Number(year),
      number: Number(number),
      brackets: open + close,
      bracketed: { from: from + whole.indexOf(open), to: from + whole.indexOf(close) + 1 },
      // A page converted to another script has it in some places and not in others.
      unit: written === '號' ? '号' : written,
      ...around(from, from + whole.length),
    };
  };
  const dated = [...matchesOf(text, ofYear)].map(read);
  const damaged = [...matchesOf(text, ofDamagedYear)].map(read).filter(({ brackets }) => brackets.length < 2);
  const orders = [...matchesOf(text, ofOrder)].map((match): DocumentNumber => {
    const [whole, prefix = '', number, unit = ''] = match;
    const from = match.index;
    const to = from + whole.length;
    const bracketed = { from, to: from };
    return {
      ...{ from, to, prefix, unit, bracketed },
      year: null,
      number: Number(number),
      brackets: '',
      ...around(from, to),
    };
  });
  return [...dated, ...damaged, ...orders].sort((a, b) => a.from - b.from);
}
