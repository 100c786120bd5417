import type { PlacedPassage } from '../report/passages';
import type { Report } from '../report/report';
import { characterIndex, indexOfCharacter, mostCharacters } from '../text/character-table';

/**
 * What stands in every passage that a rule may have something to say of: one of some characters, or two neighbours.
 * One look at a passage finds the cues of all rules, and a rule reads only the passages that hold its own. A bit;
 * several are joined by `|`.
 */
export type Cue = number;

/** One character in any of `seconds`; where there are `firsts`, behind one of those. */
interface ListedCue {
  readonly firsts: string | null;
  readonly seconds: string;
}

const listed: ListedCue[] = [];
const mostCues = 31;

/** The cue that any of the characters is, wherever it stands. */
export function anyOf(characters: string): Cue {
  return list({ firsts: null, seconds: characters });
}

/** The cue that two neighbours are, each one of its characters. A line end stands at both ends of a passage. */
export function neighbours(firsts: string, seconds: string): Cue {
  return list({ firsts, seconds });
}

/** The cue of words: the first two characters of any of them. */
export function beginningsOf(words: readonly string[]): Cue {
  return neighbours(words.map((word) => word[0]).join(''), words.map((word) => word[1]).join(''));
}

function list(cue: ListedCue): Cue {
  if (listed.length === mostCues) throw new Error(`no more than ${mostCues} cues: let rules share them`);
  look = undefined;
  return 1 << (listed.push(cue) - 1);
}

/** The cues that a passage holds. Kept with its block. */
export function cuesIn({ block, passage }: PlacedPassage): Cue {
  const own = currentLook();
  return block.memo.get(own, lookAt, own, passage.text);
}

function lookAt(own: Look, text: string): Cue {
  return own.cuesIn(text);
}

/** The passages of a report that hold any of the cues. */
export function passagesWith(report: Report, cues: Cue): readonly PlacedPassage[] {
  const { anywhere, inPassage } = report.memo.get(currentLook(), cuesOf, report);
  if ((anywhere & cues) === 0) return nowhere;
  const found: PlacedPassage[] = [];
  for (let i = 0; i < inPassage.length; i++)
    if (((inPassage[i] as Cue) & cues) !== 0) found.push(report.passages[i] as PlacedPassage);
  return found;
}

const nowhere: readonly PlacedPassage[] = [];

/** The cues of a report's passages, one by one and all together. */
interface CuesOfReport {
  readonly anywhere: Cue;
  readonly inPassage: readonly Cue[];
}

function cuesOf({ passages }: Report): CuesOfReport {
  let anywhere = 0;
  const inPassage = passages.map((placed) => {
    const own = cuesIn(placed);
    anywhere |= own;
    return own;
  });
  return { anywhere, inPassage };
}

/** Finds all cues of a text in one pass. Characters that are alike for all cues are of one kind; most are of none. */
class Look {
  readonly #kinds = new Uint8Array(mostCharacters);
  /** By kind: the cues whose first character it is, and those whose second. */
  readonly #asFirst = [0];
  readonly #asSecond = [0];
  readonly #lineEnd: number;

  constructor(cues: readonly ListedCue[]) {
    const kindByCues = new Map<string, number>([['0 0', 0]]);
    for (const character of new Set(
      `${cues.map(({ firsts, seconds }) => (firsts ?? '') + seconds).join('')}\n`,
    )) {
      // One that may stand behind anything is waited for behind every kind.
      const asFirst = bitsOf(cues, ({ firsts }) => firsts?.includes(character) ?? false);
      const asSecond = bitsOf(cues, ({ seconds }) => seconds.includes(character));
      const name = `${asFirst} ${asSecond}`;
      let kind = kindByCues.get(name);
      if (kind === undefined) {
        kind = this.#asFirst.push(asFirst) - 1;
        if (kind > 0xff) throw new Error('too many kinds of characters for one byte');
        this.#asSecond.push(asSecond);
        kindByCues.set(name, kind);
      }
      this.#kinds[indexOfCharacter(character.charCodeAt(0))] = kind;
    }
    const behindAny = bitsOf(cues, ({ firsts }) => firsts === null);
    this.#asFirst.forEach((_, kind, all) => {
      all[kind] = (all[kind] as Cue) | behindAny;
    });
    this.#lineEnd = this.#kinds[indexOfCharacter('\n'.charCodeAt(0))] as number;
  }

  cuesIn(text: string): Cue {
    const kinds = this.#kinds;
    const indices = characterIndex;
    const asFirst = this.#asFirst;
    const asSecond = this.#asSecond;
    let found = 0;
    let before = asFirst[this.#lineEnd] as Cue;
    for (let i = 0; i < text.length; i++) {
      const kind = kinds[indices[text.charCodeAt(i)] as number] as number;
      found |= before & (asSecond[kind] as Cue);
      before = asFirst[kind] as Cue;
    }
    return found | (before & (asSecond[this.#lineEnd] as Cue));
  }
}

function bitsOf(cues: readonly ListedCue[], holds: (cue: ListedCue) => boolean): Cue {
  return cues.reduce((bits, cue, i) => (holds(cue) ? bits | (1 << i) : bits), 0);
}

/** Made at the first look, when all rules have listed their cues; one that is listed later makes it be made anew. */
let look: Look | undefined;

function currentLook(): Look {
  look ??= new Look(listed);
  return look;
}
