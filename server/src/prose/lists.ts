import { Senses } from '../form/senses';
import type { Fact, PartSum } from './fact';
import { type Item, isEmptyLabel, type Opener, type Sentence } from './items';

/** A number of a sentence and the fact read from it. */
export interface ReadItem {
  readonly item: Item;
  readonly fact: Fact;
}

interface Part extends ReadItem {
  /** From here on it is not sure that numbers are parts of the list. */
  readonly isDoubtful: boolean;
}

interface List {
  readonly total: ReadItem;
  readonly opener: Opener;
  readonly parts: readonly Part[];
  /** The numbers of the sentence before the total, the nearest first. */
  readonly before: readonly ReadItem[];
  /** All numbers of the sentence, and the place of the total among them. */
  readonly items: readonly ReadItem[];
  readonly at: number;
  /** A full stop stands between the total and the list: what it divides may stand anywhere before that. */
  readonly isApart: boolean;
  /** 等 after the last part, or it could not be told where the list ends. */
  readonly isLoose: boolean;
}

/** More numbers in a sentence are no list that a person could have added up. */
const mostItems = 300;
/** 9 件，上年结转 1 件，其中…: so many numbers may together be the total. */
const mostTotals = 3;
/** An open list that leaves out less than this of a total of some size was meant to be whole. */
const sliver = 0.005;
const enoughParts = 3;
const enoughTotal = 100;

/** Finds the lists of parts in a sentence and adds them up. */
export function partSums(sentence: Sentence, read: readonly ReadItem[]): PartSum[] {
  if (read.length < 2) return noSums;
  const items = read.filter(({ fact }, i) => i < mostItems && fact.kind === 'count');
  if (items.length < 2) return noSums;
  const found: List[] = [];
  collect(items, 1, items.length, found, sentence);
  const announced = found.flatMap(settle);
  return [...announced, ...unannounced(items, announced)];
}

const noSums: PartSum[] = [];
const together: Opener = { kind: 'among', isClosed: false, hasColon: false };

/**
 * Sums that no word announces, found by their holding: `收到 40 件，已办结 36 件，结转 4 件`; `网上 105 件，快递 17 件，
 * 合计 122 件`. They show what is understood; where such numbers do not add up, nothing is claimed.
 */
function unannounced(items: readonly ReadItem[], announced: readonly PartSum[]): PartSum[] {
  const outer = items.filter(({ item, fact }) => item.depth === 0 && !fact.isApproximate && fact.value > 0);
  if (outer.length < 3) return noSums;
  const known = new Set<Fact>();
  for (const { totals, parts } of announced) {
    for (const fact of totals) known.add(fact);
    for (const fact of parts) known.add(fact);
  }
  const found: PartSum[] = [];
  const find = (totals: readonly ReadItem[], from: number, step: 1 | -1): boolean => {
    const count = runTo(outer, from, step, sumOf(totals));
    if (count === 0) return false;
    const parts = step > 0 ? outer.slice(from, from + count) : outer.slice(from - count + 1, from + 1);
    found.push(partSum(totals, parts, 'holds', together));
    return true;
  };
  for (let i = 0; i < outer.length; i++) {
    const total = outer[i] as ReadItem;
    const before = outer[i - 1];
    if (total.item.labelSenses.meets(sum) && isEmptyLabel(total.item.label)) find([total], i - 1, -1);
    if (outer[i + 1]?.item.opener || known.has(total.fact)) continue;
    if (!find([total], i + 1, 1) && before && !known.has(before.fact)) find([before, total], i + 1, 1);
  }
  return found;
}

/** How many numbers of one unit, two or more, make up a sum from a place on; 0 where they do not. */
function runTo(items: readonly ReadItem[], from: number, step: 1 | -1, sum: number): number {
  const first = items[from]?.fact;
  let left = sum;
  let count = 0;
  for (let i = from; first && i >= 0 && i < items.length && left > 0; i += step) {
    const { fact } = items[i] as ReadItem;
    if (!isSameUnit(first, fact)) return 0;
    left = add(left, -fact.value);
    count++;
  }
  return left === 0 && count > 1 ? count : 0;
}

