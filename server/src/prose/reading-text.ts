import type { Vocabulary } from '../form/vocabulary';
import { type Passage, rangeInBlock } from '../syntax/passage';
import { type Range, range } from '../text/range';

/** A passage and the line on which its block begins, counted from the first passage's block. */
export interface Part {
  readonly passage: Passage;
  readonly line: number;
}

/**
 * Passages read as one text: full-width signs as half-width ones, variants of characters as the usual ones, spaces
 * left out. `\n` stays where a sentence or a heading ended with its line.
 */
export class ReadingText {
  readonly text: string;
  /** The runs in which the characters follow each other as they do in their passage. */
  readonly #runs: Run[] = [];

  constructor(
    private readonly sources: readonly Part[],
    vocabulary: Vocabulary,
  ) {
    const readAs = readingsOf(vocabulary);
    let text = '';
    for (let part = 0; part < sources.length; part++) {
      const written = (sources[part] as Part).passage.text;
      /** What stands from here on is not yet taken over. */
      let from = 0;
      if (written !== '') this.#runs.push({ at: text.length, part, offset: 0 });
      for (let i = 0; i < written.length; i++) {
        const code = written.charCodeAt(i);
        const read = readAs[code] as number;
        // Nearly all characters are read as they stand.
        if (read === code && code !== lineFeed) continue;
        text += written.slice(from, i);
        from = i + 1;
        const isLeftOut =
          read === leftOut
            ? // Two numbers with a space between them are two.
              !(isDigit(text.charCodeAt(text.length - 1)) && isDigit(readAs[written.charCodeAt(i + 1)]))
            : // Behind a colon or a comma the sentence goes on in the next line.
              code === lineFeed && goesOn.includes(text[text.length - 1] ?? ' ');
        if (!isLeftOut) text += String.fromCharCode(read === leftOut ? code : read);
        else this.#runs.push({ at: text.length, part, offset: from });
      }
      text += written.slice(from);
    }
    this.text = text;
  }

  /** Where a stretch of the text stands, lines counted from the first passage's block. `from` < `to`. */
  rangeOf(from: number, to: number): Range {
    const { start } = this.#place(from);
    const { end } = this.#place(to - 1);
    return { start, end };
  }

  #place(at: number): Range {
    let low = 0;
    let high = this.#runs.length - 1;
    // Of runs that begin at one place all but the last are empty.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle] as Run).at <= at) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low] ?? { at, part: 0, offset: 0 };
    const { passage, line } = this.sources[run.part] as Part;
    const offset = run.offset + at - run.at;
    const { start, end } = rangeInBlock(passage, offset, offset + 1);
    return range(line + start.line, start.character, line + end.line, end.character);
  }
}

interface Run {
  /** Offset in the text that is read. */
  readonly at: number;
  readonly part: number;
  /** Offset in the part's passage. */
  readonly offset: number;
}

const lineFeed = 10;
const leftOut = 0;
const readingsKey = {};

/** For every character the one that it is read as, or that it is left out; kept with the vocabulary. */
function readingsOf(vocabulary: Vocabulary): Uint16Array {
  return vocabulary.memo.get(readingsKey, () => {
    const readings = new Uint16Array(0x10000);
    for (let code = 0; code < readings.length; code++) {
      const read = plain(code);
      readings[code] = isSpace(code) ? leftOut : (vocabulary.variants.get(read) ?? read);
    }
    return readings;
  });
}

const goesOn = ':;,、';

function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)
  );
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** Full-width signs, digits and letters as half-width ones. */
function plain(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}
