/**
 * Texts that are looked through for those like another one. How many characters each of them shares with it is
 * counted over all of them at once; only those that share enough are then worth comparing.
 */
export class AlikeTexts {
  private readonly places = new Map<number, number[]>();

  constructor(private readonly texts: readonly string[]) {
    texts.forEach((text, place) => {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const own = this.places.get(code);
        if (!own) this.places.set(code, [place]);
        else if (own[own.length - 1] !== place) own.push(place);
      }
    });
  }

  /** The texts that may be as alike to `text` as `least` (0 to 1) says, as `similarity` has it; in their own order. */
  candidates(text: string, least: number): string[] {
    const shared = new Uint16Array(this.texts.length);
    for (let i = 0; i < text.length; i++)
      for (const place of this.places.get(text.charCodeAt(i)) ?? [])
        shared[place] = (shared[place] as number) + 1;
    const found: string[] = [];
    for (let place = 0; place < shared.length; place++) {
      const one = this.texts[place] as string;
      if ((shared[place] as number) + rounding >= least * Math.max(one.length, text.length)) found.push(one);
    }
    return found;
  }
}

/** No sum of fractions may leave out what is just alike enough. */
const rounding = 1e-6;
