/** A stretch of a passage's text; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const endMarks = [...'。；;！!？?\n'].map((mark) => mark.charCodeAt(0));
/** No sentence is looked at farther from where it is asked of: the work stays linear in the text. */
const farthest = 300;
const longestTitle = 120;

/** The sentence around an offset, without the mark that ends it. A semicolon ends one too. */
export function sentenceAround(text: string, at: number): Stretch {
  let from = at;
  while (from > 0 && at - from < farthest && !isEndMark(text.charCodeAt(from - 1))) from--;
  let to = at;
  while (to < text.length && to - at < farthest && !isEndMark(text.charCodeAt(to))) to++;
  return { from, to };
}

/** By codes, and ideographs first: this looks at every character of a sentence. */
function isEndMark(code: number): boolean {
  return !(code >= 0x4e00 && code <= 0x9fff) && endMarks.includes(code);
}

/** The sentence behind another on the same line of running text; empty where there is none. */
export function sentenceAfter(text: string, { to }: Stretch): string {
  if (to >= text.length || text[to] === '\n') return '';
  const next = sentenceAround(text, to + 1);
  return text.slice(next.from, next.to);
}

/** Whether an offset stands inside `《…》` or `〈…〉`: the name of a document is not ours to correct. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestTitle), at);
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('〈') > before.lastIndexOf('〉')
  );
}
