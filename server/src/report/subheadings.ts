import type { Block } from '../syntax/block';
import type { OrdinalStyle } from '../syntax/heading';
import { passageOf } from '../syntax/passage';
import { readChineseNumeral } from '../text/number';

/** An ordinal that begins a line of running text, and the words behind it. Offsets are of the passage's text. */
export interface Subheading {
  readonly style: OrdinalStyle;
  readonly value: number;
  /** As written: `（一）`, `1、`. */
  readonly ordinal: string;
  readonly start: number;
  /** The first words of the line, up to a mark or a space. */
  readonly title: string;
}

const atLineStart =
  /(?:^|\n)(?:\s|[-*+#>]+\s|\*\*|__)*((?:第([一二三四五六七八九十]{1,3})部分)|(?:([一二三四五六七八九十]{1,3})\s?[、．.])|(?:[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)])|(?:(\d{1,2})\s?[、．.](?!\d)))\s*([^\n]{0,40})/gu;
/** `第二十条第` at the end of a broken line, `（五）项` on the next: an article that is cited. */
const citedBefore = /第\s*$/u;
const citedBehind = /^(?:项|款|目|条|至|、|，|,|和|及|或)/u;
const titleEnd = /[。；;：:，,！？\s*]/u;

const key = {};

/** The ordinals that begin a line of a block's running text, with what they number. */
export function subheadingsOf(block: Block): readonly Subheading[] {
  const passage = passageOf(block);
  if (passage === null || !mayHoldOrdinal.test(passage.text)) return none;
  return block.memo.get(key, () => readSubheadings(passage.text));
}

const none: readonly Subheading[] = [];
const mayHoldOrdinal = /[、．.）)分]/u;

function readSubheadings(text: string): readonly Subheading[] {
  const found: Subheading[] = [];
  for (const match of text.matchAll(atLineStart)) {
    const [whole, ordinal = '', part, chinese, bracketed, arabic, rest = ''] = match;
    const start = match.index + whole.lastIndexOf(ordinal, whole.length - rest.length);
    if (citedBefore.test(text.slice(0, match.index)) || citedBehind.test(rest)) continue;
    const style = part ? 'part' : chinese ? 'chinese' : bracketed ? 'bracketed' : 'arabic';
    const value = arabic ? Number(arabic) : readChineseNumeral((part ?? chinese ?? bracketed) as string);
    if (value === null || value === 0) continue;
    const end = rest.search(titleEnd);
    found.push({ style, value, ordinal, start, title: end < 0 ? rest : rest.slice(0, end) });
  }
  return found;
}
