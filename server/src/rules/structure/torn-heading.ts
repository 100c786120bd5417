import type { SectionDefinition } from '../../form/form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { fold } from '../../text/fold';
import { isWhiteSpace } from '../../text/space';
import { holdsUnreadSign, isNoText, withoutUnreadSigns } from '../damage';
import { printedSection } from '../names';

/** So many characters, at most, stand behind a title that is a slip of the statutory one and not run into the text. */
const longestAddition = 4;
/** So many lines, with blank ones and numbers of pages, may stand between the parts of a heading. */
const mostBetween = 3;
/** The longest line that may be a part of a heading, marks of Markdown included. */
const longestPart = 60;
const ordinalAlone = /^[#*\s]*(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．\s]*)?$/u;

/** The next line that way that holds text, if one is near; empty otherwise. */
function lineBeside({ tree }: Report, line: number, step: 1 | -1): string {
  for (let i = 1; i <= mostBetween; i++) {
    const text = tree.source.lines[line + i * step]?.text;
    if (text === undefined) return '';
    if (!isNoText(text)) return text.trim();
  }
  return '';
}

/** Whether a heading's beginning, its ordinal with it or alone, was left on the line before. */
export function isTornBefore({ titleRange, title, definition }: BoundSection, report: Report): boolean {
  const before = lineBeside(report, titleRange.start.line, -1);
  if (before === '' || before.length > longestPart) return false;
  const [whole, own] = [fold(definition.title), fold(title)];
  if (!whole.endsWith(own)) return false;
  return ordinalAlone.test(before) || (own.length < whole.length && restOf(before, whole, own));
}

function restOf(before: string, whole: string, own: string): boolean {
  return fold(before).endsWith(whole.slice(0, whole.length - own.length));
}

/** Whether a heading's end was left on the next line, or the draft ends in it, or the text behind it has run into it. */
export function isTornBehind({ titleRange, title, definition }: BoundSection, report: Report): boolean {
  const [whole, own] = [fold(definition.title), fold(title)];
  if (own.startsWith(whole)) return own.length > whole.length + longestAddition;
  if (!whole.startsWith(own)) return false;
  const after = lineBeside(report, titleRange.end.line, 1);
  return after === '' || fold(after).startsWith(whole.slice(own.length));
}

/** What a heading of which characters were not read begins with. */
const unreadBeginnings = '#*第一二三四五六七八九十□■▢▯\ufffd\\ \u3000';

/** Whether a section that was not found has its heading in the draft all the same, in parts or unreadable. */
export function isHeadedInParts(definition: SectionDefinition, report: Report): boolean {
  const { lines } = report.tree.source;
  const [whole, title] = [fold(printedSection(report.form, definition.id)), fold(definition.title)];
  const lastOfTitle = title.charCodeAt(title.length - 1);
  const { start, end } = report.range;
  for (let line = start.line; line <= end.line; line++) {
    const text = lines[line]?.text ?? '';
    if (text === '') continue;
    // A character tells of most lines that they are no end of the heading.
    if (endsWith(text, lastOfTitle) && isEndOfHeading(text, line, report, whole, title)) return true;
    if (text.length > longestPart || !unreadBeginnings.includes(text[0] as string)) continue;
    if (holdsUnreadSign(text) && isPartOf(fold(withoutUnreadSigns(text)), whole)) return true;
  }
  return false;
}

/** Whether a text ends in a character, white space behind it left out. */
function endsWith(text: string, character: number): boolean {
  let last = text.length - 1;
  while (last >= 0 && isWhiteSpace(text.charCodeAt(last))) last--;
  return text.charCodeAt(last) === character;
}

/** Whether a line is the end of a heading of which the beginning stands before it, or ran into the text before. */
function isEndOfHeading(text: string, line: number, report: Report, whole: string, title: string): boolean {
  const folded = fold(text.slice(-longestPart));
  if (folded !== whole && folded.endsWith(whole)) return true;
  const before = lineBeside(report, line, -1);
  return (
    text.length <= longestPart && before.length <= longestPart && isInTwo(fold(before), folded, whole, title)
  );
}

/** Whether two lines make a heading of which neither holds all. */
function isInTwo(before: string, behind: string, whole: string, title: string): boolean {
  if (before === '' || behind === '') return false;
  const both = before + behind;
  return behind !== title && before !== title
    ? both.endsWith(whole) && before.length <= whole.length
    : behind === title && whole.endsWith(before + behind);
}

/** Whether a text with characters that were not read is a title with as many of its characters left out. */
function isPartOf(folded: string, whole: string): boolean {
  if (folded.length * 2 < whole.length || folded.length >= whole.length) return false;
  let at = 0;
  for (const character of whole) if (character === folded[at]) at++;
  return at === folded.length;
}
