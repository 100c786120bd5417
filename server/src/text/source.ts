import { commonLine } from './common-lines';
import type { Line, Source } from './line';
import { inSource } from './places';
import type { Position, Range, TextEdit } from './range';
import { comparePositions } from './range';
import { mayHoldBreaks, softBreaks } from './soft-lines';

export type { Line, Source };

/** Which lines a replacement exchanged: `[first, oldEnd)` of the old text for `[first, newEnd)` of the new. */
export interface LineChange {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * Splits a text at every `\n`, `\r\n` and `\r`, and a line that holds a page of HTML at its paragraphs; joining
 * the lines with their ends gives the text back.
 */
export function sourceOf(text: string): Source {
  const lines = splitLines(text);
  return { lines, isBroken: isBroken(lines) };
}

/** Whether a line stands for a piece of one: only the last line of a document has no end. */
function isBroken(lines: readonly Line[]): boolean {
  for (let i = lines.length - 2; i >= 0; i--) if (lines[i]?.eol === '') return true;
  return false;
}

/** The text of a source, character for character. */
export function textOf(source: Source): string {
  let text = '';
  for (const line of source.lines) text += line.text + line.eol;
  return text;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const mayBreak = mayHoldBreaks(text);
  // The engine finds a character many times faster than a loop that looks at each.
  let lineFeed = text.indexOf('\n');
  let carriageReturn = text.indexOf('\r');
  while (lineFeed >= 0 || carriageReturn >= 0) {
    const isBare = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed - 1);
    const isPair = carriageReturn >= 0 && carriageReturn === lineFeed - 1;
    const end = isBare || isPair ? carriageReturn : lineFeed;
    addLine(lines, text.slice(start, end), isPair ? '\r\n' : isBare ? '\r' : '\n', mayBreak);
    start = isBare ? carriageReturn + 1 : lineFeed + 1;
    if (!isBare) lineFeed = text.indexOf('\n', start);
    if (isBare || isPair) carriageReturn = text.indexOf('\r', start);
  }
  addLine(lines, text.slice(start), '', mayBreak);
  return lines;
}

function addLine(lines: Line[], text: string, eol: string, mayBreak: boolean): void {
  let from = 0;
  if (mayBreak) {
    for (const to of softBreaks(text)) {
      lines.push({ text: text.slice(from, to), eol: '' });
      from = to;
    }
  }
  const rest = from === 0 ? text : text.slice(from);
  lines.push(commonLine(rest, eol) ?? { text: rest, eol });
}

/** The nearest place that exists in the source. */
export function clampPosition(source: Source, position: Position): Position {
  const last = source.lines.length - 1;
  if (position.line < 0) return { line: 0, character: 0 };
  if (position.line > last) return { line: last, character: source.lines[last]?.text.length ?? 0 };
  const length = source.lines[position.line]?.text.length ?? 0;
  return { line: position.line, character: Math.max(0, Math.min(position.character, length)) };
}

/**
 * Replaces a range of the document. Lines outside it stay the same objects. A position outside the text is moved
 * to the nearest one inside; a reversed range is turned round.
 */
export function replaceRange(
  source: Source,
  range: Range,
  newText: string,
): { source: Source; change: LineChange } {
  let start = clampPosition(source, inSource(source, range.start));
  let end = clampPosition(source, inSource(source, range.end));
  if (comparePositions(start, end) > 0) [start, end] = [end, start];
  const { lines } = source;
  const head = lines[start.line];
  const tail = lines[end.line];
  if (!head || !tail) return { source, change: { first: 0, oldEnd: 0, newEnd: 0 } };
  let first = start.line;
  let oldEnd = end.line + 1;
  let text = head.text.slice(0, start.character) + newText + tail.text.slice(end.character) + tail.eol;
  // Where a line is broken for reading depends on all of it.
  for (; lines[first - 1]?.eol === ''; first--) text = (lines[first - 1] as Line).text + text;
  for (; oldEnd < lines.length && lines[oldEnd - 1]?.eol === ''; oldEnd++) {
    const { text: piece, eol } = lines[oldEnd] as Line;
    text += piece + eol;
  }
  // A line that ends in a bare \r joins with a \n that now follows it.
  const before = lines[first - 1];
  if (before?.eol === '\r' && text.startsWith('\n')) {
    first--;
    text = before.text + before.eol + text;
  }
  const fresh = splitLines(text);
  // Where the text ends in a line end of its own, what follows it is the old next line, not an empty one.
  if (oldEnd < lines.length) {
    fresh.pop();
    const next = lines[oldEnd];
    const last = fresh[fresh.length - 1];
    if (last?.eol === '\r' && next?.text === '' && next.eol === '\n') {
      fresh[fresh.length - 1] = { text: last.text, eol: '\r\n' };
      oldEnd++;
    }
  }
  const next = lines.slice(0, first);
  for (const line of fresh) next.push(line);
  for (let i = oldEnd; i < lines.length; i++) next.push(lines[i] as Line);
  // Only the new lines can be pieces where none was before.
  const isNowBroken = source.isBroken ? isBroken(next) : isBroken(fresh);
  return {
    source: { lines: next, isBroken: isNowBroken },
    change: { first, oldEnd, newEnd: first + fresh.length },
  };
}

/** Applies edits that do not overlap, given in any order; each speaks of the source as it was. */
export function applyEdits(source: Source, edits: readonly TextEdit[]): Source {
  // From the end of the text to its start; of insertions at one place the last comes first.
  const last = [...edits].reverse().sort((a, b) => comparePositions(b.range.start, a.range.start));
  let result = source;
  for (const edit of last) result = replaceRange(result, edit.range, edit.newText).source;
  return result;
}
