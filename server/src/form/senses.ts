/** What a word means: a key of `words` in the vocabulary. */
export type Sense = string;

/** Every sense has a place in all sets, given to it when it is first named. */
const places = new Map<Sense, number>();
const most = 128;

function placeOf(sense: Sense): number {
  const known = places.get(sense);
  if (known !== undefined) return known;
  if (places.size === most) throw new Error(`the vocabulary has more than ${most} senses`);
  places.set(sense, places.size);
  return places.size - 1;
}

/** What bears senses: a word, or what is read from it. */
interface Bearer {
  readonly senses: Senses;
}

/** A set of senses, as bits: nearly all that a grammar asks is whether two such sets meet. */
export class Senses {
  static readonly none = new Senses(0, 0, 0, 0);

  private constructor(
    private readonly a: number,
    private readonly b: number,
    private readonly c: number,
    private readonly d: number,
  ) {}

  static of(...senses: readonly Sense[]): Senses {
    const bits: [number, number, number, number] = [0, 0, 0, 0];
    for (const place of senses.map(placeOf)) bits[(place >> 5) as 0 | 1 | 2 | 3] |= 1 << (place & 31);
    return new Senses(...bits);
  }

  /** All senses of some bearers. */
  static ofAll(bearers: readonly Bearer[]): Senses {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < bearers.length; i++) {
      const { senses } = bearers[i] as Bearer;
      a |= senses.a;
      b |= senses.b;
      c |= senses.c;
      d |= senses.d;
    }
    return (a | b | c | d) === 0 ? Senses.none : new Senses(a, b, c, d);
  }

  has(sense: Sense): boolean {
    const place = placeOf(sense);
    const bits = place < 64 ? (place < 32 ? this.a : this.b) : place < 96 ? this.c : this.d;
    return ((bits >>> (place & 31)) & 1) === 1;
  }

  /** Whether it has one of the others. */
  meets({ a, b, c, d }: Senses): boolean {
    return ((this.a & a) | (this.b & b) | (this.c & c) | (this.d & d)) !== 0;
  }

  /** Whether it has all of the others. */
  covers({ a, b, c, d }: Senses): boolean {
    return ((~this.a & a) | (~this.b & b) | (~this.c & c) | (~this.d & d)) === 0;
  }

  and({ a, b, c, d }: Senses): Senses {
    return new Senses(this.a | a, this.b | b, this.c | c, this.d | d);
  }

  /** Those that it has in common with the others. */
  among({ a, b, c, d }: Senses): Senses {
    return new Senses(this.a & a, this.b & b, this.c & c, this.d & d);
  }

  without({ a, b, c, d }: Senses): Senses {
    return new Senses(this.a & ~a, this.b & ~b, this.c & ~c, this.d & ~d);
  }
}
