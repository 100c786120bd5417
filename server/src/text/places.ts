import type { Source } from './line';
import type { Position } from './range';

/**
 * Places as the document counts them, of a value made of places as its source counts them: every position in
 * it is exchanged. The same value where both count alike, which they nearly always do.
 */
export function inDocument<T>(source: Source, value: T): T {
  return source.isBroken ? exchanged(value, documentPlaces(source)) : value;
}

/** A place of the document as its source counts it; one outside the text is moved inside. */
export function inSource(source: Source, position: Position): Position {
  if (!source.isBroken) return position;
  const { lines } = source;
  let line = 0;
  for (let left = position.line; left > 0 && line < lines.length; line++) if (lines[line]?.eol !== '') left--;
  let character = Math.max(0, position.character);
  // Of two lines that meet at a break, the place belongs to the later one.
  while (lines[line]?.eol === '' && line < lines.length - 1 && character >= (lines[line]?.text.length ?? 0))
    character -= lines[line++]?.text.length ?? 0;
  return { line, character };
}

/** For each line of a source: the document's line, and how much of that stands before it. */
interface DocumentPlaces {
  readonly lines: readonly number[];
  readonly characters: readonly number[];
}

function documentPlaces(source: Source): DocumentPlaces {
  const lines: number[] = [];
  const characters: number[] = [];
  let line = 0;
  let character = 0;
  for (const { text, eol } of source.lines) {
    lines.push(line);
    characters.push(character);
    if (eol === '') character += text.length;
    else {
      line++;
      character = 0;
    }
  }
  return { lines, characters };
}

function exchanged<T>(value: T, places: DocumentPlaces): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => exchanged(one, places)) as T;
  if (isPosition(value)) {
    const line = places.lines[value.line] ?? value.line;
    return { line, character: (places.characters[value.line] ?? 0) + value.character } as T;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, exchanged(one, places)])) as T;
}

function isPosition(value: object): value is Position {
  const { line, character } = value as Partial<Position>;
  return typeof line === 'number' && typeof character === 'number';
}
