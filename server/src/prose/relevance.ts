import type { Vocabulary } from '../form/vocabulary';
import { CharacterTable } from '../text/character-table';
import { folded, foldingOf } from './folding';
import { hallmarksOf } from './hallmarks';
import { multipliers, numerals } from './quantity';
import type { RawStretch } from './reading-text';
import { deniableSenses } from './topics';

/* What a character says of the sentence it stands in, as bits. */
const digit = 1;
const denial = 2;
const numeral = 4;
const counted = 8;
const all = 16;
const outcome = 32;
const stop = 64;
const beginsHeading = 0x4000;
/** A number behind the one or before the other is that of a year, a day or a document. */
const beforeName = 0x8000;
const afterDate = 0x10000;
/* The same by the vocabulary, and strictly: what no sentence can do without that states a number or denies something. */
const spelled = 128;
const measure = 256;
const negation = 512;
const deniable = 1024;
const space = 2048;
const joint = 4096;
const quoting = 8192;
/** What only a number together with its unit says. */
const quantity = 0x20000;

/** Longer ones are data without stops: nobody's sentence. */
const longestSentence = 2400;
/** A sentence of so few characters behind an ordinal is a heading: it says what the next ones speak of. */
const longestHeading = 40;
const one = '一'.charCodeAt(0);

/**
 * The sentences that have to be read to know what a text states: none where nothing in it can state anything; else
 * those with a number, with a word that denies, or with one that says something of all, and headings among them, up
 * to the last one that can state something. One look at each character: of most texts nothing more is read.
 */
export function relevantSentences(text: string, vocabulary: Vocabulary): readonly RawStretch[] {
  const kinds = kindsOf(vocabulary);
  /** How many were found; where they stand is noted outside, for of most texts none is needed in the end. */
  let found = 0;
  /** How many of the found ones reach up to the last that can state something. */
  let needed = 0;
  let from = 0;
  let seen = 0;
  /** What the found ones say since a sentence has surely ended. */
  let said = 0;
  /** Which kinds of quotation marks stand open, and which did at the end of the last one found. */
  let open = 0;
  let leftOpen = 0;
  let before = 0;
  for (let i = 0; i <= text.length; i++) {
    let kind = stop;
    // Nearly all characters say what they say alone.
    for (; i < text.length; i++) {
      kind = kinds.at(text, i);
      if ((kind & (digit | spelled | counted | quoting | stop)) !== 0) break;
      seen |= kind;
      before = kind;
    }
    if (i === text.length) kind = stop;
    if ((kind & counted) !== 0 && (before & numeral) !== 0) seen |= counted;
    if ((kind & digit) !== 0) {
      // Most digits are those of dates and of the numbers of documents.
      let end = i + 1;
      while (end < text.length && (kinds.at(text, end) & digit) !== 0) end++;
      if (!isDated(text, i, end, kinds)) seen |= digit;
      if (isMeasured(text, end, kinds)) seen |= quantity;
      i = end - 1;
      before = kind;
      continue;
    }
    if ((kind & spelled) !== 0 && isMeasured(text, i + 1, kinds)) {
      // 一件 says «a».
      const isAlone = text.charCodeAt(i) === one && (before & (spelled | space)) === 0;
      if (!isAlone) seen |= quantity;
    }
    before = kind;
    seen |= kind & ~counted;
    if ((kind & quoting) !== 0) open = openBehind(text.charCodeAt(i), open);
    if ((kind & stop) === 0) continue;
    if (i - from <= longestSentence && (isOfInterest(seen) || isHeading(text, from, i, kinds))) {
      starts[found] = from;
      ends[found++] = Math.min(text.length, i + 1);
      said |= seen;
      if (mayState(said) || (needed > 0 && speaksOfAll(said))) needed = found;
      leftOpen = open;
      // Behind a comma the next line goes on with the sentence, and no stop inside quotation marks ends it.
      if (open === 0 && !isJoined(text, i, kinds)) said = 0;
    }
    from = i + 1;
    seen = 0;
    before = 0;
    open = leftOpen;
  }
  if (needed === 0) return none;
  const sentences: RawStretch[] = new Array(needed);
  for (let n = 0; n < needed; n++) sentences[n] = { from: starts[n] as number, to: ends[n] as number };
  return sentences;
}

const none: readonly RawStretch[] = [];
/** Where the sentences found in the text being read begin and end. */
const starts: number[] = [];
const ends: number[] = [];

