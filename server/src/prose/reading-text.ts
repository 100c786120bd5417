import type { Vocabulary } from '../form/vocabulary';
import { type Passage, rangeInBlock } from '../syntax/passage';
import { type Range, range } from '../text/range';
import { foldingOf } from './folding';

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
  readonly text: string;
  /** Where each part begins. */
  readonly #starts: readonly number[];

  constructor(private readonly parts: readonly Part[]) {
    const starts: number[] = [];
    let text = '';
    for (const { passage } of parts) {
      starts.push(text.length);
      text += passage.text;
    }
    this.text = text;
    this.#starts = starts;
  }

  /** The place of one character, lines counted from the first passage's block. */
  placeOf(at: number): Range {
    let part = this.#starts.length - 1;
    while (part > 0 && (this.#starts[part] as number) > at) part--;
    const { passage, line } = this.parts[part] as Part;
    const offset = at - (this.#starts[part] as number);
    const { start, end } = rangeInBlock(passage, offset, offset + 1);
    return range(line + start.line, start.character, line + end.line, end.character);
  }
}

/**
 * Stretches of raw text made comparable: full-width signs as half-width ones, variants of characters as the usual
 * ones, spaces left out. `\n` stays where a sentence or a heading ended with its line.
 */
export class ReadingText {
  readonly text: string;
  /** For each character where it stands in the raw text. */
  readonly #offsets: Int32Array;

  constructor(
    private readonly raw: RawText,
    stretches: readonly RawStretch[],
    vocabulary: Vocabulary,
  ) {
    const folding = foldingOf(vocabulary);
    const size = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    const codes = new Uint16Array(size);
    const offsets = new Int32Array(size);
    let length = 0;
    let last = 0;
    for (const { from, to } of stretches) {
      for (let i = from; i < to; i++) {
        let code = folding[raw.text.charCodeAt(i)] as number;
        if (code === 0) {
          // Two numbers with a space between them are two.
          if (!isDigit(last) || !isDigit(folding[raw.text.charCodeAt(i + 1)] as number)) continue;
          code = 0x20;
        } else if (code === 10 && goesOn(last)) continue;
        codes[length] = code;
        offsets[length++] = i;
        last = code;
      }
    }
    this.text = textOf(codes, length);
    this.#offsets = offsets;
  }

  /** Where a stretch of the text stands, lines counted from the first passage's block. `from` < `to`. */
  rangeOf(from: number, to: number): Range {
    const { start } = this.raw.placeOf(this.#offsets[from] ?? 0);
    const { end } = this.raw.placeOf(this.#offsets[to - 1] ?? 0);
    return { start, end };
  }
}

const chunk = 4096;

function textOf(codes: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += chunk)
    text += String.fromCharCode.apply(null, codes.subarray(from, Math.min(length, from + chunk)) as never);
  return text;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Behind a colon or a comma the sentence goes on in the next line. */
function goesOn(last: number): boolean {
  return last === 0x3a || last === 0x3b || last === 0x2c || last === 0x3001;
}
