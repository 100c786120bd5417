import type { Form, Statement } from '../form/indexed-form';
import { type Sense, Senses } from '../form/senses';
import type { Claim } from './claims';
import type { Denial } from './denials';
import { type Item, isEmptyLabel, type Phrase, type Sentence } from './items';
import type { Token } from './tokens';
import { namingSenses, publishable, type Topic, topicSenses, topicsIn } from './topics';

/** What a number or a denial speaks of. */
export interface Binding {
  readonly statement: Statement;
  readonly isSure: boolean;
  /** Who is said to have done it, as written. */
  readonly subject: string;
}

/** What may be done with anything: it needs its object near. */
const flowSenses = Senses.of('receive', 'settle', 'finish', 'handle');
const applicantSenses = Senses.of('person', 'legalPerson', 'enterprise', 'looseLegalPerson');
const needsObject = flowSenses.and(applicantSenses);
/** What can be said of nothing but requests. */
const evidentSenses = Senses.of(
  'carriedOver',
  'carriedForward',
  'granted',
  'partiallyGranted',
  'denied',
  'notProcessed',
);
/** Words that may stand before or inside a name without saying what is counted. */
const unnamed = Senses.of('filler', 'of', 'joint', 'each', 'consists', 'own', 'sum', 'wide');
/** Words that make a number one of some requests only. */
const qualifying = Senses.of('kind', 'channel', 'siteChannel', 'mediaChannel');
/** Words that leave open what a number counts. */
const unsure = Senses.of('about', 'past', 'compare');
const carried = Senses.of('carriedOver', 'carriedForward');
const carry = Senses.of('carry');
const bareApplication = Senses.of('bareApplication');
const disclosed = Senses.of('disclosed');
const disclosure = Senses.of('disclosure');
const publish = Senses.of('publish');
const receive = Senses.of('receive');
const punctuation = /[“”‘’「」『』"'.·*_#\s-]/gu;

/** Finds what the numbers of one passage speak of, sentence by sentence. */
export class Binder {
  #topic: Topic = null;
  #lead: Topic;
  /** Whether the topic was named in this sentence or by the heading. */
  #isNear = false;
  #flow: Sense | null = null;
  #isReceiving = false;
  #isPublishing = false;
  #speaksOfDisclosure = false;
  #queue: Topic[] = [];
  readonly #narrowed = new Set<Item>();
  readonly #measures: ReadonlyMap<Sense, Senses>;

  /** `text` is what the tokens count in; `lead` the topic of the heading above. */
  constructor(
    private readonly text: string,
    private readonly form: Form,
    lead: Sense | null,
  ) {
    this.#lead = lead;
    this.#measures = measuresOf(form);
  }

  begin(sentence: Sentence): void {
    this.#narrowed.clear();
    for (const { owner, labelSenses } of sentence.items)
      if (owner && !labelSenses.meets(ownParts)) this.#narrowed.add(owner);
    const [first] = sentence.phrases;
    if (sentence.ordinal && first && first.items.length === 0) {
      const [topic, other] = topicsIn(first.tokens, first.senses);
      if (topic === 'requests' && !other) this.#lead = topic;
      // （三） begins another matter; 一是 goes on with the same.
      else if (sentence.ordinal.style === 'bracketed') {
        this.#lead = null;
        this.#topic = null;
      }
    }
    if (this.#lead !== null) this.#topic = this.#lead;
    this.#isNear = this.#lead !== null;
    this.#flow = null;
    this.#isReceiving = false;
    this.#isPublishing = false;
    this.#queue = [];
  }

  /** Takes notice of a phrase without numbers. */
  pass({ tokens, senses }: Phrase): void {
    const topics = topicsIn(tokens, senses);
    if (topics.length > 0) this.#enter(topics.includes('requests') ? 'requests' : (topics[0] as Topic));
    if (senses.meets(disclosure)) this.#speaksOfDisclosure = true;
  }

  bind(item: Item): Binding | null {
    const { label, tail, quantity, tailSenses } = item;
    const labelSenses = meantSenses(item);
    if (labelSenses.meets(disclosure) || tailSenses.meets(disclosure)) this.#speaksOfDisclosure = true;
    const own = this.#ownTopic(item, labelSenses);
    if (item.separator === 'semicolon') this.#isPublishing = false;
    this.#isPublishing ||= labelSenses.meets(publish) && own !== 'requests';
    // 公开行政处罚 5 条: what is counted are publications, and so are the parts of it.
    if (own !== null) this.#enter(this.#isPublishing && publishable.has(own) ? 'other' : own);
    else if (labelSenses.meets(publish)) this.#topic = 'other';
    else if (this.#topic === null && (labelSenses.meets(evidentSenses) || tailSenses.meets(evidentSenses)))
      this.#topic = 'requests';
    const topic = this.#topic;
    if (topic === null || topic === 'other') return null;
    const isMoney = topic === 'fees';
    if (quantity.unitKind !== (isMoney ? 'money' : 'case')) return null;
    const isMeasured = labelSenses.meets(this.#measures.get(topic) ?? Senses.none);
    let senses = labelSenses.and(isMeasured ? tailSenses.among(topicSenses) : tailSenses);
    // 网上 105 件，快递 17 件，合计 122 件: what the parts before it were.
    if (topic === 'requests' && labelSenses.has('sum') && isEmptyLabel(label) && this.#isReceiving)
      senses = senses.and(receive);
    if (senses.meets(flowSenses)) this.#isReceiving = senses.meets(receive);
    const statement = this.#statementFor(topic, senses, own !== null);
    if (!statement) return null;
    if (statement.all.meets(flowSenses)) this.#flow = statement.first;
    const words = isMeasured || tail.length === 0 ? label : [...label, ...tail];
    return {
      statement,
      isSure: statement.isSure && this.#isSure(item, statement, senses, words, own !== null),
      subject: this.#subjectIn(label),
    };
  }

  /**
   * What a phrase denies or says of all: `未收到政府信息公开申请`, `无行政复议、行政诉讼情况`, `全部办结`. Its words are
   * known to be neutral.
   */
  deny({ phrase, tokens, before }: Denial): Binding[] {
    const own = Senses.ofAll(tokens);
    let senses = own.and(carrySenses(phrase.tokens, phrase.senses));
    const topics = topicsIn(tokens, own);
    const cases = topics.filter((one) => one === 'review' || one === 'litigation');
    const isCarried = senses.meets(carried);
    const isRequest =
      senses.has('application') || (senses.has('bareApplication') && this.#topic === 'requests');
    if (cases.length === 0 && (isRequest || isCarried)) {
      this.#enter('requests');
      if (!isCarried) senses = senses.and(receive);
    }
    if (senses.meets(disclosure)) this.#speaksOfDisclosure = true;
    const meant = cases.length > 0 ? cases : isRequest || isCarried ? ['requests'] : topics;
    return meant.flatMap((topic): Binding[] => {
      if (topic === null || topic === 'other') return [];
      if (topic === 'requests' && !isRequest && !isCarried) return [];
      const statement = this.#statementFor(topic, senses, true);
      if (!statement) return [];
      const isSure = statement.isSure && this.#isOwn(phrase, topic);
      return [{ statement, isSure, subject: this.#subjectIn(before) }];
    });
  }

  /** What a claim speaks of: with 全部办结 nothing is carried forward, with 均维持 the outcome is that of all cases. */
  claim({ phrase, sense, isQualified }: Claim, topic: Sense): Binding | null {
    const senses = Senses.of(sense === 'finish' ? 'carriedForward' : sense);
    const isKnown = topic !== 'requests' || (this.#topic === 'requests' && this.#isNear);
    const statement = isKnown ? this.#statementFor(topic, senses, true) : null;
    if (!statement) return null;
    const isSure = statement.isSure && !isQualified && this.#isOwn(phrase, topic);
    return { statement, isSure, subject: '' };
  }

  /** What 办结率 100% says of requests: nothing is carried forward. 按时办结率 says less. */
  rate(item: Item): Binding | null {
    const senses = item.labelSenses;
    const isWhole = senses.has('completion') && item.quantity.value === 100 && !item.quantity.isApproximate;
    if (!isWhole || this.#topic !== 'requests' || senses.has('timely')) return null;
    const statement = this.#statementFor('requests', Senses.of('carriedForward'), true);
    return statement && { statement, isSure: this.#isNear && !senses.has('foreign'), subject: '' };
  }

  /** Whether a phrase without numbers speaks of the report's own affairs. */
  #isOwn({ scope }: Phrase, topic: Sense): boolean {
    const isCase = topic === 'review' || topic === 'litigation';
    return !scope.isWide && !scope.isOtherPeriod && (!isCase || this.#speaksOfDisclosure);
  }

  #enter(topic: Topic): void {
    this.#topic = topic;
    this.#isNear = true;
    if (topic === 'requests') this.#speaksOfDisclosure = true;
  }

  #ownTopic(item: Item, labelSenses: Senses): Topic {
    if (this.#queue.length > 0 && isEmptyLabel(item.label)) return this.#queue.shift() as Topic;
    const topics = topicsIn(item.label, item.labelSenses);
    if (item.opener?.kind === 'respectively' && topics.length > 1) {
      this.#queue = topics.slice(1);
      return topics[0] as Topic;
    }
    this.#queue = [];
    // 申请引发的行政复议: the application only says where the case came from.
    const cases = topics.filter((one) => one === 'review' || one === 'litigation');
    if (cases.length > 1) return 'other';
    if (topics.filter((one) => publishable.has(one)).length > 1) return 'other';
    const [named] = cases.length > 0 ? cases : topics.filter((one) => one !== 'other');
    if (named) return named;
    if (topics.length > 0) return 'other';
    const [behind] = topicsIn(item.tail, item.tailSenses);
    if (behind && (isEmptyLabel(item.label) || !labelSenses.meets(publish))) return behind;
    const isRequest = labelSenses.meets(bareApplication) || item.tailSenses.meets(bareApplication);
    return isRequest && this.#topic === 'requests' ? 'requests' : null;
  }

  #statementFor(topic: Sense, senses: Senses, isNamed: boolean): Statement | null {
    for (const statement of this.form.statements.get(topic) ?? noStatements) {
      const { first, all, none } = statement;
      if ((first !== null || isNamed) && senses.covers(all) && !senses.meets(none)) return statement;
    }
    return null;
  }

  #isSure(
    item: Item,
    { all, topic }: Statement,
    senses: Senses,
    words: readonly Token[],
    isNamed: boolean,
  ): boolean {
    if (item.isInterrupted || this.#isNarrowed(item)) return false;
    if (senses.meets(unsure)) return false;
    if (publishable.has(topic) && item.quantity.unit === '条') return false;
    if (all.meets(needsObject) && !isNamed && !this.#isNear) return false;
    if (topic === 'requests' && !this.#speaksOfDisclosure) return false;
    if (all.meets(applicantSenses) && this.#flow !== 'receive') return false;
    if ((topic === 'review' || topic === 'litigation') && !this.#speaksOfDisclosure) return false;
    // Unknown words between what is done and how often qualify it: 收到土地类申请 5 件.
    const naming = namingSenses(topic);
    const first = words.findIndex((token) => token.senses.meets(all) || token.senses.meets(naming));
    // Where the object stands behind the number, so may what qualifies it: 收到 2 条通过某栏目提交的申请.
    const object = item.tail.findIndex((token) => token.senses.meets(naming));
    const behind = words.length > item.label.length ? item.tail : item.tail.slice(0, Math.max(0, object));
    const gap = [...words.slice(first + 1, item.label.length), ...behind];
    if (gap.some((token) => this.#qualifies(token))) return false;
    // A part of a list that names somebody is that body's own number.
    return item.opener === null || this.#subjectIn(item.label) === '';
  }

  /** 20 件（合并后 15 件）: a number in brackets that is no part of it narrows what is counted. */
  #isNarrowed(item: Item): boolean {
    return this.#narrowed.has(item);
  }

  #qualifies(token: Token): boolean {
    return token.kind === 'text' ? this.#plain(token) !== '' : token.senses.meets(qualifying);
  }

  #plain({ start, end }: Token): string {
    return this.text.slice(start, end).replace(punctuation, '');
  }

  /** The unknown words before the first known ones that say what is counted. */
  #subjectIn(label: readonly Token[]): string {
    let subject = '';
    for (const token of label) {
      if (token.kind === 'text') subject += this.#plain(token);
      else if (token.kind === 'word' && !token.senses.meets(unnamed)) {
        if (token.sense !== 'foreign') break;
        // 信访局: a word of something else inside a name.
        subject += this.#plain(token);
      }
    }
    return subject;
  }
}

/** What may stand in brackets behind a number without changing what it counts. */
const ownParts = Senses.of(
  'channel',
  'siteChannel',
  'mediaChannel',
  'person',
  'legalPerson',
  'looseLegalPerson',
  'enterprise',
  'carry',
  'carriedOver',
  'granted',
  'partiallyGranted',
  'denied',
  'unable',
  'increase',
  'decrease',
  'compare',
  'upheld',
  'corrected',
  'otherResult',
  'pending',
);
const noStatements: readonly Statement[] = [];

/** The senses of a label with what its words mean together. */
function meantSenses({ label, tail, labelSenses, tailSenses }: Item): Senses {
  const isCarried = labelSenses.meets(carry) || tailSenses.meets(carry);
  const senses = labelSenses.meets(disclosed) ? labelSenses.and(publish) : labelSenses;
  return isCarried ? senses.and(carrySenses([...label, ...tail], labelSenses.and(tailSenses))) : senses;
}

const carriedOver = Senses.of('carriedOver');
const carriedForward = Senses.of('carriedForward');

/** 2022 年结转, 上年结转: from the year before; 结转到 2025 年, 结转次年: to the next. */
function carrySenses(tokens: readonly Token[], senses: Senses): Senses {
  if (!senses.meets(carry)) return Senses.none;
  const at = tokens.findIndex((token) => token.sense === 'carry');
  if (senses.has('next') || tokens.some((token, i) => i > at && token.year !== null)) return carriedForward;
  return senses.has('past') || tokens.some(({ year }) => year !== null) ? carriedOver : Senses.none;
}

const measuresKey = {};

/** The senses that tell the statements of each topic apart. Kept with the form. */
function measuresOf(form: Form): ReadonlyMap<Sense, Senses> {
  return form.memo.get(
    measuresKey,
    () =>
      new Map(
        [...form.statements].map(([topic, statements]) => [
          topic,
          statements.reduce((senses, { all }) => senses.and(all), Senses.none).without(topicSenses),
        ]),
      ),
  );
}