/** Reads the lists that begin in a stretch of the numbers. */
function collect(
  items: readonly ReadItem[],
  from: number,
  to: number,
  found: List[],
  sentence: Sentence,
): void {
  for (let i = from; i < to; i++) {
    if (!(items[i] as ReadItem).item.opener) continue;
    const total = totalBefore(items, i);
    if (total >= 0) i = readList(items, total, i, to, found, sentence) - 1;
  }
}

/** The number that a list beginning at `first` divides: the one before it, at its depth or outside its brackets. */
function totalBefore(items: readonly ReadItem[], first: number): number {
  const { item } = items[first] as ReadItem;
  if (item.opener?.kind === 'bracket' || item.separator === 'open')
    return items.findIndex((one) => one.item === item.owner);
  let at = first - 1;
  while (at >= 0 && (items[at] as ReadItem).item.depth > item.depth) at--;
  return at;
}

/** Reads one list that ends before `to`; gives the index behind it. */
function readList(
  items: readonly ReadItem[],
  total: number,
  first: number,
  to: number,
  found: List[],
  sentence: Sentence,
): number {
  const head = items[total] as ReadItem;
  const start = items[first] as ReadItem;
  const { depth } = start.item;
  const doubt = doubter(head, start);
  const parts: Part[] = [];
  let isVague = false;
  let hasNested = false;
  let at = first;
  while (at < to) {
    const one = items[at] as ReadItem;
    if (one.item.depth < depth) break;
    if (one.item.depth > depth) {
      let end = at;
      while (end < to && (items[end] as ReadItem).item.depth > depth) end++;
      collect(items, at, end, found, sentence);
      at = end;
      continue;
    }
    const child = at > first && one.item.opener ? totalBefore(items, at) : -1;
    if (child >= first) {
      const end = childEnd(items, child, at, to);
      readList(items, child, at, end.index, found, sentence);
      isVague ||= !end.isCertain;
      hasNested = true;
      at = end.index;
      continue;
    }
    parts.push({ item: one.item, fact: one.fact, isDoubtful: doubt(one, hasNested) });
    isVague ||= isEach(one);
    at++;
  }
  const last = parts.at(-1);
  found.push({
    total: head,
    opener: start.item.opener as Opener,
    parts,
    before: items.slice(Math.max(0, total - mostTotals), total).reverse(),
    items,
    at: total,
    isApart: isStopBetween(head.item, start.item, sentence),
    isLoose: isVague || (last !== undefined && isFollowedByEtc(last.item, sentence)),
  });
  return at;
}

/** Where a list inside a list ends: where its parts make up their total, or at the next semicolon. */
function childEnd(
  items: readonly ReadItem[],
  total: number,
  first: number,
  to: number,
): { index: number; isCertain: boolean } {
  const { item, fact } = items[total] as ReadItem;
  let sum = 0;
  for (let i = first; i < to; i++) {
    const one = items[i] as ReadItem;
    if (i > first && one.item.depth < item.depth) return { index: i, isCertain: true };
    if (i > first && one.item.separator === 'semicolon') return { index: i, isCertain: true };
    if (one.item.depth === item.depth) sum = add(sum, one.fact.value);
    if (sum === fact.value) return { index: i + 1, isCertain: true };
  }
  return { index: to, isCertain: false };
}

/** What is done with requests, and cases: no parts of what was counted before. */
const otherMatters = Senses.of(
  'settle',
  'finish',
  'receive',
  'handle',
  'carriedOver',
  'carriedForward',
  'unfinished',
  'besides',
  'review',
  'litigation',
);

const sum = Senses.of('sum');
const newCounts = Senses.of('action', 'sum');
const channels = Senses.of('channel', 'siteChannel', 'mediaChannel');

