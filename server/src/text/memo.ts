/**
 * What was derived from an immutable value, kept with it. A memo changes nothing that can be observed: asked
 * twice, it gives the same answer. (A field of the value, for a weak map costs more than most of what is kept.)
 */
export class Memo {
  #kept: unknown[] | undefined;

  /**
   * The value kept under a key; found out, and kept from then on, at the first call. What `find` needs is handed on to
   * it, for a function made anew around it costs its memory at every call.
   */
  get<T>(key: object, find: () => T): T;
  get<T, A>(key: object, find: (a: A) => T, a: A): T;
  get<T, A, B>(key: object, find: (a: A, b: B) => T, a: A, b: B): T;
  get<T, A, B>(key: object, find: (a: A, b: B) => T, a?: A, b?: B): T {
    const kept = this.#kept;
    if (kept) for (let i = 0; i < kept.length; i += 2) if (kept[i] === key) return kept[i + 1] as T;
    const value = find(a as A, b as B);
    // Of most values one thing or two are kept, and a list that grows takes room for many.
    if (!this.#kept) this.#kept = [key, value];
    else if (this.#kept.length === 2) this.#kept = [...this.#kept, key, value];
    else this.#kept.push(key, value);
    return value;
  }
}
