/**
 * One line of a text. `eol` is the line end as written (`\n`, `\r\n`, `\r`), empty on the last line and on the
 * pieces of a line that is broken for reading (`softBreaks`).
 */
export interface Line {
  readonly text: string;
  readonly eol: string;
}

/** A text as its lines. There is always a last line with an empty `eol`. */
export interface Source {
  readonly lines: readonly Line[];
  /** Whether a line of the document is more than one line here: then places differ (`places.ts`). */
  readonly isBroken: boolean;
}
