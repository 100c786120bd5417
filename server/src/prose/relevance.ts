import type { RawStretch } from './reading-text';

/* What a character says of the sentence it stands in, as bits. */
const digit = 1;
const denial = 2;
const numeral = 4;
const counted = 8;
const all = 16;
const outcome = 32;
const stop = 64;

const kinds = kindsOf();
/** Longer ones are data without stops: nobody's sentence. */
const longestSentence = 2400;
/** A sentence of so few characters behind an ordinal is a heading: it says what the next ones speak of. */
const longestHeading = 40;
const opensHeading = '（(一二三四五六七八九十12345678';

/**
 * The sentences that may state something: those with a number, with a word that denies, or with one that says
 * something of all; and headings among them. One look at each character: of most sentences nothing more is read.
 * `takesAll` gives the others too.
 */
export function relevantSentences(text: string, takesAll = false): RawStretch[] {
  const found: RawStretch[] = [];
  let from = 0;
  let seen = 0;
  let before = 0;
  for (let i = 0; i <= text.length; i++) {
    const kind = i === text.length ? stop : (kinds[text.charCodeAt(i)] as number);
    if (kind === 0) {
      before = 0;
      continue;
    }
    if ((kind & counted) !== 0 && (before & numeral) !== 0) seen |= counted;
    before = kind;
    if ((kind & digit) !== 0) {
      // Most digits are those of dates and of the numbers of documents.
      let end = i + 1;
      while (end < text.length && ((kinds[text.charCodeAt(end)] as number) & digit) !== 0) end++;
      if (!isDated(text, i, end)) seen |= digit;
      i = end - 1;
      continue;
    }
    seen |= kind & ~counted & ~numeral;
    if ((kind & stop) === 0) continue;
    const isHeading = i - from <= longestHeading && opensHeading.includes(text[from] ?? ' ');
    if (i - from <= longestSentence && (takesAll || mayState(seen) || isHeading))
      found.push({ from, to: Math.min(text.length, i + 1) });
    from = i + 1;
    seen = 0;
    before = 0;
  }
  return found;
}

const dateMarks = '年月日号〕]';

/** Whether a number is that of a year, a day or a document. */
function isDated(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] === ' ' ? text[end + 1] : text[end];
  return '第〔['.includes(before) || dateMarks.includes(after ?? ' ');
}

function mayState(seen: number): boolean {
  return (seen & (digit | denial | counted)) !== 0 || (seen & (all | outcome)) === (all | outcome);
}

/** Behind a numeral these make a number of it: what is counted, or how often. */
function kindsOf(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const mark = (characters: string, kind: number): void => {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      table[code] = (table[code] as number) | kind;
    }
  };
  mark('0123456789０１２３４５６７８９', digit);
  mark('未无無没沒', denial);
  mark('〇零一二两兩三四五六七八九十百千万', numeral);
  mark('件条條份篇项項宗起次期部个個点點类類大方余多', counted);
  mark('均全都皆', all);
  mark('结結持正审審毕畢', outcome);
  mark('。！？!?\n', stop);
  return table;
}
