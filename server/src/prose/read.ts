import type { Form } from '../form/indexed-form';
import { type Sense, Senses } from '../form/senses';
import type { Memo } from '../text/memo';
import { Binder, type Binding } from './binding';
import { type Claim, claimIn } from './claims';
import { denialsIn } from './denials';
import type { Fact, FactKind, Reading } from './fact';
import { type Item, isEmptyLabel, type Sentence, sentencesOf } from './items';
import { tokensOf } from './lexer';
import { partSums, type ReadItem } from './lists';
import { pointCounts, type ReadSentence } from './points';
import { ratiosOf } from './ratios';
import { type RawStretch, type RawText, ReadingText } from './reading-text';
import { allSentences } from './relevance';
import { shareSums } from './shares';
import type { Token } from './tokens';
import { deniableSenses } from './topics';

/** A statement is quoted no longer than this before its number. */
const longestText = 60;

/** Running text that may state something. */
export interface Prose {
  readonly raw: RawText;
  /** The sentences that have to be read. */
  readonly sentences: readonly RawStretch[];
  readonly memo: Memo;
}

/**
 * Reads what running text states in numbers. `lead` is the topic of the heading above it, or null. Any text gives a
 * reading; it takes time linear in the text. Ranges count lines from the first part's block.
 */
export function readProse({ raw, sentences }: Prose, form: Form, lead: Sense | null): Reading {
  const { vocabulary } = form;
  let source = new ReadingText(raw, sentences, vocabulary);
  let tokens = tokensOf(source.text, vocabulary);
  // A number of points is held against the points, which may stand in sentences without numbers.
  if (tokens.some(({ quantity }) => quantity?.unitKind === 'list')) {
    source = new ReadingText(raw, allSentences(raw.text, vocabulary), vocabulary);
    tokens = tokensOf(source.text, vocabulary);
  } else if (!mayState(tokens)) return nothing;
  return new Reader(source, form, lead).read(tokens);
}

const nothing: Reading = { facts: [], sums: [], ratios: [], shareSums: [], pointCounts: [] };
const negation = Senses.of('negation');
const deniable = Senses.of(...deniableSenses);

/** Whether there is a number among tokens, or a word that denies and one of what may be denied. */
function mayState(tokens: readonly Token[]): boolean {
  if (tokens.some(({ quantity }) => quantity !== null)) return true;
  const senses = Senses.ofAll(tokens);
  return senses.meets(negation) && senses.meets(deniable);
}

/** Words that state something, and what holds of them. */
interface Worded {
  readonly phrase: { readonly scope: Item['scope'] };
  readonly start: number;
  readonly end: number;
}

class Reader {
  readonly #facts: Fact[] = [];
  readonly #binder: Binder;
  readonly #caseTotals: ReadonlyMap<string, Sense>;
  /** Whether the sentence has named a channel or another number so far. */
  #speaksOfChannel = false;

  constructor(
    private readonly source: ReadingText,
    form: Form,
    lead: Sense | null,
  ) {
    this.#binder = new Binder(source.text, form, lead);
    this.#caseTotals = caseTotalsOf(form);
  }

