import { emptyLine, isCommonLine } from '../text/common-lines';
import { Memo } from '../text/memo';
import type { Line } from '../text/source';
import { isBlank } from '../text/space';
import { type CheckerComment, checkerComments } from './comment';
import { cellsOf, type Grid, type GridRow, type Layout } from './grid';
import { type HeadingSyntax, readHeading } from './heading';
import { htmlRows, isLayoutTable, opensTable, tableEnd } from './html';
import {
  isRunningText,
  linesWithoutPadding,
  loneCellOf,
  type PaddedLayout,
  withoutPadding,
} from './lone-cell';
import { asSeen, htmlLinesAsSeen, isPlain as isPlainText, isSeenOtherwise, linesAsSeen } from './seen-lines';

/**
 * Blocks tile the lines of a draft. They are immutable and know nothing of where they stand: every line
 * number inside counts from the block's first line, so a block can be kept while the text around it moves.
 */
export type Block = HeadingBlock | ParagraphBlock | TableBlock | BlankBlock;

interface BlockOfLines {
  /** As a reader sees them: a comment is spaces, a radical its ideograph. */
  readonly lines: readonly Line[];
  /** What the comments on them say to the checker. */
  readonly comments: readonly CheckerComment[];
  /** Whether its lines are nothing but text: no markup, nothing that tables are made with. */
  readonly isPlain: boolean;
  readonly memo: Memo;
}
/** Text whose lines may be rows: of each one cell holds words, and they are read as if the blank ones were not there. */
interface BlockOfText extends BlockOfLines {
  /** The rows as they are written; null where the lines are no rows. */
  readonly rows: { readonly layout: PaddedLayout; readonly lines: readonly Line[] } | null;
}
export interface HeadingBlock extends HeadingSyntax, BlockOfText {
  readonly kind: 'heading';
}
export interface ParagraphBlock extends BlockOfText {
  readonly kind: 'paragraph';
}
export interface TableBlock extends BlockOfLines {
  readonly kind: 'table';
  readonly layout: Layout;
}
export interface BlankBlock extends BlockOfLines {
  readonly kind: 'blank';
}

/** A label stands alone in its row, or nothing does, and the lines below tell whether it is a table's; a text alone is none. */
type LineKind =
  | 'blank'
  | 'html'
  | 'heading'
  | 'text'
  | PaddedLayout
  | `${PaddedLayout}Label`
  | `${PaddedLayout}Text`;

/** Longer lines are never split into cells or read as headings: they are nobody's table row. */
const longestLine = 20_000;

/** A line of HTML keeps its tabs and pipes to itself. */
const isMarkedUp = /^\s*<\/?[a-z]/iu;
/** Of either width, or drawn as the border of a box. */
const pipe = /[|｜│┃]/u;
const edgePipe = /^[|｜│┃]|[|｜│┃]$/u;
const delimiterRow = /^[\s|｜│┃:：\u200b\ufeff-]*-[\s|｜│┃:：\u200b\ufeff-]*$|^[\s─-╿]+$/u;

/** A row of blank cells, or one that parts the head of a table from its body. */
const hollowRow = /^[\s|｜│┃:：\u200b\ufeff-]*$/u;

let lastLine: Line | undefined;
let lastKind: LineKind = 'blank';
let lastHeading: HeadingSyntax | null = null;
/** Where the line is a row that holds nothing but a heading. */
let lastPadding: PaddedLayout | null = null;
let isLastPlain = true;
let isLastOtherwise = false;

/** The kind of a line. The line that ends one block is asked of again at once, for it begins the next. */
function lineKind(line: Line): LineKind {
  if (line !== lastLine) {
    lastLine = line;
    lastHeading = null;
    lastPadding = null;
    // Many lines are empty.
    isLastPlain = line.text === '' || isPlainText(line.text);
    isLastOtherwise = !isLastPlain && isSeenOtherwise(line.text);
    lastKind = isLastPlain
      ? kindOfPlain(line.text)
      : readKind(isLastOtherwise ? asSeen(line.text) : line.text);
  }
  return lastKind;
}

function kindOfPlain(text: string): LineKind {
  if (isBlank(text)) return 'blank';
  return text.length <= longestLine ? kindAsHeading(text, true) : 'text';
}

/** The kind of a line that is no row. */
function kindAsHeading(text: string, isPlain: boolean): LineKind {
  lastHeading = readHeading(text, isPlain);
  return lastHeading ? 'heading' : 'text';
}

