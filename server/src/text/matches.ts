/**
 * All matches of a global expression. Mostly there is none: a search finds that out in a tenth of the time that
 * `matchAll` takes to get ready.
 */
export function matchesOf(text: string, expression: RegExp): Iterable<RegExpExecArray> {
  return text.search(expression) < 0 ? none : text.matchAll(expression);
}

const none: readonly RegExpExecArray[] = [];
