import type { Vocabulary } from '../form/vocabulary';
import { CharacterTable } from '../text/character-table';
import { readChineseNumeral } from '../text/number';
import { numerals, readFigure, readNumeral } from './quantity';
import {
  type MarkKind,
  markToken,
  type Ordinal,
  ordinalToken,
  type Token,
  textToken,
  wordToken,
} from './tokens';

const marks: ReadonlyMap<number, MarkKind> = new Map<number, MarkKind>(
  Object.entries({
    ',': 'comma',
    '、': 'list',
    ';': 'semicolon',
    ':': 'colon',
    '(': 'open',
    ')': 'close',
    '。': 'stop',
    '!': 'stop',
    '?': 'stop',
    '\n': 'stop',
  } as const).map(([character, kind]) => [character.charCodeAt(0), kind]),
);
const quoteCloses = '”」』’';
const titleCloses = '》〉>';
const circled = '①②③④⑤⑥⑦⑧⑨⑩';
/** What is quoted longer than that was never closed. */
const longestQuote = 60;
/** Ordinals have no more figures than this. */
const longestOrdinal = 3;

/* What may begin at a character, as bits. */
const beginsMark = 1;
const beginsFigure = 2;
const beginsNumeral = 4;
const beginsWord = 8;
const beginsQuote = 16;
const beginsTitle = 32;
const beginsRing = 64;

const kindsKey = {};

/** For every character what may begin there; kept with the vocabulary. */
function kindsOf({ memo, texts }: Vocabulary): CharacterTable {
  return memo.get(
    kindsKey,
    () =>
      new CharacterTable([
        [[...marks.keys()].map((code) => String.fromCharCode(code)), beginsMark],
        ['0123456789', beginsFigure],
        [numerals, beginsNumeral],
        [[...texts.values()].flat(), beginsWord],
        ['“「『‘', beginsQuote],
        ['《〈<', beginsTitle],
        [circled, beginsRing],
      ]),
  );
}

/**
 * Sorts a text into tokens that cover it. One pass; each step looks at no more than the longest word. Numbers in
 * quotation marks and in titles of documents count nothing.
 */
export function tokensOf(text: string, vocabulary: Vocabulary): Token[] {
  const kinds = kindsOf(vocabulary);
  const tokens: Token[] = [];
  let quotedUntil = -1;
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kinds.at(text, at);
    // Most characters begin a word, if anything.
    if ((kind & ~beginsWord) === 0) {
      const word = kind === 0 ? null : vocabulary.words.at(text, at);
      if (word) {
        if (plainFrom < at) tokens.push(textToken(plainFrom, at));
        tokens.push(wordToken(word, at));
        plainFrom = at + word.text.length;
      }
      at = word ? plainFrom : at + 1;
      continue;
    }
    if ((kind & beginsQuote) !== 0) {
      quotedUntil = closing(text, at, quoteCloses);
      at++;
      continue;
    }
    // Only at the head of a phrase is a number a point's.
    const isHead = at === 0 || (at === plainFrom && isBeforeHead(tokens[tokens.length - 1]));
    const token = tokenAt(text, at, kind, isHead, vocabulary);
    if (token === null) {
      at++;
      continue;
    }
    at = token.end;
    const isTitle = (kind & beginsTitle) !== 0;
    const countsNothing = token.kind === 'text' || (token.start < quotedUntil && token.kind !== 'word');
    if (countsNothing && !isTitle) continue;
    if (plainFrom < token.start) tokens.push(textToken(plainFrom, token.start));
    tokens.push(token);
    plainFrom = at;
  }
  if (plainFrom < text.length) tokens.push(textToken(plainFrom, text.length));
  return tokens;
}

function isBeforeHead(token: Token | undefined): boolean {
  return token?.kind === 'mark' && token.mark !== 'list';
}

function tokenAt(
  text: string,
  at: number,
  kind: number,
  isHead: boolean,
  vocabulary: Vocabulary,
): Token | null {
  if ((kind & beginsTitle) !== 0) {
    const end = closing(text, at, titleCloses);
    return end > 0 ? textToken(at, end) : null;
  }
  if ((kind & beginsRing) !== 0) {
    const value = circled.indexOf(text.charAt(at)) + 1;
    return ordinalToken({ style: 'bracketed', value, start: at, end: at + 1 });
  }
  if ((kind & beginsMark) !== 0) {
    const mark = marks.get(text.charCodeAt(at)) as MarkKind;
    const ordinal = mark === 'open' ? ordinalAt(text, at + 1, at, vocabulary) : null;
    return ordinal ? ordinalToken(ordinal) : markToken(mark, at);
  }
  if (isHead && (kind & (beginsFigure | beginsNumeral)) !== 0) {
    const ordinal = ordinalAt(text, at, at, vocabulary);
    if (ordinal) return ordinalToken(ordinal);
  }
  if ((kind & beginsFigure) !== 0) return readFigure(text, at, vocabulary);
  const word = (kind & beginsWord) !== 0 ? vocabulary.words.at(text, at) : null;
  if (word) return wordToken(word, at);
  return (kind & beginsNumeral) !== 0 ? readNumeral(text, at, vocabulary) : null;
}

function closing(text: string, at: number, closes: string): number {
  const last = Math.min(text.length, at + longestQuote);
  for (let i = at + 1; i < last; i++) if (closes.includes(text.charAt(i))) return i + 1;
  return -1;
}

/** `（一）`, `一是`, `1.`, `1、`. `from` is where the number begins, `start` its bracket or itself. */
function ordinalAt(text: string, from: number, start: number, vocabulary: Vocabulary): Ordinal | null {
  const kinds = kindsOf(vocabulary);
  const beginsAt = (at: number, kind: number): boolean =>
    at < text.length && (kinds.at(text, at) & kind) !== 0;
  const isArabic = beginsAt(from, beginsFigure);
  let end = from;
  while (end - from < longestOrdinal && beginsAt(end, isArabic ? beginsFigure : beginsNumeral)) end++;
  if (end === from) return null;
  const style = styleOf(text.charAt(end), start < from, isArabic);
  if (style === null || (style === 'dotted' && beginsAt(end + 1, beginsFigure))) return null;
  const written = text.slice(from, end);
  const value = isArabic ? Number(written) : (readChineseNumeral(written) ?? 0);
  return { style, value, start, end: end + 1 };
}

/** What the character behind its number makes of an ordinal; null where it is none. */
function styleOf(next: string, isBracketed: boolean, isArabic: boolean): Ordinal['style'] | null {
  if (isBracketed) return next === ')' ? 'bracketed' : null;
  if (!isArabic && next === '是') return 'is';
  return next !== '' && '.、．)'.includes(next) ? 'dotted' : null;
}
