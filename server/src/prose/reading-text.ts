import type { Vocabulary } from '../form/vocabulary';
import { type Passage, rangeInBlock } from '../syntax/passage';
import { type Range, range } from '../text/range';
import { folded, foldingOf } from './folding';

/** A passage and the line on which its block begins, counted from the first passage's block. */
export interface Part {
  readonly passage: Passage;
  readonly line: number;
}

/** A stretch of raw text; `to` is exclusive. */
export interface RawStretch {
  readonly from: number;
  readonly to: number;
}

/** The text of passages as they are written, one behind the other. */
export class RawText {
  /** Where each part begins. */
  readonly #starts: readonly number[];

  /** `text` is that of the parts. */
  constructor(
    readonly text: string,
    private readonly parts: readonly Part[],
  ) {
    let start = 0;
    this.#starts = parts.map(({ passage }) => {
      const own = start;
      start += passage.text.length;
      return own;
    });
  }

  /** Where a stretch stands, lines counted from the first passage's block. `from` < `to`. */
  rangeOf(from: number, to: number): Range {
    const first = this.#partAt(from);
    const last = this.#partAt(to - 1);
    const { start, end } = this.#rangeIn(first, from, first === last ? to : from + 1);
    return { start, end: first === last ? end : this.#rangeIn(last, to - 1, to).end };
  }

  #partAt(at: number): number {
    let part = this.#starts.length - 1;
    while (part > 0 && (this.#starts[part] as number) > at) part--;
    return part;
  }

  #rangeIn(index: number, from: number, to: number): Range {
    const { passage, line } = this.parts[index] as Part;
    const offset = this.#starts[index] as number;
    const { start, end } = rangeInBlock(passage, from - offset, to - offset);
    return range(line + start.line, start.character, line + end.line, end.character);
  }
}

/** Where the text begins to stand so many characters further on in the raw text. */
interface Gap {
  readonly at: number;
  readonly shift: number;
}

/**
 * Stretches of raw text made comparable: full-width signs as half-width ones, variants of characters as the usual
 * ones, spaces left out. `\n` stays where a sentence or a heading ended with its line.
 */
export class ReadingText {
  readonly text: string;
  /** In the order of the text. */
  readonly #gaps: Gap[] = [];

  constructor(
    private readonly raw: RawText,
    stretches: readonly RawStretch[],
    vocabulary: Vocabulary,
  ) {
    const folding = foldingOf(vocabulary);
    const written = raw.text;
    let text = '';
    let filled = 0;
    let length = 0;
    let last = 0;
    let shift = 0;
    for (const { from, to } of stretches) {
      for (let i = from; i < to; i++) {
        let code = folded(written.charCodeAt(i), folding);
        if (code === 0) {
          // Two numbers with a space between them are two.
          if (!isDigit(last) || !isDigit(folded(written.charCodeAt(i + 1), folding))) continue;
          code = 0x20;
        } else if (code === 10 && goesOn(last)) continue;
        if (i - length !== shift) {
          shift = i - length;
          this.#gaps.push({ at: length, shift });
        }
        if (filled === buffer.length) {
          text += String.fromCharCode.apply(null, buffer);
          filled = 0;
        }
        buffer[filled++] = code;
        length++;
        last = code;
      }
    }
    this.text = text + String.fromCharCode.apply(null, buffer.slice(0, filled));
  }

  /** Where a stretch of the text stands, lines counted from the first passage's block. `from` < `to`. */
  rangeOf(from: number, to: number): Range {
    return this.raw.rangeOf(this.#rawOffset(from), this.#rawOffset(to - 1) + 1);
  }

  #rawOffset(at: number): number {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#gaps[middle] as Gap).at <= at) low = middle + 1;
      else high = middle;
    }
    return at + (this.#gaps[low - 1]?.shift ?? 0);
  }
}

/** Characters on their way into a text: to put them together one by one would cost more than to read them. */
const buffer: number[] = new Array(4096).fill(0);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Behind a colon or a comma the sentence goes on in the next line. */
function goesOn(last: number): boolean {
  return last === 0x3a || last === 0x3b || last === 0x2c || last === 0x3001;
}