/** Tells of the parts of a list, one after the other, whether they may be something else: asked of each in turn. */
function doubter(head: ReadItem, first: ReadItem): (part: ReadItem, hasNested: boolean) => boolean {
  const headSenses = head.item.labelSenses;
  let isDoubtful = false;
  let usesCommas = false;
  let count = 0;
  return ({ item, fact }, hasNested) => {
    count++;
    if (isDoubtful) return true;
    isDoubtful =
      fact.isApproximate || !isSameUnit(fact, head.fact) || (count > 1 && isOther(item, hasNested));
    usesCommas ||= count > 1 && item.separator !== 'semicolon';
    return isDoubtful;
  };

  function isOther(item: Item, hasNested: boolean): boolean {
    // 60 条，40 条；80 条: behind the semicolon the next thing begins, unless all parts are told apart by it.
    const tellsApart = !usesCommas && (count > 2 || hasNested || first.item.opener?.hasColon === true);
    if (item.separator === 'semicolon' && !tellsApart) return true;
    const senses = item.labelSenses;
    /** What the part is said to be and the total and the first part are not. */
    const begun = senses.without(headSenses).without(first.item.labelSenses);
    const last = item.label.at(-1)?.sense;
    const isOfKind = last === 'kind' || last === 'sum';
    if (begun.meets(newCounts) && !isOfKind) return true;
    // A total on the website has no parts in the media beside it.
    if (headSenses.has('siteChannel') && begun.has('mediaChannel')) return true;
    return begun.meets(otherMatters);
  }
}

function isSameUnit(a: Fact, b: Fact): boolean {
  return a.unit === b.unit || (isDocumentUnit(a.unit) && isDocumentUnit(b.unit));
}

function isDocumentUnit(unit: string): boolean {
  return '条篇件则份'.includes(unit);
}

function isFollowedByEtc({ tailSenses, phrase }: Item, sentence: Sentence): boolean {
  if (tailSenses.has('open')) return true;
  return sentence.phrases[phrase + 1]?.tokens[0]?.sense === 'open';
}

function isStopBetween(first: Item, last: Item, { phrases }: Sentence): boolean {
  for (let i = first.phrase + 1; i <= last.phrase; i++) if (phrases[i]?.separator === 'stop') return true;
  return false;
}

/** What a list claims and whether it holds. One list may divide its total several times over. */
function settle(list: List): PartSum[] {
  const { total, opener, parts, before } = list;
  const own = groupsOf([total], parts, opener);
  if (own.length > 0) return own;
  for (let i = 0; i < before.length; i++) {
    const nearest = before.slice(0, i + 1).reverse();
    const apart = groupsOf([nearest[0] as ReadItem, total], parts, opener);
    if (apart.length > 0) return apart;
    const all = i > 0 ? groupsOf([...nearest, total], parts, opener) : noSums;
    if (all.length > 0) return all;
  }
  return parts.length > 0 ? [claimed(list)] : [];
}

/** The stretches of parts that each make up the totals, from the first part on. */
function groupsOf(totals: readonly ReadItem[], parts: readonly Part[], opener: Opener): PartSum[] {
  const value = sumOf(totals);
  const groups: PartSum[] = [];
  if (parts.length === 0) return groups;
  const lastCounting = parts.findLastIndex((part) => part.fact.value !== 0);
  let from = 0;
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    sum = add(sum, (parts[i] as Part).fact.value);
    if (sum !== value || (totals.length > 1 && i === from)) continue;
    // Zeros behind the last part that counts still belong to it.
    const end = i >= lastCounting ? parts.length : i + 1;
    groups.push(partSum(totals, parts.slice(from, end), 'holds', opener));
    from = end;
    i = end - 1;
    sum = 0;
  }
  return groups;
}

