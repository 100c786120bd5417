import { lookalikes, plainIdeographs } from '../text/ideographs';
import type { Line } from '../text/source';
import { widthless } from '../text/space';
import { hideComments } from './comment';

/** What tables, markup, comments and quotations are made with, and what only looks like an ideograph. */
const unusual = new RegExp(`[\\t|｜│┃<&>{\\\\${widthless}${lookalikes}]`, 'u');

/** Whether a line is nothing but text. Most lines are, and one look tells. */
export function isPlain(text: string): boolean {
  return !unusual.test(text);
}

const otherwise = new RegExp(`<!--|^\\s*>|\\{:?[#.]|\\\\$|[${lookalikes}]`, 'u');
/** The marks of a quotation, or of one within another. */
const quotation = /^(?:\s*>)+/u;
/** Markdown's mark for a line end within a paragraph; in a row of a table it may be a cell's. */
const lineBreak = /(?<=^[^\t|｜│┃\\]*)\\$/u;
/** Names and classes that Markdown gives to a heading, or to the words in the brackets before. */
const attributes = /(?:\[([^[\]{}]*)\])?\{:?[#.][^{}]*\}/gu;

/**
 * Whether a line may be seen otherwise than it is written: it is quoted or broken, it holds a comment or names for what stands on it,
 * or characters that only look like others.
 */
export function isSeenOtherwise(text: string): boolean {
  return otherwise.test(text);
}

/**
 * A line as a reader sees it: a comment is spaces, as are the marks of a quotation or line break and the names of a heading; a radical is
 * its ideograph. As long as the line, so that nothing moves.
 */
export function asSeen(text: string): string {
  return withoutAttributes(unquoted(plainIdeographs(hideComments(text)))).replace(lineBreak, ' ');
}

/** Lines as a reader sees them. */
export function linesAsSeen(lines: readonly Line[]): Line[] {
  return lines.map(({ text, eol }) => ({ text: asSeen(text), eol }));
}

/** The lines of a table of HTML as a reader sees them: but for one that is quoted, `>` at the head of a line ends a tag. */
export function htmlLinesAsSeen(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (first && quotation.test(first.text)) return linesAsSeen(lines);
  return lines.map(({ text, eol }) => ({ text: plainIdeographs(hideComments(text)), eol }));
}

function unquoted(text: string): string {
  return text.replace(quotation, (marks) => ' '.repeat(marks.length));
}

function withoutAttributes(text: string): string {
  if (!text.includes('{')) return text;
  return text.replace(attributes, (written, words: string | undefined) =>
    words === undefined ? ' '.repeat(written.length) : ` ${words}`.padEnd(written.length),
  );
}
