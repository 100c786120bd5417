import { Senses } from '../form/senses';
import type { MarkKind, Ordinal, Quantity, Token } from './tokens';

/** How a list of parts is begun. `isClosed`: the words say that the parts are all there are. */
export interface Opener {
  readonly kind: 'among' | 'comprises' | 'respectively' | 'bracket';
  readonly isClosed: boolean;
  /** Whether a colon stands behind the words. */
  readonly hasColon: boolean;
}

/** What was said in the sentence before a number and still holds of it. */
export interface Scope {
  /** The year named last; null where none was. */
  readonly year: number | null;
  /** 全市, 备案: more bodies than the report's own. */
  readonly isWide: boolean;
  /** 上半年, 以来: another time than the report's year. */
  readonly isOtherPeriod: boolean;
}

/** One number of a sentence with the words about it. */
export interface Item {
  readonly quantity: Quantity;
  /** The words before the number in its phrase. */
  readonly label: readonly Token[];
  /** The words behind it, up to the end of the phrase. */
  readonly tail: readonly Token[];
  readonly labelSenses: Senses;
  readonly tailSenses: Senses;
  /** How many brackets it stands in, and the number before the innermost of them. */
  readonly depth: number;
  readonly owner: Item | null;
  /** The mark before its phrase; `stop` for the first of a sentence. */
  readonly separator: MarkKind;
  /** Whether brackets stand inside its label: 予以公开（含部分公开）15 件. */
  readonly isInterrupted: boolean;
  /** Whether other numbers stand before it in the same phrase. */
  readonly isSequel: boolean;
  /** Set on the first of a list of parts. */
  readonly opener: Opener | null;
  readonly scope: Scope;
  /** The index of its phrase in the sentence. */
  readonly phrase: number;
}

/** A stretch of tokens between marks, of one depth. */
export interface Phrase {
  readonly tokens: readonly Token[];
  readonly senses: Senses;
  readonly depth: number;
  readonly separator: MarkKind;
  readonly items: readonly Item[];
  readonly scope: Scope;
}

export interface Sentence {
  /** Those of all its phrases. */
  readonly senses: Senses;
  readonly phrases: readonly Phrase[];
  readonly items: readonly Item[];
  /** The number of the point it is, where it begins with one. */
  readonly ordinal: Ordinal | null;
  /** All numbers of points in it. */
  readonly ordinals: readonly Ordinal[];
}

const openerSenses = Senses.of('among', 'comprises', 'respectively');
/** Words that say nothing of what is counted. */
const emptySenses = Senses.of(
  'among',
  'comprises',
  'respectively',
  'filler',
  'of',
  'joint',
  'each',
  'consists',
  'sum',
  'own',
  'all',
  'open',
  'past',
  'disclosure',
);
/** So many tokens of a list of names are kept for the number behind it. */
const longestPrefix = 60;
/** `22 条：`, and `22 条（`. */
const afterTotal: Opener = { kind: 'comprises', isClosed: true, hasColon: true };
const inBrackets: Opener = { kind: 'bracket', isClosed: true, hasColon: false };
const noScope: Scope = { year: null, isWide: false, isOtherPeriod: false };

/** Splits tokens into sentences, and each into phrases with their numbers. A sentence that begins 其中 goes on. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token && token.mark !== 'stop') continue;
    if (token && tokens[i + 1]?.senses.meets(openerSenses)) continue;
    if (i > from) sentences.push(new SentenceReader(tokens, from, i).read());
    from = i + 1;
  }
  return sentences;
}

/** Whether tokens name nothing: 全年共, 其中. */
export function isEmptyLabel(tokens: readonly Token[]): boolean {
  for (const { kind, senses } of tokens) {
    const isEmpty = kind === 'word' ? senses.meets(emptySenses) : kind !== 'text' && kind !== 'quantity';
    if (!isEmpty) return false;
  }
  return true;
}

interface Pending {
  readonly opener: Opener;
  readonly depth: number;
}

