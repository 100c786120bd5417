import type { Line } from '../text/source';

/** A comment to the checker, `<!-- gouji-… -->`, on one line. */
export interface CheckerComment {
  /** Counted from the block's first line. */
  readonly line: number;
  /** Of the whole comment, in UTF-16 units of its line. */
  readonly start: number;
  readonly end: number;
  /** From `gouji-` to before `-->`. */
  readonly text: string;
  /** Where `text` begins on the line. */
  readonly textStart: number;
}

const opening = '<!--';
const closing = '-->';
const toTheChecker = /^\s*(?=gouji-)/u;

/** The text of a line as a reader sees it: each comment that ends on it is spaces, so that nothing moves. */
export function hideComments(text: string): string {
  let seen = '';
  let from = 0;
  for (const { start, end } of commentsOn(text)) {
    seen += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return from === 0 ? text : seen + text.slice(from);
}

/** The comments to the checker on the lines of a block. */
export function checkerComments(lines: readonly Line[]): CheckerComment[] {
  return lines.flatMap((line, number) => {
    return commentsOn(line.text).flatMap(({ start, end }) => {
      const inner = line.text.slice(start + opening.length, end - closing.length);
      const lead = toTheChecker.exec(inner);
      if (!lead) return [];
      const textStart = start + opening.length + lead[0].length;
      return [{ line: number, start, end, text: inner.slice(lead[0].length), textStart }];
    });
  });
}

function commentsOn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = text.indexOf(opening);
  while (start >= 0) {
    const close = text.indexOf(closing, start + opening.length);
    // A comment that runs on over lines is not looked into.
    if (close < 0) break;
    const end = close + closing.length;
    found.push({ start, end });
    start = text.indexOf(opening, end);
  }
  return found;
}
