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
  /** For each character the part it stands in, and its offset there. */
  readonly #parts: number[] = [];
  readonly #offsets: number[] = [];

  constructor(
    private readonly sources: readonly Part[],
    vocabulary: Vocabulary,
  ) {
    let text = '';
    sources.forEach(({ passage }, part) => {
      const written = passage.text;
      for (let i = 0; i < written.length; i++) {
        const code = written.charCodeAt(i);
        if (isSpace(code)) {
          // Two numbers with a space between them are two.
          if (!(isDigit(text.charCodeAt(text.length - 1)) && isDigit(plain(written.charCodeAt(i + 1)))))
            continue;
        }
        // Behind a colon or a comma the sentence goes on in the next line.
        if (code === 10 && goesOn.includes(text[text.length - 1] ?? ' ')) continue;
        const read = plain(code);
        text += String.fromCharCode(vocabulary.variants.get(read) ?? read);
        this.#parts.push(part);
        this.#offsets.push(i);
      }
    });
    this.text = text;
  }

  /** Where a stretch of the text stands, lines counted from the first passage's block. `from` < `to`. */
  rangeOf(from: number, to: number): Range {
    const { start } = this.#place(from);
    const { end } = this.#place(to - 1);
    return { start, end };
  }

  #place(at: number): Range {
    const { passage, line } = this.sources[this.#parts[at] ?? 0] as Part;
    const offset = this.#offsets[at] ?? 0;
    const { start, end } = rangeInBlock(passage, offset, offset + 1);
    return range(line + start.line, start.character, line + end.line, end.character);
  }
}

const goesOn = ':;,、';

function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Full-width signs, digits and letters as half-width ones. */
function plain(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}
