import { comparePositions, type Range } from '../../text/range';
import type { Directive, NamedCode } from './directives';

/** As much of a finding as directives look at. */
export interface Silenceable {
  readonly code: string;
  readonly range: Range;
}

/** A directive that does nothing, or names codes in vain. */
export interface IdleDirective {
  readonly directive: Directive;
  /** The codes in vain; none where the directive names none at all. */
  readonly codes: readonly NamedCode[];
}

/** What directives do to findings. */
export interface Silence<Found> {
  /** In the order they were given in. */
  readonly shown: readonly Found[];
  readonly silenced: readonly Found[];
  readonly idle: readonly IdleDirective[];
}

/** Applies the directives of a draft to what was found in it. A code that there is no rule for is not called idle. */
export function silence<Found extends Silenceable>(
  directives: readonly Directive[],
  found: readonly Found[],
): Silence<Found> {
  if (directives.length === 0) return { shown: found, silenced: [], idle: [] };
  const uses = new Uses();
  const ofFile = directives.filter((one) => one.kind === 'disable-file');
  const ofLine = new Map<number, Directive[]>();
  for (const one of directives) {
    if (one.line < 0) continue;
    const others = ofLine.get(one.line);
    if (others) others.push(one);
    else ofLine.set(one.line, [one]);
  }
  const stretches = new OpenStretches(directives, uses);
  const silencing = new Map<Found, Directive>();
  const inOrder = [...found].sort((a, b) => comparePositions(a.range.start, b.range.start));
  for (const finding of inOrder) {
    const { code, range } = finding;
    const directive =
      ofLine.get(range.start.line)?.find((one) => means(one, code)) ??
      stretches.at(range, code) ??
      ofFile.find((one) => means(one, code));
    if (!directive) continue;
    silencing.set(finding, directive);
    uses.note(directive, code);
  }
  stretches.toTheEnd();
  return {
    shown: found.filter((one) => !silencing.has(one)),
    silenced: found.filter((one) => silencing.has(one)),
    idle: directives.flatMap((directive) => uses.idle(directive) ?? []),
  };
}

function means({ codes }: Directive, code: string): boolean {
  return codes.length === 0 || codes.some((one) => one.code === code);
}

/** Which codes each directive has had an effect on. */
class Uses {
  private readonly codes = new Map<Directive, Set<string>>();

  note(directive: Directive, code: string): void {
    const codes = this.codes.get(directive);
    if (codes) codes.add(code);
    else this.codes.set(directive, new Set([code]));
  }

  idle(directive: Directive): IdleDirective | null {
    const used = this.codes.get(directive);
    if (directive.codes.length === 0) return used ? null : { directive, codes: [] };
    const codes = directive.codes.filter((one) => one.unknownNear === null && !used?.has(one.code));
    return codes.length === 0 ? null : { directive, codes };
  }
}

interface Opened {
  /** Null where it was closed. */
  readonly directive: Directive | null;
  readonly at: number;
}

/** Which `disable` is open, place by place down the draft: the last one that spoke of a code holds. */
class OpenStretches {
  private ofAll: Opened = { directive: null, at: -1 };
  private readonly ofCode = new Map<string, Opened>();
  private next = 0;

  constructor(
    private readonly directives: readonly Directive[],
    private readonly uses: Uses,
  ) {}

  at({ start }: Range, code: string): Directive | null {
    for (; this.next < this.directives.length; this.next++) {
      const directive = this.directives[this.next] as Directive;
      if (comparePositions(directive.range.start, start) > 0) break;
      this.pass(directive);
    }
    return this.open(code);
  }

  toTheEnd(): void {
    for (; this.next < this.directives.length; this.next++)
      this.pass(this.directives[this.next] as Directive);
  }

  private open(code: string): Directive | null {
    const own = this.ofCode.get(code);
    return own && own.at > this.ofAll.at ? own.directive : this.ofAll.directive;
  }

  private pass(directive: Directive): void {
    const { kind, codes } = directive;
    if (kind !== 'disable' && kind !== 'enable') return;
    const opened: Opened = { directive: kind === 'disable' ? directive : null, at: this.next };
    if (codes.length === 0) {
      const isAnyOpen = this.ofAll.directive ?? [...this.ofCode.values()].some((one) => one.directive);
      if (kind === 'enable' && isAnyOpen) this.uses.note(directive, '');
      this.ofCode.clear();
      this.ofAll = opened;
    }
    for (const { code } of codes) {
      if (kind === 'enable' && this.open(code)) this.uses.note(directive, code);
      this.ofCode.set(code, opened);
    }
  }
}
