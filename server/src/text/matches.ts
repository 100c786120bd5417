/**
 * All matches of a global expression that never matches nothing, all at once. (`matchAll` gets ready for longer than most
 * searches take, for it makes a copy of the expression.)
 */
export function matchesOf(text: string, expression: RegExp): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = expression.exec(text)) found.push(match);
  return found;
}

const none: readonly RegExpExecArray[] = [];
