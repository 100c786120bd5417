/**
 * What was derived from an immutable value, kept with it. A memo changes nothing that can be observed: asked
 * twice, it gives the same answer. (A field of the value, for a weak map costs more than most of what is kept.)
 */
export class Memo {
  #kept: unknown[] | undefined;

  /** The value kept under a key; found out, and kept from then on, at the first call. */
  get<T>(key: object, find: () => T): T {
    this.#kept ??= [];
    const kept = this.#kept;
    for (let i = 0; i < kept.length; i += 2) if (kept[i] === key) return kept[i + 1] as T;
    const value = find();
    kept.push(key, value);
    return value;
  }
}