/** Reads the sentence that stands from one token up to another. */
class SentenceReader {
  readonly #phrases: Phrase[] = [];
  readonly #items: Item[] = [];
  readonly #owners: (Item | null)[] = [];
  readonly #interrupted: { readonly label: readonly Token[]; readonly scope: Scope }[] = [];
  /** Whether what is read next goes on with a label that brackets have interrupted. */
  #isInterrupted = false;
  #depth = 0;
  #separator: MarkKind = 'stop';
  /** Words and numbers since the last mark. */
  #tokens: Token[] = noTokens;
  /** What may belong to the next number from before its phrase, and names listed behind that. */
  #prefix: readonly Token[] = noTokens;
  #names: (readonly Token[])[] = [];
  #scope: Scope = noScope;
  #pending: Pending | null = null;
  readonly #ordinals: Ordinal[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly from: number,
    private readonly to: number,
  ) {}

  read(): Sentence {
    const { tokens, from, to } = this;
    for (let i = from; i < to; i++) {
      const token = tokens[i] as Token;
      if (token.mark !== null) this.#mark(token.mark);
      else if (token.ordinal !== null) this.#ordinals.push(token.ordinal);
      else if (this.#tokens === noTokens) this.#tokens = [token];
      else this.#tokens.push(token);
    }
    this.#end('stop');
    return {
      senses: Senses.ofAll(this.#phrases),
      phrases: this.#phrases,
      items: this.#items,
      ordinal: tokens[from]?.ordinal ?? null,
      ordinals: this.#ordinals,
    };
  }

  #mark(mark: MarkKind): void {
    if (mark === 'open') {
      const before = this.#items.length;
      const own = joined(this.#wholePrefix(), this.#tokens);
      this.#end(mark);
      this.#owners.push(this.#items.length > before ? (this.#items.at(-1) ?? null) : null);
      // A bracket in the middle of a label only interrupts it.
      this.#interrupted.push({ label: this.#items.length > before ? noTokens : own, scope: this.#scope });
      this.#depth++;
      return;
    }
    if (mark === 'close') {
      this.#end(mark);
      if (this.#depth === 0) return;
      this.#depth--;
      this.#owners.pop();
      const { label, scope } = this.#interrupted.pop() ?? { label: noTokens, scope: this.#scope };
      this.#begin(label);
      this.#isInterrupted = label.length > 0;
      this.#scope = scope;
      return;
    }
    this.#end(mark);
  }

  /** Ends a phrase at a mark: finds its numbers. */
  #end(mark: MarkKind): void {
    const tokens = this.#tokens;
    const separator = this.#separator;
    this.#tokens = noTokens;
    this.#separator = mark;
    if (tokens.length === 0) {
      if (mark === 'colon' && this.#items.length > 0) this.#open(afterTotal);
      return;
    }
    const senses = Senses.ofAll(tokens);
    this.#scope = widened(this.#scope, tokens, senses);
    const items = this.#itemsIn(tokens, separator);
    this.#phrases.push({ tokens, senses, depth: this.#depth, separator, items, scope: this.#scope });
    this.#isInterrupted = false;
    if (items.length > 0) {
      this.#items.push(...items);
      this.#begin(noTokens);
      if (mark === 'colon') this.#open(afterTotal);
      return;
    }
    const opener = openerIn(tokens, senses, mark === 'colon');
    if (mark === 'semicolon') this.#pending = null;
    else if (opener && announces(tokens, mark)) this.#open(opener);
    // Names before 、 belong to the number that closes the list of them.
    if (mark === 'list') this.#names.push(tokens);
    else this.#begin(mark === 'comma' ? tokens : noTokens);
  }

  #begin(prefix: readonly Token[]): void {
    this.#prefix = prefix;
    if (this.#names.length > 0) this.#names = [];
  }

  #wholePrefix(): readonly Token[] {
    if (this.#names.length > 0) this.#begin(this.#prefix.concat(...this.#names).slice(-longestPrefix));
    return this.#prefix;
  }

  #open(opener: Opener): void {
    this.#pending = { opener, depth: this.#depth };
  }

  #itemsIn(tokens: readonly Token[], separator: MarkKind): Item[] {
    let place = nextQuantity(tokens, 0);
    if (place === tokens.length) return noItems;
    const found: Item[] = [];
    let labelFrom = 0;
    for (let n = 0; place < tokens.length; n++) {
      const next = nextQuantity(tokens, place + 1);
      const own = tokens.slice(labelFrom, place);
      const behind = tokens.slice(place + 1, next);
      const isLast = next === tokens.length;
      const isEmpty = isEmptyLabel(own);
      const isNumberFirst = isEmpty && behind.length > 0;
      const tail = isLast || isNumberFirst ? behind : noTokens;
      labelFrom = isNumberFirst ? next : place + 1;
      // 收到信件，183 条: the label stands before the comma; 法人、其他组织申请: part of it before 、.
      const isBare = isEmpty && tail.length === 0;
      const takesPrefix =
        n === 0 && (separator === 'list' || separator === 'close' || (separator === 'comma' && isBare));
      const label = takesPrefix ? joined(this.#wholePrefix(), own) : own;
      const { quantity } = tokens[place] as Token;
      found.push(this.#item(quantity as Quantity, label, tail, n === 0 ? separator : 'comma', n > 0));
      place = next;
    }
    return found;
  }

  #item(
    quantity: Quantity,
    label: readonly Token[],
    tail: readonly Token[],
    separator: MarkKind,
    isSequel: boolean,
  ): Item {
    const owner = this.#owners.at(-1) ?? null;
    const labelSenses = Senses.ofAll(label);
    const opens = labelSenses.meets(openerSenses) && !dividesItsOwn(label, separator, isSequel);
    const own = opens ? openerIn(label, labelSenses, false) : null;
    const pending = this.#pending;
    let opener = own;
    if (!own && pending && pending.depth === this.#depth) opener = pending.opener;
    if (!opener && owner && separator === 'open' && !isSequel) opener = inBrackets;
    this.#pending = null;
    return {
      quantity,
      label,
      tail,
      labelSenses,
      tailSenses: Senses.ofAll(tail),
      depth: this.#depth,
      owner,
      separator,
      isInterrupted: this.#isInterrupted && !isSequel,
      isSequel,
      opener,
      scope: this.#scope,
      phrase: this.#phrases.length,
    };
  }
}

/** Whether a phrase without numbers begins a list behind it: 其中，; 公开内容包括：. Not 其余分别作出处理. */
function announces(tokens: readonly Token[], mark: MarkKind): boolean {
  if (mark === 'colon' || tokens[0]?.sense === 'among') return true;
  return tokens.at(-1)?.senses.meets(openerSenses) ?? false;
}

const noItems: Item[] = [];
const noTokens: Token[] = [];

function joined(before: readonly Token[], tokens: readonly Token[]): readonly Token[] {
  if (before.length === 0) return tokens;
  return tokens.length === 0 ? before : before.concat(tokens);
}

function nextQuantity(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at] as Token).quantity === null) at++;
  return at;
}