  read(tokens: readonly Token[]): Reading {
    const sentences = sentencesOf(tokens).map((sentence) => this.#readSentence(sentence));
    const locate = (from: number, to: number): Fact['range'] => this.source.rangeOf(from, to);
    const sums = sentences.map(({ sentence, read }) => partSums(sentence, read));
    return {
      facts: this.#facts,
      sums: sums.flat(),
      ratios: sentences.flatMap(({ read }, i) => ratiosOf(read, sums[i] ?? [])),
      shareSums: sentences.flatMap(({ read }) => shareSums(read)),
      pointCounts: pointCounts(sentences, locate),
    };
  }

  #readSentence(sentence: Sentence): ReadSentence {
    this.#binder.begin(sentence);
    const denials = denialsIn(sentence);
    const read: ReadItem[] = [];
    let claimedFrom = 0;
    this.#speaksOfChannel = false;
    for (const phrase of sentence.phrases) {
      for (const item of phrase.items) read.push({ item, fact: this.#readItem(item) });
      this.#speaksOfChannel ||= phrase.items.length > 0 || phrase.senses.meets(channels);
      if (phrase.items.length > 0) continue;
      const denial = denials.find((one) => one.phrase === phrase);
      const bindings = denial ? this.#binder.deny(denial) : [];
      if (denial && bindings.length > 0) {
        for (const one of bindings) this.#facts.push(this.#worded('zero', denial, 0, one));
        continue;
      }
      this.#binder.pass(phrase);
      const claim = claimIn(phrase);
      if (claim) this.#facts.push(...this.#claimed(claim, read.slice(claimedFrom)));
      if (claim) claimedFrom = read.length;
    }
    return { sentence, read };
  }

  #readItem(item: Item): Fact {
    const kind = kindOf(item);
    const bound = kind === 'count' ? this.#binder.bind(item) : null;
    const { quantity } = item;
    const fact: Fact = {
      kind,
      text: this.#textOf(item),
      value: quantity.value,
      unit: quantity.unit,
      decimals: quantity.decimals,
      isApproximate:
        quantity.isApproximate || item.labelSenses.meets(nearly) || item.tailSenses.meets(nearly),
      isSpelled: quantity.isSpelled,
      readings: bound?.statement.readings ?? [],
      statement: bound?.statement.id ?? null,
      isSure: bound?.isSure ?? false,
      sameAs: kind === 'count' ? nameOf(item, bound, this.#speaksOfChannel) : null,
      scope: item.scope,
      subject: bound?.subject ?? '',
      range: this.source.rangeOf(quantity.start, quantity.figureEnd),
    };
    this.#facts.push(fact);
    const left = kind === 'rate' ? this.#binder.rate(item) : null;
    if (left) {
      const start = item.label[0]?.start ?? quantity.start;
      this.#facts.push(this.#worded('completion', { phrase: item, start, end: quantity.end }, 0, left));
    }
    return fact;
  }

  /** What is claimed of all the requests, or of all the cases counted before. */
  #claimed(claim: Claim, read: readonly ReadItem[]): Fact[] {
    if (claim.sense === 'finish') {
      // 上年结转 3 件，均已办结 speaks of those three.
      const about = read.findLast(({ item }) => item.depth === 0)?.fact.statement;
      if (about === null || about === undefined || !receivedStatements.has(about)) return [];
      const bound = this.#binder.claim(claim, 'requests');
      return bound ? [this.#worded('claim', claim, 0, bound)] : [];
    }
    const since = read.findLastIndex(({ item }) => item.separator === 'semicolon');
    return read.slice(Math.max(0, since)).flatMap(({ fact }, i, all) => {
      const topic =
        fact.kind === 'count' && fact.isSure ? this.#caseTotals.get(fact.statement ?? '') : undefined;
      // With outcomes of its own, a number of cases is none of those that are all said to be so.
      const hasOutcomes = all.slice(i + 1).some((one) => one.fact.statement?.split('.')[0] === topic);
      const bound = topic && !hasOutcomes ? this.#binder.claim(claim, topic) : null;
      return bound ? [this.#worded('claim', claim, fact.value, bound)] : [];
    });
  }

  #worded(
    kind: FactKind,
    { phrase, start, end }: Worded,
    value: number,
    { statement, isSure, subject }: Binding,
  ): Fact {
    return {
      kind,
      text: this.source.text.slice(start, end),
      value,
      unit: '',
      decimals: 0,
      isApproximate: false,
      isSpelled: true,
      readings: statement.readings,
      statement: statement.id,
      isSure,
      sameAs: null,
      scope: phrase.scope,
      subject,
      range: this.source.rangeOf(start, end),
    };
  }

  #textOf({ label, tail, quantity }: Item): string {
    const from = Math.max(label[0]?.start ?? quantity.start, quantity.start - longestText);
    const to = !isEmptyLabel(label)
      ? quantity.end
      : Math.min(tail.at(-1)?.end ?? quantity.end, quantity.end + longestText);
    return this.source.text.slice(from, to);
  }
}

/** The statements that count all requests of the year. */
const receivedStatements: ReadonlySet<string> = new Set(['new', 'handled', 'receivedAndSettled']);

const caseTotalsKey = {};

/** The statements that count all cases of a topic: those that ask for nothing but its name. Kept with the form. */
function caseTotalsOf(form: Form): ReadonlyMap<string, Sense> {
  return form.memo.get(caseTotalsKey, () => {
    const cases = ['review', 'litigation'].flatMap((topic) => form.statements.get(topic) ?? []);
    return new Map(cases.filter(({ first }) => first === null).map(({ id, topic }) => [id, topic]));
  });
}

const channels = Senses.of('channel', 'siteChannel', 'mediaChannel');
const plain = Senses.of('disclosed', 'filler', 'sum', 'own', 'of', 'joint');

/** The name under which a number is known again: its statement's, or that of all that was published. */
function nameOf(item: Item, bound: Binding | null, isNarrowed: boolean): string | null {
  if (bound) return bound.isSure ? bound.statement.id : null;
  if (item.depth > 0 || isNarrowed || !item.labelSenses.meets(disclosed)) return null;
  return item.label.every(({ kind, senses }) => kind === 'year' || senses.meets(plain)) ? 'disclosed' : null;
}

const change = Senses.of('increase', 'decrease');
const past = Senses.of('past');
const compared = Senses.of('compare');
const share = Senses.of('share');
const nearly = Senses.of('nearly');
const disclosed = Senses.of('disclosed');
const saysNothing = Senses.of('filler', 'sum', 'of');

function kindOf({ label, labelSenses: senses, tailSenses, quantity }: Item): FactKind {
  const changes = senses.meets(change);
  if (quantity.unitKind === 'percent') {
    if (changes || senses.meets(compared)) return 'growth';
    return senses.meets(share) || tailSenses.meets(share) ? 'share' : 'rate';
  }
  if (quantity.unitKind === 'list') return 'points';
  if (changes && isLast(label, change)) return 'change';
  if (senses.meets(compared)) return senses.meets(past) && !changes ? 'past' : 'change';
  return senses.meets(past) && isLast(label, past) ? 'past' : 'count';
}

/** Whether the last word of a label that says anything has one of the senses. */
function isLast(label: readonly Token[], senses: Senses): boolean {
  const last = label.findLast(
    (token) => token.kind === 'text' || (token.kind === 'word' && !token.senses.meets(saysNothing)),
  );
  return last?.senses.meets(senses) ?? false;
}
