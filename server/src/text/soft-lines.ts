const beginsWithTag = /^\s*</u;
const separator = /[\t|｜│┃]/u;
/** What ends a line of text in the middle of one: no row of a table has it outside its cells. */
const endsLine = /<(?:br|hr)\b|<\/(?:p|h[1-6]|div|li)\s*>/iu;
/** What a browser begins a new line with, or ends one after. */
const breaks = /<(\/?)(table|tr|td|th|p|h[1-6]|div|li|ul|ol|section|article|blockquote|br|hr)\b[^<>]*>/giu;

/** The tags of tables and of their cells: whether they close, and their names. */
export const tableTags = /<(\/?)(table|td|th)(?=[\s>])/giu;
/** A table with another one behind more cells holds data; one in the first few of them only lays out a page. */
const mostLayoutCells = 4;

/** Whether a table only lays out the page, by the tags behind its own, in order: another begins in one of its first cells. */
export function isLayout(tags: Iterable<RegExpMatchArray>): boolean {
  let cells = 0;
  for (const [, slash, name = ''] of tags) {
    if (name.length > 2) return slash === '';
    if (slash === '' && ++cells > mostLayoutCells) return false;
  }
  return false;
}

/** Separators of lines and paragraphs that are no line ends to an editor. */
const separators = /[\u2028\u2029]/gu;

/** Whether any line of a text may be broken for reading. */
export function mayHoldBreaks(text: string): boolean {
  return text.includes('<') || text.includes('\u2028') || text.includes('\u2029');
}

/**
 * Where a line that holds a page of HTML is broken for reading, as a browser would show it: before paragraphs,
 * headings and tables, and behind headings, tables and `<br>`; a table stays whole. Or else where Unicode's own separators part
 * lines. Offsets in ascending order. Depends on the line alone.
 */
export function softBreaks(line: string): readonly number[] {
  const breaksOfTags = tagBreaks(line);
  if (breaksOfTags.length > 0) return breaksOfTags;
  return [...line.matchAll(separators)].map(({ index }) => index + 1).filter((at) => at < line.length);
}

function tagBreaks(line: string): readonly number[] {
  if (!line.includes('<')) return [];
  if (!beginsWithTag.test(line) && (separator.test(line) || !endsLine.test(line))) return [];
  const found: number[] = [];
  const start = line.indexOf('<');
  let tables = 0;
  let layouts = 0;
  /** Within a table that began on an earlier line. */
  let isPiece = false;
  const breakAt = (offset: number): void => {
    if (offset > (found.at(-1) ?? start) && offset < line.length) found.push(offset);
  };
  for (const match of line.matchAll(breaks)) {
    const [tag, slash, written = ''] = match;
    const name = written.toLowerCase();
    const isClosing = slash === '/';
    const end = match.index + tag.length;
    if (name === 'table' && isClosing) {
      const endsPiece = tables === 0 && isPiece;
      if (tables > 0) tables--;
      else if (isPiece) isPiece = false;
      else if (layouts > 0) layouts--;
      // A comment to the checker speaks of the line that it was put behind.
      if (tables === 0 && !isPiece && !(endsPiece && isComment.test(line.slice(end)))) breakAt(end);
    } else if (name === 'table') {
      const opensLayout = tables === 0 && !isPiece && isLayout(tagsBehind(line, end));
      if (tables === 0 && !isPiece) breakAt(match.index);
      if (opensLayout) layouts++;
      else tables++;
    } else if (tables === 0 && !isPiece) {
      if (name.startsWith('t') && layouts === 0) {
        if (!closesTable.test(line)) return none;
        found.length = 0;
        isPiece = true;
      } else if (name === 'br' || name === 'hr' || (isClosing && name.startsWith('h'))) breakAt(end);
      else if (!isClosing) breakAt(match.index);
    }
  }
  return found;
}

const none: readonly number[] = [];
const closesTable = /<\/table/iu;
const isComment = /^\s*<!--/u;

/** A copy of the expression goes on from where it is said to, so that a line of many tables is not gone through for each. */
function tagsBehind(line: string, from: number): Iterable<RegExpMatchArray> {
  tableTags.lastIndex = from;
  const tags = line.matchAll(tableTags);
  tableTags.lastIndex = 0;
  return tags;
}
