import type { Line } from './line';

/** Longer lines are rarely the same twice. */
const longest = 4;
const lines = new Map<string, Line>();
/** The commonest of all needs no look-up. */
export const emptyLine: Line = { text: '', eol: '\n' };

/**
 * The one object for a line that is empty, or nothing but a small figure, pipes or spaces; null for any other. A
 * compilation with each cell on a line of its own has them by the hundred thousand.
 */
export function commonLine(text: string, eol: string): Line | null {
  if (text === '' && eol === '\n') return emptyLine;
  if (text.length > longest || eol !== '\n' || !isOfCells(text)) return null;
  let line = lines.get(text);
  if (!line) {
    line = { text, eol };
    lines.set(text, line);
  }
  return line;
}

function isOfCells(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (!isDigit && code !== 0x7c && code !== 0x20) return false;
  }
  return true;
}

/** Whether a line is such a one. */
export function isCommonLine(line: Line): boolean {
  return line === emptyLine || (line.text.length <= longest && lines.get(line.text) === line);
}
