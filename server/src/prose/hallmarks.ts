import type { Sense } from '../form/senses';
import type { Vocabulary } from '../form/vocabulary';

/**
 * Characters of which every word with one of some senses has one: a text that has none of them has none of the words.
 * Chosen so that few other words of the vocabulary have them.
 */
export function hallmarksOf(senses: Iterable<Sense>, { texts }: Vocabulary): Set<string> {
  const frequency = frequencies([...texts.values()].flat());
  let words = [...senses].flatMap((sense) => texts.get(sense) ?? []);
  const found = new Set<string>();
  while (words.length > 0) {
    let best = '';
    let most = 0;
    for (const [character, count] of frequencies(words)) {
      const share = count / (frequency.get(character) as number);
      if (share * count > most) {
        best = character;
        most = share * count;
      }
    }
    found.add(best);
    words = words.filter((word) => !word.includes(best));
  }
  return found;
}

/** How many of some words have each character. */
function frequencies(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const character = word.charAt(i);
      if (word.indexOf(character) === i) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}