function claimed(list: List): PartSum {
  const { total, parts, opener, isLoose } = list;
  const value = total.fact.value;
  const doubtful = parts.findIndex((part) => part.isDoubtful);
  const sure = doubtful < 0 ? parts : parts.slice(0, doubtful);
  const sum = sumOf(sure);
  const as = (state: PartSum['state']): PartSum => partSum([total], sure, state, opener);
  const isSpelled = total.fact.isSpelled || sure.some(({ fact }) => fact.isSpelled);
  if (total.fact.isApproximate || isSpelled || isLoose || sure.length === 0) return as('unknown');
  // A number in brackets alone is another way of counting, not a part: 50 条(45 条).
  if (sure.length < 2 && opener.kind === 'bracket') return as('unknown');
  // One part alone must stand right behind the words that make it one.
  if (sure.length < 2 && !'comma list'.includes((sure[0] as Part).item.separator)) return as('unknown');
  const open = sum > value || isAside(list) ? disputed(list, sum, sure) : null;
  if (open) return open;
  if (sum > value) return as('exceeds');
  const closesList = isRemainder(sure.at(-1) as Part);
  if (sure.length < 2 || (doubtful >= 0 && !closesList)) return as('unknown');
  // 其他重点信息 5 条、动态 63 条: what more follows is not all the rest.
  const isWhole = closesList || (opener.isClosed && opener.kind !== 'bracket');
  const isAlmost = sure.length >= enoughParts && value >= enoughTotal && value - sum <= value * sliver;
  return as(isWhole || isAlmost ? 'fallsShort' : 'unknown');
}

const aside = Senses.of('carry', 'carriedOver', 'carriedForward');
/** Parts that come to no more than this times a total and are each no more than it are parts of that one. */
const nearMiss = 1.5;

/** Whether the number right before a list is said by the way: 53 件，包括上年结转 3 件，其中…; 53 件。其中…. */
function isAside({ total: { item }, isApart }: List): boolean {
  return isApart || (item.opener !== null && item.opener.kind !== 'bracket') || item.labelSenses.meets(aside);
}

/**
 * What is claimed where a list may divide another number of the sentence, the largest of its unit before the total.
 * Null where there is none, or where the parts are plainly those of the total.
 */
function disputed(list: List, sum: number, parts: readonly Part[]): PartSum | null {
  const { total, items, at, opener } = list;
  const { value } = total.fact;
  const isPlain = sum <= value * nearMiss && parts.every(({ fact }) => fact.value <= value);
  if (isPlain && !isAside(list)) return null;
  let largest = total;
  for (let i = 0; i < at; i++) {
    const one = items[i] as ReadItem;
    if (one.item.depth > total.item.depth || !isSameUnit(one.fact, total.fact)) continue;
    if (one.fact.isApproximate) return partSum([total], parts, 'unknown', opener);
    if (one.fact.value > largest.fact.value) largest = one;
  }
  if (largest === total) return null;
  return partSum([largest], parts, largest.fact.value < sum ? 'exceeds' : 'unknown', opener);
}

/** 预算、决算各 1 条: more than the number says. */
function isEach({ item }: ReadItem): boolean {
  return item.labelSenses.has('each');
}

/** Whether a number is that of all the rest: 其他 12 条, 其余 3 件. */
export function isRemainder({ item: { labelSenses } }: ReadItem): boolean {
  // 其他信息通过公众号发布 50 条: not all that is left.
  return labelSenses.has('remainder') && !hasChannel(labelSenses);
}

function hasChannel(senses: Senses): boolean {
  return senses.meets(channels);
}

function partSum(
  totals: readonly ReadItem[],
  parts: readonly ReadItem[],
  state: PartSum['state'],
  opener: Opener,
): PartSum {
  return {
    totals: totals.map(({ fact }) => fact),
    total: sumOf(totals),
    parts: parts.map(({ fact }) => fact),
    sum: sumOf(parts),
    state,
    isClosed: opener.isClosed || parts.some(isRemainder),
    mayOverlap: parts.filter(({ item }) => hasChannel(item.labelSenses)).length > 1,
  };
}

function sumOf(all: readonly ReadItem[]): number {
  let total = 0;
  for (const { fact } of all) total = add(total, fact.value);
  return total;
}

/** Sums of figures with decimals, without the dust of binary fractions. */
function add(a: number, b: number): number {
  return Math.round((a + b) * 1e6) / 1e6;
}
