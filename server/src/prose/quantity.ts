import type { Vocabulary } from '../form/vocabulary';
import { CharacterTable } from '../text/character-table';
import { readChineseNumeral } from '../text/number';
import { quantityToken, type Token, textToken, yearToken } from './tokens';

/** Numbers of more digits name things. */
const mostDigits = 12;
/** What a figure is taken times by, as powers of ten. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
  ['千', 3],
  ['百', 2],
]);
export const numerals = '〇零一二两三四五六七八九十百千万';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/* What a character beside a number says, as bits. */
/** Telephone numbers, document numbers, articles, versions: digits beside letters, dashes or square brackets. */
const beforeName = 1;
const afterName = 2;
/** Behind these a numeral is part of a word or counts an order: 第五条, 每一件, 统一. */
const beforeNoNumber = 4;
const isInNumeral = 8;
const multiplies = 16;
const endsApproximation = 32;
const beginsApproximation = 64;

const signsKey = {};

/** For every character what it says beside a number. Kept with the vocabulary. */
function signsOf({ memo, approximateBefore, approximateAfter }: Vocabulary): CharacterTable {
  return memo.get(
    signsKey,
    () =>
      new CharacterTable([
        [`第〔[-—–~～/.·_No#№${letters}`, beforeName],
        [`-—–~～/·〕]_:${letters}`, afterName],
        ['第每这那任某同统唯专单万之进逐星周同初十', beforeNoNumber],
        [numerals, isInNumeral],
        [multipliers.keys(), multiplies],
        [approximateBefore.map((word) => word.slice(-1)), endsApproximation],
        [approximateAfter, beginsApproximation],
      ]),
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The end of the digits that begin at a place. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** The end of the numeral that begins at a place; no more than so many characters are looked at. */
function numeralEnd(text: string, at: number, most: number, signs: CharacterTable): number {
  let end = at;
  while (end - at < most && has(signs, text, end, isInNumeral)) end++;
  return end;
}

function has(signs: CharacterTable, text: string, at: number, bit: number): boolean {
  return at >= 0 && at < text.length && (signs.at(text, at) & bit) !== 0;
}

/** Reads what begins with a digit: a quantity, a year, a percentage; or text, where it is none of them. */
export function readFigure(text: string, at: number, vocabulary: Vocabulary): Token {
  const signs = signsOf(vocabulary);
  let end = digitsEnd(text, at);
  let digits = text.slice(at, end);
  let hasThousands = false;
  // Thousands: a comma and just three digits, again and again.
  while (
    text[end] === ',' &&
    digits.length <= (hasThousands ? mostDigits : 3) &&
    digitsEnd(text, end + 1) === end + 4
  ) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
    hasThousands = true;
  }
  let fraction = '';
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    const last = digitsEnd(text, end + 1);
    fraction = text.slice(end + 1, last);
    end = last;
  }
  const isName =
    digits.length + fraction.length > mostDigits ||
    has(signs, text, at - 1, beforeName) ||
    has(signs, text, end, afterName);
  if (isName) return textToken(at, end);
  const value = Number(fraction === '' ? digits : `${digits}.${fraction}`);
  const mayBeYear = fraction === '' && digits.length === 4 && value >= 1990 && value < 2100;
  if (mayBeYear && text[end] === '年')
    return yearToken(value, at, text[end + 1] === '度' ? end + 2 : end + 1);
  const figure = { start: at, end, value, decimals: fraction.length, isSpelled: false };
  return withUnit(text, figure, signs, vocabulary) ?? textToken(at, end);
}

/** Reads a Chinese numeral with a unit behind it; null where there is none. */
export function readNumeral(text: string, at: number, vocabulary: Vocabulary): Token | null {
  const signs = signsOf(vocabulary);
  if (has(signs, text, at - 1, beforeNoNumber | isInNumeral)) return null;
  const end = numeralEnd(text, at, mostDigits, signs);
  const value = readChineseNumeral(text.slice(at, end));
  // 一件, 一项 say «a»; in lists of points one is no list.
  if (value === null || value <= 1) return null;
  return withUnit(text, { start: at, end, value, decimals: 0, isSpelled: true }, signs, vocabulary);
}

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly isSpelled: boolean;
}

function withUnit(text: string, figure: Figure, signs: CharacterTable, vocabulary: Vocabulary): Token | null {
  const { start, isSpelled } = figure;
  const isNearly =
    has(signs, text, start - 1, endsApproximation) &&
    vocabulary.approximateBefore.some((word) => text.endsWith(word, start));
  let { value, decimals, end: figureEnd } = figure;
  if (text[figureEnd] === '%') {
    const end = behindApproximation(text, figureEnd + 1, signs, vocabulary);
    const isApproximate = isNearly || end > figureEnd + 1;
    const unit = { unit: '%', unitKind: 'percent' } as const;
    return quantityToken({ start, end, value, decimals, ...unit, isApproximate, isSpelled, figureEnd });
  }
  let end = behindApproximation(text, figureEnd, signs, vocabulary);
  let isApproximate = isNearly || end > figureEnd;
  let unit = vocabulary.units.at(text, end);
  if (!isSpelled && unit?.kind !== 'money' && has(signs, text, end, multiplies)) {
    const places = multipliers.get(text.charAt(end)) as number;
    figureEnd = end + 1;
    value = Number(`${value}e${places}`);
    decimals -= places;
    end = behindApproximation(text, figureEnd, signs, vocabulary);
    isApproximate ||= end > figureEnd;
    unit = vocabulary.units.at(text, end);
  }
  if (!unit || unit.kind === 'none') return null;
  const unitEnd = end + unit.text.length;
  end = behindApproximation(text, unitEnd, signs, vocabulary);
  isApproximate ||= end > unitEnd;
  if (unit.kind === 'money') {
    value = Number((value * unit.factor).toPrecision(12));
    decimals += Math.round(-Math.log10(unit.factor));
  }
  const unitText = { unit: unit.text, unitKind: unit.kind };
  return quantityToken({ start, end, value, decimals, ...unitText, isApproximate, isSpelled, figureEnd });
}

/** The place behind a word like 余; the place itself where none stands there. */
function behindApproximation(
  text: string,
  at: number,
  signs: CharacterTable,
  vocabulary: Vocabulary,
): number {
  if (!has(signs, text, at, beginsApproximation)) return at;
  return at + (vocabulary.approximateAfter.find((word) => text.startsWith(word, at))?.length ?? 0);
}