function readKind(text: string): LineKind {
  if (isBlank(text)) return 'blank';
  const hasTag = text.includes('<');
  if (hasTag && opensTable(text)) return 'html';
  if (text.length > longestLine) return 'text';
  if (hasTag && isMarkedUp.test(text)) return kindAsHeading(text, false);
  if (isPiped(text)) return kindOfRow(text, 'piped');
  if (isTabbed(text)) return kindOfRow(text, 'tabbed');
  return kindAsHeading(text, false);
}

/** The kind of a line with cells. Alone in it, what has a Chinese ordinal is a heading; another may be one of a table's rows. */
function kindOfRow(text: string, layout: PaddedLayout): LineKind {
  const cell = loneCellOf(text, layout);
  if (!cell) return layout === 'piped' && hollowRow.test(text) ? 'pipedLabel' : layout;
  const heading = readHeading(withoutPadding(text, cell), false);
  if (heading && (heading.ordinal?.style === 'chinese' || heading.ordinal?.style === 'part')) {
    lastHeading = heading;
    lastPadding = layout;
    return 'heading';
  }
  return isRunningText(text, cell) ? `${layout}Text` : `${layout}Label`;
}

function isPiped(text: string): boolean {
  const first = text.search(pipe);
  if (first < 0) return false;
  return edgePipe.test(text.trim()) || pipe.test(text.slice(first + 1));
}

/** A tab between or after cells makes a row; one before the text only indents it. */
function isTabbed(text: string): boolean {
  const tab = text.indexOf('\t');
  if (tab < 0) return false;
  const trimmedStart = text.trimStart();
  const next = trimmedStart.indexOf('\t');
  return next >= 0 || text.startsWith('\t\t');
}

const noComments: readonly CheckerComment[] = [];

/** Nothing that differs is derived from blank lines: they share one memo. */
const blankMemo = new Memo();

/** The blocks of lines that are the same objects everywhere, by their text; that of the empty line is asked for most. */
const emptyBlock: Block = {
  kind: 'blank',
  lines: [emptyLine],
  comments: noComments,
  isPlain: true,
  memo: blankMemo,
};
const commonBlocks = new Map<string, Block>([['', emptyBlock]]);

/** Whether a block stands for every one like it: what is kept with it must depend on nothing but its own text. */
export function isCommon(block: Block): boolean {
  const [line] = block.lines;
  return (
    block.lines.length === 1 &&
    line !== undefined &&
    isCommonLine(line) &&
    commonBlocks.get(line.text) === block
  );
}

/**
 * Reads the block that begins on line `first`. What it returns depends on the lines from there on and on
 * nothing before, which is what lets an edit stop re-reading where an old block fits again; and on none behind it but
 * the next, and up to the next tag of a table, where it is the first line of a table that lays out a page.
 */
export function readBlock(lines: readonly Line[], first: number): Block {
  const line = lines[first] as Line;
  let kind = lineKind(line);
  if (kind === 'heading' && lastHeading) return headingBlock(line, lastHeading);
  let isOtherwise = isLastOtherwise;
  let isAllPlain = isLastPlain;
  // What stands in a table that only lays out a page is read as if it were not there.
  if (kind === 'html' && isLayoutTable(lines, first)) return blockOf('text', [line], isOtherwise, false);
  let end = kind === 'html' ? tableEnd(lines, first) : first + 1;
  if (kind === 'html') {
    for (let i = first + 1; i < end; i++) isOtherwise ||= isSeenOtherwise((lines[i] as Line).text);
  } else {
    while (end < lines.length) {
      const next = lineKind(lines[end] as Line);
      // A table has labels alone in a row; where nothing but such came before it, they are its own.
      if (next !== kind && next !== labelOf(kind)) {
        if (kind !== labelOf(next)) break;
        kind = next;
      }
      isOtherwise ||= isLastOtherwise;
      isAllPlain &&= isLastPlain;
      end++;
    }
  }
  if (line === emptyLine && end === first + 1) return emptyBlock;
  const written = end === first + 1 ? [line] : lines.slice(first, end);
  if (end > first + 1 || !isCommonLine(line)) return blockOf(kind, written, isOtherwise, isAllPlain);
  let common = commonBlocks.get(line.text);
  if (!common) {
    common = blockOf(kind, written, isOtherwise, isAllPlain);
    commonBlocks.set(line.text, common);
  }
  return common;
}

/** The kind of a label alone in a row of such a table. */
function labelOf(kind: LineKind): LineKind | null {
  return kind === 'tabbed' || kind === 'piped' ? `${kind}Label` : null;
}