/** 政策文件 3 条，公开专栏含指南、年报等合计 14 条: a new clause with a subject of its own divides nothing before it. */
function dividesItsOwn(label: readonly Token[], separator: MarkKind, isSequel: boolean): boolean {
  if (isSequel || (separator !== 'comma' && separator !== 'list')) return false;
  const opening = label.findIndex(({ senses }) => senses.meets(openerSenses));
  return opening > 0 && label[opening]?.sense === 'among';
}

/** The opener that stands last among tokens of some senses. */
function openerIn(tokens: readonly Token[], senses: Senses, isBeforeColon: boolean): Opener | null {
  if (!senses.meets(openerSenses)) return null;
  const last = tokens.findLast((token) => token.senses.meets(openerSenses));
  const kind = last?.sense as Opener['kind'];
  return {
    kind,
    isClosed: kind === 'respectively' || (kind === 'comprises' && isBeforeColon),
    hasColon: isBeforeColon,
  };
}

/** 2022 年结转, 较 2022 年: the year is what is compared with or where it came from, not when it was. */
const yearAside = Senses.of('carry', 'carriedOver', 'carriedForward', 'compare', 'past');
const setsPlaceOrTime = Senses.of('wide', 'own', 'period');

function widened(scope: Scope, tokens: readonly Token[], senses: Senses): Scope {
  let { year, isWide, isOtherPeriod } = scope;
  if (!senses.meets(yearAside)) {
    for (const token of tokens) if (token.year !== null) year = token.year;
  }
  if (senses.meets(setsPlaceOrTime)) {
    for (const { sense } of tokens) {
      if (sense === 'wide') isWide = true;
      else if (sense === 'own') isWide = false;
      else if (sense === 'period') isOtherPeriod = true;
    }
  }
  return year === scope.year && isWide === scope.isWide && isOtherPeriod === scope.isOtherPeriod
    ? scope
    : { year, isWide, isOtherPeriod };
}