/** All sentences of a text. */
export function allSentences(text: string, vocabulary: Vocabulary): RawStretch[] {
  const kinds = kindsOf(vocabulary);
  const found: RawStretch[] = [];
  for (let from = 0, i = 0; i <= text.length; i++) {
    if (i < text.length && (kinds.at(text, i) & stop) === 0) continue;
    if (i - from <= longestSentence) found.push({ from, to: Math.min(text.length, i + 1) });
    from = i + 1;
  }
  return found;
}

function isHeading(text: string, from: number, to: number, kinds: CharacterTable): boolean {
  return to > from && to - from <= longestHeading && hasAt(text, from, beginsHeading, kinds);
}

/** Whether a number is that of a year, a day or a document. */
function isDated(text: string, start: number, end: number, kinds: CharacterTable): boolean {
  const behind = text.charCodeAt(end) === 0x20 ? end + 1 : end;
  return hasAt(text, start - 1, beforeName, kinds) || hasAt(text, behind, afterDate, kinds);
}

function hasAt(text: string, at: number, bit: number, kinds: CharacterTable): boolean {
  return at >= 0 && at < text.length && (kinds.at(text, at) & bit) !== 0;
}

/** Whether what may follow a number that counts something follows at a place. */
function isMeasured(text: string, at: number, kinds: CharacterTable): boolean {
  let next = at;
  while (next < text.length) {
    const kind = kinds.at(text, next++);
    if ((kind & space) === 0) return (kind & measure) !== 0;
  }
  return false;
}

/** Whether the line that ends at a place goes on in the next one. */
function isJoined(text: string, at: number, kinds: CharacterTable): boolean {
  if (text.charCodeAt(at) !== 10) return false;
  let last = at - 1;
  while (last >= 0 && (kinds.at(text, last) & space) !== 0) last--;
  return last >= 0 && (kinds.at(text, last) & joint) !== 0;
}

/** Quotation marks and those of titles, and the bit of their kind: one that closes is below 0. */
const quotationMarks: ReadonlyMap<number, number> = new Map(
  [
    ['“「『‘', 1],
    ['”」』’', -1],
    ['《〈<＜', 2],
    ['》〉>＞', -2],
  ].flatMap(([marks, bit]) => [...(marks as string)].map((mark) => [mark.charCodeAt(0), bit as number])),
);

/** Which kinds of quotation marks stand open behind one, where `before` did before it. */
function openBehind(mark: number, before: number): number {
  const bit = quotationMarks.get(mark) ?? 0;
  return bit > 0 ? before | bit : before & ~-bit;
}

function isOfInterest(seen: number): boolean {
  return (seen & (digit | denial | counted)) !== 0 || speaksOfAll(seen);
}

/** `全部办结`: states something only of numbers before it. */
function speaksOfAll(seen: number): boolean {
  return (seen & (all | outcome)) === (all | outcome);
}

function mayState(said: number): boolean {
  return (said & quantity) !== 0 || (said & (negation | deniable)) === (negation | deniable);
}

const kindsKey = {};

/** For every character its bits. Kept with the vocabulary. */
function kindsOf(vocabulary: Vocabulary): CharacterTable {
  return vocabulary.memo.get(kindsKey, () => {
    const units = vocabulary.allUnits.filter(({ kind }) => kind !== 'none').map(({ text }) => text);
    const strict = new CharacterTable([
      [numerals, spelled],
      [[...units, ...vocabulary.approximateAfter, '%', ...multipliers.keys()], measure],
      [hallmarksOf(['negation'], vocabulary), negation],
      [hallmarksOf(deniableSenses, vocabulary), deniable],
      [',:;、', joint],
    ]);
    const plain = new CharacterTable([
      ['0123456789０１２３４５６７８９', digit],
      ['未无無没沒', denial],
      ['〇零一二两兩三四五六七八九十百千万', numeral],
      // Behind a numeral these make a number of it: what is counted, or how often.
      ['件条條份篇項项宗起次期部个個点點类類大方余多', counted],
      ['均全都皆', all],
      [[...quotationMarks.keys()].map((code) => String.fromCharCode(code)), quoting],
      ['结結持正审審毕畢', outcome],
      ['。！？!?\n', stop],
      ['（(一二三四五六七八九十12345678', beginsHeading],
      ['第〔[', beforeName],
      ['年月日号〕]', afterDate],
    ]);
    const folding = foldingOf(vocabulary);
    // The strict bits are those of the characters as they are read.
    for (let written = 0; written <= 0xffff; written++) {
      const code = folded(written, folding);
      const bits = code === 0 ? space : strict.of(code);
      if (bits !== 0) plain.add(written, bits);
    }
    return plain;
  });
}
