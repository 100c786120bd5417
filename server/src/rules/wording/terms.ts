import type { Bilingual } from '../../form/form';
import { WordIndex } from '../../text/word-index';
import list from './terms.json';

/**
 * A wording of the list. `slip`: written so by mistake, whatever stands around it. `outdated`: once the term, now
 * another is. `unusual`: hardly ever meant.
 */
export interface Term {
  readonly wrong: string;
  /** What to write; null where that depends on what is meant. */
  readonly right: string | null;
  readonly kind: 'slip' | 'outdated' | 'unusual';
  /** Behind one of these, or before one of those, it is part of something right. */
  readonly notAfter: readonly string[];
  readonly notBefore: readonly string[];
  /** Wrong only at the beginning of a sentence. */
  readonly atStart: boolean;
  readonly note: Bilingual | null;
}

/** As listed; the words of `notAfter` and `notBefore` are parted by spaces. */
interface ListedTerm extends Partial<Pick<Term, 'kind' | 'atStart' | 'note'>> {
  readonly wrong: string;
  readonly right: string | null;
  readonly notAfter?: string;
  readonly notBefore?: string;
}

/** The words of `terms.json`. */
export const terms: readonly Term[] = (list.terms as readonly ListedTerm[]).map((listed) => ({
  kind: 'slip',
  atStart: false,
  note: null,
  ...listed,
  notAfter: listed.notAfter?.split(' ') ?? [],
  notBefore: listed.notBefore?.split(' ') ?? [],
}));

/** A slip is told by what the right wordings do not have: 制制 in 管理制制度. */
const index = new WordIndex(terms, (term) => term.wrong, terms.map((term) => term.right).join('\n'));
const sentenceEnd = /[。；;！!？?\s）)]$/u;

const none: readonly FoundTerm[] = [];

/** A term in a text; offsets are the text's. */
export interface FoundTerm {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** The wordings of the list that stand in a text where they are not part of something right. */
export function termsIn(text: string): readonly FoundTerm[] {
  const all = index.findIn(text);
  if (all.length === 0) return none;
  const wrong = all.filter(({ entry, from, to }) => isWrongAt(entry, text, from, to));
  // Of two of which one holds the other the longer one says what is meant; it comes first.
  wrong.sort((a, b) => a.from - b.from || b.to - a.to);
  const found: FoundTerm[] = [];
  let reach = 0;
  for (const { entry, from, to } of wrong) {
    if (to <= reach) continue;
    reach = to;
    found.push({ term: entry, from, to });
  }
  return found;
}

function isWrongAt({ notAfter, notBefore, atStart }: Term, text: string, from: number, to: number): boolean {
  if (notAfter.some((word) => text.endsWith(word, from))) return false;
  if (notBefore.some((word) => text.startsWith(word, to))) return false;
  // At the end of the text what should stand behind it is perhaps lost.
  if (notBefore.length > 0 && to === text.length) return false;
  return !atStart || from === 0 || sentenceEnd.test(text.slice(from - 1, from));
}
