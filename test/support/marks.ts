/** A place in a text, as LSP counts: lines from 0, UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch on one line. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** A draft without its marks, and what they marked. */
export interface Marked {
  readonly text: string;
  /** What stands above `^^^`, in reading order. */
  readonly ranges: readonly Stretch[];
  /** Where `‸` stood. */
  readonly cursor: Place | null;
}

const caretLine = /^[\s→]*[\^＾][\s^＾→]*$/u;

/**
 * Writes a draft out of a template string: the first line end is dropped and `→` becomes a tab, so that tabs
 * are seen.
 */
export function draft(template: string): string {
  return template.replace(/^\n/u, '').replaceAll('→', '\t');
}

/**
 * Takes the marks out of a draft. A line of carets marks what stands above it; each `^` or `＾` is one UTF-16
 * unit, and anything may stand before them (full-width spaces under full-width characters, `→` under tabs).
 */
export function readMarks(template: string): Marked {
  const lines: string[] = [];
  const ranges: Stretch[] = [];
  let cursor: Place | null = null;
  for (const written of template.replace(/^\n/u, '').split('\n')) {
    if (caretLine.test(written)) {
      const line = lines.length - 1;
      for (const match of written.matchAll(/[\^＾]+/gu)) {
        const start = { line, character: match.index };
        ranges.push({ start, end: { line, character: match.index + match[0].length } });
      }
      continue;
    }
    const at = written.indexOf('‸');
    if (at >= 0) cursor = { line: lines.length, character: at };
    lines.push(written.replace('‸', '').replaceAll('→', '\t'));
  }
  return { text: lines.join('\n'), ranges, cursor };
}

/** The text under a stretch. */
export function textUnder(text: string, { start, end }: Stretch): string {
  const lines = text.split(/\r\n|\r|\n/u);
  if (start.line === end.line) return lines[start.line]?.slice(start.character, end.character) ?? '';
  return [
    lines[start.line]?.slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line]?.slice(0, end.character),
  ].join('\n');
}

/** Replaces the one place where `from` stands; anything else is a mistake of the test. */
export function changed(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`${JSON.stringify(from)} stands ${parts.length - 1} times in the draft`);
  return parts.join(to);
}

/** How many runs a property gets: `GOUJI_RUNS` where it is more than usual. */
export function runs(usual: number): number {
  return Math.max(usual, Number(process.env.GOUJI_RUNS ?? 0));
}
