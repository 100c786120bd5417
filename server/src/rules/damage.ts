import type { Report } from '../report/report';
import type { Line } from '../text/line';
import type { Range } from '../text/range';

/**
 * What a rule of running text judges. Where part of that cannot be read, the rule says nothing. `words`: a sentence;
 * `figures`: a sentence and its numbers, each of which must be there from its first digit to its last.
 */
export type Judged = 'words' | 'figures';

/** What stands where a character was not read, or a tick box in a form of its own. */
const unreadSign = /[□■▢▯\ufffd]|\\Box/u;
const unreadSigns = /[□■▢▯\ufffd]|\\Box/gu;
const sentenceEnd = '。！？!?';
/** Sentences run over no more lines. */
const mostLines = 12;
/** So many characters of a sentence are looked at on either side: no sound one is longer, and a line may be all of a page. */
const longestSide = 400;
const pageNumber = /^(?:[\s\d\-—–－·.]{0,12}|第\s?\d{1,4}\s?页.{0,12})$/u;
const tornNumber = /\d[ \u00a0\u3000]+\d/u;
const digitAtEnd = /\d[,，.]?$/u;
const digitAtStart = /^[,，.]?\d/u;
/** A list ends in a member that has no figure and no mark behind it: it was to go on. */
const brokenOff = /[、；;][^、，；：,;:\d]*$/u;

/** Whether a text holds a sign for what was not read. */
export function holdsUnreadSign(text: string): boolean {
  return unreadSign.test(text);
}

/** A text without the signs for what was not read. */
export function withoutUnreadSigns(text: string): string {
  return text.replace(unreadSigns, '');
}

/** Whether a line holds nothing, or no more than the number of a page. */
export function isNoText(text: string): boolean {
  return pageNumber.test(text.trim());
}

/** Whether the sentence about a place cannot be read whole. Reads a few lines; for places of findings only. */
export function isTorn(judged: Judged, place: Range, { tree: { source } }: Report): boolean {
  const { lines } = source;
  const before = upTo(lines, place);
  const after = from(lines, place);
  const own = textOf(lines, place);
  const sentence = before.text + own + after.text;
  if (holdsUnreadSign(sentence)) return true;
  if (judged === 'words') return false;
  if (tornNumber.test(sentence)) return true;
  if (before.isCut && digitAtStart.test(sentence) && digitAtEnd.test(before.beyond)) return true;
  if (!after.isCut) return false;
  return (digitAtEnd.test(sentence) && digitAtStart.test(after.beyond)) || brokenOff.test(sentence);
}

/** The text between two ends of a place. */
function textOf(lines: readonly Line[], { start, end }: Range): string {
  const own = lines.slice(start.line, end.line + 1).map(({ text }) => text);
  const last = own.length - 1;
  own[last] = (own[last] ?? '').slice(0, end.character);
  own[0] = (own[0] ?? '').slice(start.character);
  return own.join('');
}

/** What stands on one side of a place in its sentence. */
interface Side {
  readonly text: string;
  /** It ends with its paragraph and not with the mark of a sentence. */
  readonly isCut: boolean;
  /** The next line of text that way, where it is cut. */
  readonly beyond: string;
}

function upTo(lines: readonly Line[], { start }: Range): Side {
  let text = '';
  let own = (lines[start.line]?.text ?? '')
    .slice(Math.max(0, start.character - longestSide), start.character)
    .trimStart();
  for (let line = start.line; start.line - line < mostLines; own = lastOf(lines[--line])) {
    const at = lastEnd(own);
    text = withoutTags(own.slice(at + 1)) + text;
    if (at >= 0 || own.length >= longestSide) return { text, isCut: false, beyond: '' };
    if (isNoText(lines[line - 1]?.text ?? ''))
      return { text, isCut: true, beyond: nextText(lines, line, -1) };
  }
  return { text, isCut: false, beyond: '' };
}

function from(lines: readonly Line[], { end }: Range): Side {
  let text = '';
  let own = (lines[end.line]?.text ?? '').slice(end.character, end.character + longestSide).trimEnd();
  for (let line = end.line; line - end.line < mostLines; own = firstOf(lines[++line])) {
    const at = firstEnd(own);
    text += withoutTags(at < 0 ? own : own.slice(0, at));
    if (at >= 0 || own.length >= longestSide) return { text, isCut: false, beyond: '' };
    if (isNoText(lines[line + 1]?.text ?? '')) return { text, isCut: true, beyond: nextText(lines, line, 1) };
  }
  return { text, isCut: false, beyond: '' };
}

function lastOf(line: Line | undefined): string {
  return line?.text.trim().slice(-longestSide) ?? '';
}

function firstOf(line: Line | undefined): string {
  return line?.text.trim().slice(0, longestSide) ?? '';
}

/** Tags hold numbers of their own, which are none of the sentence's. */
function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<[^<>]*>/gu, '|') : text;
}

function lastEnd(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (sentenceEnd.includes(text[at] as string)) return at;
  return -1;
}

function firstEnd(text: string): number {
  for (let at = 0; at < text.length; at++) if (sentenceEnd.includes(text[at] as string)) return at;
  return -1;
}

/** The next line that way that is neither blank nor the number of a page; empty where there is none near. */
function nextText(lines: readonly Line[], line: number, step: 1 | -1): string {
  for (let i = 1; i <= mostLines; i++) {
    const text = lines[line + i * step]?.text.trim() ?? '';
    if (!isNoText(text)) return text;
  }
  return '';
}

const versionMark = /^(?:<{7}(?:\s|$)|={7}$|>{7}(?:\s|$))/u;

/** Whether among these lines a program marked two versions of a stretch that it could not merge. */
export function isBetweenVersions({ tree: { source } }: Report, first: number, last: number): boolean {
  for (let line = first; line <= last; line++)
    if (versionMark.test(source.lines[line]?.text ?? '')) return true;
  return false;
}
