import { longestAt, type Vocabulary } from '../form/vocabulary';
import { readChineseNumeral } from '../text/number';
import { isDigit, isNumeral, numerals, readFigure, readNumeral } from './quantity';
import type { MarkKind, Token } from './tokens';

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

/** What may begin at a character, as bits. */
const beginsMark = 1;
const beginsFigure = 2;
const beginsNumeral = 4;
const beginsWord = 8;
const beginsQuote = 16;
const beginsTitle = 32;
const beginsRing = 64;

const kindsKey = {};

/** For every character what may begin there; kept with the vocabulary. */
function kindsOf(vocabulary: Vocabulary): Uint8Array {
  return vocabulary.memo.get(kindsKey, () => {
    const kinds = new Uint8Array(0x10000);
    const mark = (characters: Iterable<string | number>, bit: number): void => {
      for (const one of characters) {
        const code = typeof one === 'number' ? one : one.charCodeAt(0);
        kinds[code] = (kinds[code] as number) | bit;
      }
    };
    mark(marks.keys(), beginsMark);
    mark('0123456789', beginsFigure);
    mark(numerals, beginsNumeral);
    mark(vocabulary.wordBeginnings, beginsWord);
    mark('“「『‘', beginsQuote);
    mark('《〈<', beginsTitle);
    mark(circled, beginsRing);
    return kinds;
  });
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
  const push = (token: Token): void => {
    if (plainFrom < token.start) tokens.push({ kind: 'text', start: plainFrom, end: token.start });
    tokens.push(token);
    plainFrom = token.end;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] as number;
    if (kind === 0) {
      at++;
      continue;
    }
    if (kind & beginsTitle) {
      const end = closing(text, at, titleCloses);
      if (end > 0) push({ kind: 'text', start: at, end });
      at = Math.max(end, at + 1);
      continue;
    }
    if (kind & beginsQuote) {
      quotedUntil = closing(text, at, quoteCloses);
      at++;
      continue;
    }
    const token = tokenAt(text, at, code, kind, tokens.at(-1), plainFrom, vocabulary);
    const isQuoted = at < quotedUntil && token !== null && token.kind !== 'word';
    if (token && token.kind !== 'text' && !isQuoted) push(token);
    at = token ? token.end : at + 1;
  }
  if (plainFrom < text.length) tokens.push({ kind: 'text', start: plainFrom, end: text.length });
  return tokens;
}

function tokenAt(
  text: string,
  at: number,
  code: number,
  kind: number,
  last: Token | undefined,
  plainFrom: number,
  vocabulary: Vocabulary,
): Token | null {
  if (kind & beginsRing)
    return {
      kind: 'ordinal',
      style: 'bracketed',
      value: circled.indexOf(text[at] as string) + 1,
      start: at,
      end: at + 1,
    };
  if (kind & beginsMark) {
    const mark = marks.get(code) as MarkKind;
    const ordinal = mark === 'open' ? ordinalAt(text, at + 1, at) : null;
    return ordinal ?? { kind: 'mark', mark, start: at, end: at + 1 };
  }
  if (kind & (beginsFigure | beginsNumeral)) {
    // Only at the head of a phrase is a number a point's.
    const isHead =
      at === 0 || (plainFrom === at && last?.kind === 'mark' && last.mark !== 'list' && last.end === at);
    const ordinal = isHead ? ordinalAt(text, at, at) : null;
    if (ordinal) return ordinal;
  }
  if (kind & beginsFigure) return readFigure(text, at, vocabulary);
  const word = kind & beginsWord ? longestAt(vocabulary.words, text, at) : undefined;
  if (word) return { kind: 'word', sense: word.sense, start: at, end: at + word.text.length };
  return kind & beginsNumeral ? readNumeral(text, at, vocabulary) : null;
}

function closing(text: string, at: number, closes: string): number {
  const last = Math.min(text.length, at + longestQuote);
  for (let i = at + 1; i < last; i++) if (closes.includes(text[i] as string)) return i + 1;
  return -1;
}

/** `（一）`, `一是`, `1.`, `1、`. `from` is where the number begins, `start` its bracket or itself. */
function ordinalAt(text: string, from: number, start: number): Token | null {
  let end = from;
  const isArabic = isDigit(text.charCodeAt(end));
  while (end - from < 3 && (isArabic ? isDigit(text.charCodeAt(end)) : isNumeral(text[end] ?? ''))) end++;
  if (end === from) return null;
  const written = text.slice(from, end);
  const value = isArabic ? Number(written) : (readChineseNumeral(written) ?? 0);
  const next = text[end] ?? '';
  const token = (style: 'is' | 'bracketed' | 'dotted'): Token => ({
    kind: 'ordinal',
    style,
    value,
    start,
    end: end + 1,
  });
  if (start < from) return next === ')' ? token('bracketed') : null;
  if (!isArabic && next === '是') return token('is');
  return next !== '' && '.、．)'.includes(next) && !isDigit(text.charCodeAt(end + 1))
    ? token('dotted')
    : null;
}
