import { CharacterTable } from './character-table';
import { whiteSpace } from './space';

/**
 * Reading one value out of the text of a cell.
 * `number`: a figure, with where its characters stand in the text and how many decimals it shows.
 * `blank`: nothing but spaces. `notApplicable`: `/`, `—`, `无`. `text`: anything else, also figures that
 * are not surely one number (`00`, `1O`, 18 digits): those are never guessed at.
 */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly decimals: number;
      readonly unit: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'text' };

const BLANK: NumberReading = { kind: 'blank' };
const NOT_APPLICABLE: NumberReading = { kind: 'notApplicable' };
/** What is no value. */
export const TEXT: NumberReading = { kind: 'text' };

/** A figure as most cells hold one, and what it reads as. */
export interface SmallFigure {
  readonly text: string;
  readonly reading: NumberReading;
}

/** The figures that most cells hold: 0 to 999. */
const smallFigures = Array.from({ length: 1000 }, (_, value): SmallFigure => {
  const text = `${value}`;
  return { text, reading: { kind: 'number', value, decimals: 0, unit: '', start: 0, end: text.length } };
});

/** The digits of either width. */
export const digitsOfBothWidths = '0123456789０１２３４５６７８９';

/* The first and the last characters of all values, blanks and marks; most labels are sorted out by them. */
const beginsValue = 1;
const endsValue = 2;
const marksOfValues = `"*_＿\`$/／\\＼—–―－‐−-无〇零一二两三四五六七八九十百千万${digitsOfBothWidths}${whiteSpace}`;
const edgesOfValues = new CharacterTable([
  [`${marksOfValues}+[Nn`, beginsValue],
  [`${marksOfValues})]Aa元件次条项宗起份个①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳†‡＊`, endsValue],
]);
/** Whole numbers of so many digits are exact. */
const mostPlainDigits = 15;
const notApplicable = /^(?:[/／\\＼—–―－\-‐−_＿]{1,4}|无|N\/A)$/iu;
const figure =
  /^([+\-−－]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万(?!元))?\s*(万元|亿元|元|件次|件|条|项|宗|起|份|个)?$/u;
/** A figure with the mark of a footnote behind it, or that is the text of a link. */
const footnote = /^([\d０-９,，.．]+)\s*(?:\[\^?\d{1,2}\]|[①-⑳†‡*＊])$/u;
const link = /^\[([\d０-９,，.．]+)\]\([^()]*\)$/u;
/** Markdown's emphasis, code or formula, or the quotation marks of a spreadsheet, with a unit inside it or behind. */
const emphasis =
  /^(\*{1,3}|_{1,3}|`{1,2}|\${1,2}|")([^*_`$"]*)\1\s*(?:万元|亿元|元|件次|件|条|项|宗|起|份|个)?$/u;

/** Reads the text of one cell. Offsets are UTF-16 units from the start of `text`. */
export function readNumber(text: string): NumberReading {
  if (text === '') return BLANK;
  const small = smallFigureAt(text, 0, text.length);
  if (small) return small.reading;
  const plain = readPlainDigits(text, 0, text.length);
  if (plain >= 0) return { kind: 'number', value: plain, decimals: 0, unit: '', start: 0, end: text.length };
  if (!mayBeValue(text)) return TEXT;
  const leading = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed === '') return BLANK;
  if (trimmed.length > 40) return TEXT;
  const noted = footnote.exec(trimmed) ?? link.exec(trimmed);
  if (noted) {
    const inner = readNumber(noted[1] as string);
    const shift = leading + trimmed.indexOf(noted[1] as string);
    return inner.kind === 'number' ? { ...inner, start: inner.start + shift, end: inner.end + shift } : inner;
  }
  const marked = emphasis.exec(trimmed);
  if (marked) {
    const inner = readNumber(marked[2] as string);
    const shift = leading + (marked[1] as string).length;
    return inner.kind === 'number' ? { ...inner, start: inner.start + shift, end: inner.end + shift } : inner;
  }
  if (notApplicable.test(trimmed)) return NOT_APPLICABLE;
  const match = figure.exec(halfWidth(trimmed));
  if (!match) {
    const chinese = readChineseNumeral(trimmed);
    if (chinese === null) return TEXT;
    return {
      kind: 'number',
      value: chinese,
      decimals: 0,
      unit: '',
      start: leading,
      end: leading + trimmed.length,
    };
  }
  const [, sign, whole = '', fraction = '', tenThousand, unit = ''] = match;
  if (whole.length > 1 && whole.startsWith('0')) return TEXT;
  const digits = whole.replaceAll(',', '');
  if (digits.length + fraction.length > 15) return TEXT;
  let value = Number(fraction === '' ? digits : `${digits}.${fraction}`);
  let decimals = fraction.length;
  if (tenThousand) {
    value =
      Math.round(value * 10 ** decimals) *
      10 ** Math.max(0, 4 - decimals) *
      (decimals > 4 ? 10 ** (4 - decimals) : 1);
    decimals = Math.max(0, decimals - 4);
  }
  if (sign && sign !== '+') value = -value;
  const length =
    (sign ?? '').length + whole.length + (fraction ? fraction.length + 1 : 0) + (tenThousand ?? '').length;
  return { kind: 'number', value, decimals, unit, start: leading, end: leading + length };
}

function mayBeValue(text: string): boolean {
  return (
    (edgesOfValues.at(text, 0) & beginsValue) !== 0 &&
    (edgesOfValues.at(text, text.length - 1) & endsValue) !== 0
  );
}

/** Whether the last character is a digit, in half or full width. */
export function endsInDigit(text: string): boolean {
  return isDigit(text.charCodeAt(text.length - 1));
}

/** Whether a UTF-16 unit is a digit, in half or full width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** The small figure that stands alone between two places of a text; undefined where anything else does. */
export function smallFigureAt(text: string, from: number, to: number): SmallFigure | undefined {
  const value = readPlainDigits(text, from, to);
  return value >= 0 && value < smallFigures.length ? smallFigures[value] : undefined;
}

/** The number that nothing but digits between two places make; -1 where there is anything else, or a 0 too many before. */
function readPlainDigits(text: string, from: number, to: number): number {
  if (to - from > mostPlainDigits || to === from) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || (i > from && value === 0)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const fullWidth = /[０-９．，＋]/u;

/** Full-width digits, signs and separators to their half-width forms; lengths do not change. */
export function halfWidth(text: string): string {
  // To look costs less than to replace nothing.
  if (!fullWidth.test(text)) return text;
  return text.replace(/[０-９．，＋]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Full-width digits alone to their half-width forms: in running text the other marks are what they should be. */
export function halfWidthDigits(text: string): string {
  if (!fullWidthDigit.test(text)) return text;
  return text.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}
const fullWidthDigit = /[０-９]/u;

const digitsOf = new Map([...'〇零一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 1)]));
digitsOf.set('两', 2);
const placesOf = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Reads `五`, `十二`, `一百零三`, `三万二千`; digit by digit `二〇二三`; null where it is not a numeral. */
export function readChineseNumeral(text: string): number | null {
  if (text === '' || text.length > 12) return null;
  if (text.length === 1) return digitsOf.get(text) ?? placesOf.get(text) ?? null;
  const characters = [...text];
  if (characters.length > 1 && characters.every((c) => digitsOf.has(c))) {
    return Number(characters.map((c) => digitsOf.get(c)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of characters) {
    const value = digitsOf.get(c);
    const place = placesOf.get(c);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = null;
    } else if (c === '万') {
      if (section === 0 && digit === null) return null;
      total = (section + (digit ?? 0)) * 10000;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}
