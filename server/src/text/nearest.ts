import { similarity } from './fold';

const likeEnough = 0.6;

/** Of some names the one most like what is written, for a slip of spelling; empty where none is like it. */
export function nearestOf(written: string, names: Iterable<string>): string {
  let nearest = '';
  let most = likeEnough;
  for (const name of names) {
    const likeness = similarity(written.toLowerCase(), name.toLowerCase());
    if (likeness > most) {
      nearest = name;
      most = likeness;
    }
  }
  return nearest;
}