/** The block of the line that was looked at last. */
function headingBlock(line: Line, heading: HeadingSyntax): HeadingBlock {
  const { level, ordinal, title, ordinalStart, start, end } = heading;
  const seen = isLastOtherwise ? linesAsSeen([line]) : [line];
  const comments = isLastOtherwise ? checkerComments([line]) : noComments;
  const rows = lastPadding && { layout: lastPadding, lines: seen };
  const lines = lastPadding ? linesWithoutPadding(seen, lastPadding) : seen;
  const isPlain = isLastPlain || (rows !== null && areAllPlain(lines));
  const memo = new Memo();
  return {
    kind: 'heading',
    level,
    ordinal,
    title,
    ordinalStart,
    start,
    end,
    lines,
    rows,
    comments,
    isPlain,
    memo,
  };
}

function areAllPlain(lines: readonly Line[]): boolean {
  return lines.every(({ text }) => isPlainText(text));
}

/** Whether an HTML table begins with a block: one of data, or one that lays out a page. */
export function opensHtmlTable({ kind, isPlain, lines }: Block): boolean {
  return kind !== 'blank' && !isPlain && opensTable((lines[0] as Line).text);
}

function blockOf(kind: LineKind, written: readonly Line[], isOtherwise: boolean, isPlain: boolean): Block {
  const memo = kind === 'blank' ? blankMemo : new Memo();
  const seen = kind === 'html' ? htmlLinesAsSeen : linesAsSeen;
  const lines = isOtherwise ? seen(written) : written;
  const comments = isOtherwise ? checkerComments(written) : noComments;
  switch (kind) {
    case 'blank':
      return { kind, lines, comments, isPlain, memo };
    case 'text':
    case 'heading':
      return { kind: 'paragraph', lines, rows: null, comments, isPlain, memo };
    case 'tabbed':
    case 'piped':
    case 'html':
      return { kind: 'table', layout: kind, lines, comments, isPlain, memo };
    default:
      return blockOfLoneCells(kind.startsWith('tabbed') ? 'tabbed' : 'piped', lines, comments);
  }
}

/** Rows of which none holds more than a cell, and that are no table's: a heading, or running text, or nothing. */
function blockOfLoneCells(
  layout: PaddedLayout,
  written: readonly Line[],
  comments: readonly CheckerComment[],
): Block {
  const lines = linesWithoutPadding(written, layout);
  const [first] = lines;
  const rows = { layout, lines: written };
  const isPlain = areAllPlain(lines);
  const filled = lines.findLastIndex(({ text }) => text !== '');
  if (filled < 0) return { kind: 'blank', lines: written, comments, isPlain: false, memo: blankMemo };
  const memo = new Memo();
  const heading = first && filled === 0 ? readHeading(first.text, isPlain) : null;
  if (heading) return { kind: 'heading', ...heading, lines, rows, comments, isPlain, memo };
  return { kind: 'paragraph', lines, rows, comments, isPlain, memo };
}

const gridKey = {};
const emptyGrid: Grid = { layout: 'spaced', rows: [] };

/**
 * A block as a grid. Tables have the cells their separators make, and so has text that stands in rows; other headings
 * and paragraphs are read as space-separated rows, for text out of a PDF has its tables there. A table's grid is kept with its block.
 */
export function gridOf(block: Block): Grid {
  if (block.kind === 'blank') return emptyGrid;
  // The row of a line or two of text is found sooner than kept.
  if (block.kind !== 'table') {
    const { rows } = block;
    if (!rows) return { layout: 'spaced', rows: lineRows(block, 'spaced') };
    return { layout: rows.layout, rows: lineRows(rows, rows.layout) };
  }
  return block.memo.get(gridKey, () => {
    const { layout } = block;
    return { layout, rows: layout === 'html' ? htmlRows(block.lines) : lineRows(block, layout) };
  });
}

function lineRows({ lines }: Pick<Block, 'lines'>, layout: Layout): GridRow[] {
  const [first] = lines;
  if (lines.length === 1 && first && isRow(first.text, layout))
    return [{ line: 0, cells: cellsOf(first.text, layout) }];
  const rows: GridRow[] = [];
  for (let line = 0; line < lines.length; line++) {
    const { text } = lines[line] as Line;
    if (isRow(text, layout)) rows.push({ line, cells: cellsOf(text, layout) });
  }
  return rows;
}

function isRow(text: string, layout: Layout): boolean {
  return text.length <= longestLine && (layout !== 'piped' || !delimiterRow.test(text));
}
