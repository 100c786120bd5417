import { longestAt, type Unit, type Vocabulary } from '../form/vocabulary';
import { readChineseNumeral } from '../text/number';
import type { QuantityToken, Token } from './tokens';

/** Numbers of more digits name things. */
const mostDigits = 12;
/** What a figure is taken times by, as powers of ten. */
export const multipliers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 千: 3, 百: 2 };
export const numerals = '〇零一二两三四五六七八九十百千万';
/** Before these a numeral is part of a word or counts an order: 第五条, 每一件, 统一. */
const beforeNoNumber = '第每这那任某同统唯专单万之进逐星周同初十';

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a character may stand in a Chinese numeral. */
export function isNumeral(character: string): boolean {
  return character !== '' && numerals.includes(character);
}

/** Reads what begins with a digit: a quantity, a year, a percentage; or text, where it is none of them. */
export function readFigure(text: string, at: number, vocabulary: Vocabulary): Token {
  let end = at;
  let digits = '';
  while (isDigit(text.charCodeAt(end))) digits += text[end++];
  // Thousands: a comma and just three digits, again and again.
  while (
    digits.length <= mostDigits &&
    text[end] === ',' &&
    isThousand(text, end + 1) &&
    (digits.length <= 3 || text.lastIndexOf(',', end - 1) >= at)
  ) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  let fraction = '';
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    let last = end + 1;
    while (isDigit(text.charCodeAt(last))) fraction += text[last++];
    end = last;
  }
  const isName = digits.length + fraction.length > mostDigits || isPartOfName(text, at, end);
  if (isName) return { kind: 'text', start: at, end };
  if (fraction === '' && digits.length === 4 && text[end] === '年') {
    const value = Number(digits);
    if (value >= 1990 && value < 2100)
      return { kind: 'year', value, start: at, end: text[end + 1] === '度' ? end + 2 : end + 1 };
  }
  const figure = {
    value: Number(fraction === '' ? digits : `${digits}.${fraction}`),
    decimals: fraction.length,
  };
  return withUnit(text, at, end, figure, false, vocabulary) ?? { kind: 'text', start: at, end };
}

function isThousand(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

/** Telephone numbers, document numbers, articles, versions: digits beside letters, dashes or square brackets. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  return (
    '第〔[-—–~～/.·_No#№'.includes(before || ' ') ||
    /[A-Za-z]/u.test(before) ||
    /[-—–~～/·〕\]A-Za-z_:]/u.test(after)
  );
}

/** Reads a Chinese numeral with a unit behind it; null where there is none. */
export function readNumeral(text: string, at: number, vocabulary: Vocabulary): Token | null {
  const before = text[at - 1] || ' ';
  if (beforeNoNumber.includes(before) || isNumeral(before)) return null;
  let end = at;
  while (end - at < mostDigits && isNumeral(text[end] ?? '')) end++;
  const value = readChineseNumeral(text.slice(at, end));
  if (value === null) return null;
  const quantity = withUnit(text, at, end, { value, decimals: 0 }, true, vocabulary);
  // 一件, 一项 say «a»; in lists of points one is no list.
  return quantity && value > 1 ? quantity : null;
}

interface Figure {
  readonly value: number;
  readonly decimals: number;
}

function withUnit(
  text: string,
  start: number,
  figureEnd: number,
  figure: Figure,
  isSpelled: boolean,
  vocabulary: Vocabulary,
): QuantityToken | null {
  let end = figureEnd;
  let { value, decimals } = figure;
  let isApproximate = vocabulary.approximateBefore.some((word) => text.endsWith(word, start));
  const approximation = (): void => {
    const word = vocabulary.approximateAfter.find((one) => text.startsWith(one, end));
    if (word === undefined) return;
    isApproximate = true;
    end += word.length;
  };
  if (text[end] === '%') {
    end++;
    const percentEnd = end;
    approximation();
    return quantity(percentEnd - 1, { text: '%', kind: 'none', factor: 1 }, 'percent');
  }
  approximation();
  let unit = longestAt(vocabulary.units, text, end);
  let shownEnd = figureEnd;
  const places = unit?.kind === 'money' ? undefined : multipliers[text[end] ?? ''];
  if (places !== undefined && !isSpelled) {
    end++;
    shownEnd = end;
    value = Number(`${value}e${places}`);
    decimals -= places;
    approximation();
    unit = longestAt(vocabulary.units, text, end);
  }
  if (!unit) return null;
  end += unit.text.length;
  if (unit.kind === 'none') return null;
  approximation();
  return quantity(shownEnd, unit, unit.kind);

  function quantity(shown: number, own: Unit, unitKind: QuantityToken['unitKind']): QuantityToken {
    const inUnit = own.kind === 'money' ? Number((value * own.factor).toPrecision(12)) : value;
    const shift = own.kind === 'money' ? Math.round(-Math.log10(own.factor)) : 0;
    return {
      kind: 'quantity',
      start,
      end,
      value: inUnit,
      decimals: decimals + shift,
      unit: own.text,
      unitKind,
      isApproximate,
      isSpelled,
      figureEnd: shown,
    };
  }
}
