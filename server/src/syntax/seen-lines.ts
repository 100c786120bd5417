import { lookalikes, plainIdeographs } from '../text/ideographs';
import type { Line } from '../text/source';
import { widthless } from '../text/space';
import { hideComments } from './comment';

/** What tables, markup and comments are made with, and what only looks like an ideograph. */
const unusual = new RegExp(`[\\t|｜│┃<&${widthless}${lookalikes}]`, 'u');

/** Whether a line is nothing but text. Most lines are, and one look tells. */
export function isPlain(text: string): boolean {
  return !unusual.test(text);
}

const otherwise = new RegExp(`<!--|[${lookalikes}]`, 'u');

/** Whether a line may be seen otherwise than it is written: it holds a comment, or characters that only look like others. */
export function isSeenOtherwise(text: string): boolean {
  return otherwise.test(text);
}

/** A line as a reader sees it: a comment is spaces, a radical its ideograph. As long as the line, so that nothing moves. */
export function asSeen(text: string): string {
  return plainIdeographs(hideComments(text));
}

/** Lines as a reader sees them. */
export function linesAsSeen(lines: readonly Line[]): Line[] {
  return lines.map(({ text, eol }) => ({ text: asSeen(text), eol }));
}
