import { readChineseNumeral } from '../text/number';
import { widthless } from '../text/space';
import { spanInLine, visibleText } from './markup';

/** The style of an ordinal before a heading: `一、`, `（一）`, `1.`, `第一部分`. */
export type OrdinalStyle = 'chinese' | 'bracketed' | 'arabic' | 'part';

export interface Ordinal {
  readonly style: OrdinalStyle;
  /** 0 where it is none that can be read: `—、` for `一、`. */
  readonly value: number;
}

/** A line that may be a heading. `start` and `end` bound the title in UTF-16 units, without marks and ordinal. */
export interface HeadingSyntax {
  /** 1–6 for Markdown's `#`; 0 where there is none. */
  readonly level: number;
  readonly ordinal: Ordinal | null;
  readonly title: string;
  /** Where the ordinal begins, or the title where there is none. */
  readonly ordinalStart: number;
  readonly start: number;
  readonly end: number;
}

/** The longest line that is taken for a heading, in UTF-16 units. */
const longestHeading = 80;
/** The same with the tags of HTML about it: a text processor leaves hundreds of characters about every few words. */
const longestMarkup = 20_000;
const longestTitle = 45;

/** The first characters of all headings; most lines are sorted out by it. */
const mayBeHeading = new RegExp(
  `^\\s*(?:[${widthless}\\\\#<&*_+\\-第（(]|(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\s*\\\\?[、．.，,]|[—–－ー]\\s?、)`,
  'u',
);
const numeralsAndPart = '一二三四五六七八九十第';
const mayBeMarked = /^[\s\-*+#_]/u;
const marks = /^\s*(?:[-*+]\s+)?(#{0,6})\s*(\*\*|__)?\s*/u;
const ordinals =
  /^(?:第([一二三四五六七八九十]{1,3})部分[:：、\s]*|([一二三四五六七八九十]{1,3}(?=\s*[、．.，,])|[—–－ー](?=\s?、))\s*[、．.，,]\s*|[（(]([一二三四五六七八九十]{1,3})[）)][、．.]?\s*|(\d{1,2})\s*[、．.](?!\d)\s*)/u;
const inSentence = /[。；;！？!?].|\s[\d０-９]+\s*$/u;

/**
 * Reads a line as a heading; null where it is none. Chapter and verse: a mark or an ordinal, and a short title. In a
 * line that is known to be plain no markup is looked for.
 */
export function readHeading(line: string, isPlain: boolean): HeadingSyntax | null {
  // Most lines begin with an ideograph that is no numeral.
  if (isIdeograph(line.charCodeAt(0)) && !numeralsAndPart.includes(line.charAt(0))) return null;
  if (!mayBeHeading.test(line)) return null;
  const visible = isPlain || line.length > longestMarkup ? null : visibleText(line, longestHeading);
  if (!visible) return readPlainHeading(line, 0);
  const heading = readPlainHeading(visible.text, visible.level);
  if (!heading) return null;
  const ordinalStart = visible.starts[heading.ordinalStart] ?? 0;
  return { ...heading, ordinalStart, ...spanInLine(visible, heading.start, heading.end) };
}

function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function readPlainHeading(line: string, levelOfMarkup: number): HeadingSyntax | null {
  if (line.length > longestHeading) return null;
  const [mark = '', signs = '', bold = ''] = mayBeMarked.test(line) ? (marks.exec(line) ?? []) : [];
  const level = levelOfMarkup || signs.length;
  let start = mark.length;
  const ordinalStart = start;
  let end = line.trimEnd().length;
  if (bold !== '' && line.slice(start, end).endsWith(bold)) end -= bold.length;
  const found = ordinals.exec(line.slice(start, end));
  if (!found && level === 0 && bold === '') return null;
  let ordinal: Ordinal | null = null;
  if (found) {
    start += found[0].length;
    const [, part, chinese, bracketed, arabic] = found;
    const style = part ? 'part' : chinese ? 'chinese' : bracketed ? 'bracketed' : 'arabic';
    const value = arabic ? Number(arabic) : readChineseNumeral((part ?? chinese ?? bracketed) as string);
    ordinal = { style, value: value ?? 0 };
  }
  const title = line.slice(start, end);
  if (title === '' || title.length > longestTitle || inSentence.test(title)) return null;
  return { level, ordinal, title, ordinalStart, start, end };
}
