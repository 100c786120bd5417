import type { Senses } from '../form/senses';
import type { Fact, PartSum, Ratio } from './fact';
import type { ReadItem } from './lists';

/** Numbers farther before a percentage have nothing to do with it. */
const furthest = 6;

const noRatios: Ratio[] = [];

/** Works out the percentages of one sentence from the numbers beside them. */
export function ratiosOf(read: readonly ReadItem[], sums: readonly PartSum[]): Ratio[] {
  if (!read.some(({ item }) => item.quantity.unitKind === 'percent')) return noRatios;
  return read.flatMap(({ fact, item }, i): Ratio[] => {
    switch (fact.kind) {
      case 'share':
        return shareOf(fact, read, i, sums);
      case 'growth':
        return growthOf(fact, read, i);
      case 'rate':
        return item.labelSenses.has('completion') ? completionOf(fact, read, i) : [];
      default:
        return [];
    }
  });
}

/** `a 件，占 b 件的 p%`: a is the number before; b may be any total of the sentence, so one that fits is the one. */
function shareOf(percent: Fact, read: readonly ReadItem[], at: number, sums: readonly PartSum[]): Ratio[] {
  const before = read[at - 1]?.fact;
  if (before?.kind !== 'count' || percent.isApproximate) return [];
  const own = sums.filter((sum) => sum.parts.includes(before));
  const bases = new Map<number, Fact | null>();
  for (const { fact } of read.slice(0, at - 1)) if (fact.kind === 'count') bases.set(fact.value, fact);
  for (const sum of sums) if (sum.sum > 0) bases.set(sum.sum, sum.totals[0] ?? null);
  const main = own[0]?.totals[0] ?? null;
  let best: Ratio | null = null;
  for (const [value, base] of bases) {
    if (value <= 0 || before.value > value) continue;
    const ratio = compare('share', percent, before, base, (100 * before.value) / value);
    if (ratio.state === 'holds') return [ratio];
    if (base === main && base !== null && best?.state !== 'cut') best = ratio;
  }
  if (!best) return [];
  // Only of a list whose total and parts are known can the share be called wrong.
  const isClear = best.state === 'cut' || (main !== null && own[0]?.state === 'holds');
  return [isClear ? best : { ...best, state: 'unknown' }];
}

/** `b 件，较上年的 a 件增长 p%` or `较上年增加 d 件，增长 p%`. */
function growthOf(percent: Fact, read: readonly ReadItem[], at: number): Ratio[] {
  const before = read.slice(Math.max(0, at - furthest), at);
  const compared = before.findLast(({ fact }) => fact.kind === 'past' || fact.kind === 'change');
  const counts = before.filter(({ fact }) => fact.kind === 'count' && fact.unit === compared?.fact.unit);
  if (!compared || compared.fact.isApproximate || percent.isApproximate) return [];
  const ratios = counts.flatMap(({ fact }) => {
    const own = growthFrom(percent, fact, compared, (read[at] as ReadItem).item.labelSenses);
    return own && !fact.isApproximate ? [own] : [];
  });
  const best = ratios.find(({ state }) => state === 'holds') ?? ratios.find(({ state }) => state === 'cut');
  if (best) return [best];
  const [only, other] = ratios;
  // Of several numbers it cannot be told which one has grown.
  return only && !other && before.length === counts.length + 1 ? [only] : [];
}

function growthFrom(
  percent: Fact,
  current: Fact,
  { fact: compared, item }: ReadItem,
  senses: Senses,
): Ratio | null {
  const isPast = compared.kind === 'past';
  const falls = item.labelSenses.has('decrease');
  const delta = isPast ? current.value - compared.value : falls ? -compared.value : compared.value;
  const base = current.value - delta;
  if (base <= 0) return null;
  const ratio = compare('growth', percent, compared, current, (100 * delta) / base);
  const isTurned = (delta > 0 && senses.has('decrease')) || (delta < 0 && senses.has('increase'));
  return isTurned ? { ...ratio, state: 'wrong' } : ratio;
}

/** `收到 40 件，办结 36 件，办结率 90%`. */
function completionOf(percent: Fact, read: readonly ReadItem[], at: number): Ratio[] {
  const before = read.slice(0, at).map(({ fact }) => fact);
  const settled = before.findLast(
    (fact) => fact.statement === 'resultTotal' || fact.statement === 'finished',
  );
  const received = before.findLast((fact) => fact.statement === 'new');
  const carried = before.findLast((fact) => fact.statement === 'carriedOver');
  if (!settled || !received || percent.isApproximate) {
    return [
      { percent, kind: 'completion', numerator: null, denominator: null, expected: null, state: 'unknown' },
    ];
  }
  const whole = compare(
    'completion',
    percent,
    settled,
    received,
    (100 * settled.value) / (received.value + (carried?.value ?? 0)),
  );
  const alone = compare('completion', percent, settled, received, (100 * settled.value) / received.value);
  return [alone.state === 'wrong' ? whole : alone];
}

/** Compares at the decimals shown. A last place that was cut instead of rounded is not called wrong. */
function compare(
  kind: Ratio['kind'],
  percent: Fact,
  numerator: Fact | null,
  denominator: Fact | null,
  expected: number,
): Ratio {
  const unit = 10 ** -percent.decimals;
  const size = Math.abs(expected);
  const distance = Math.abs(percent.value - size);
  const dust = unit * 1e-6;
  const state =
    distance <= unit / 2 + dust ? 'holds' : distance < unit - dust && percent.value < size ? 'cut' : 'wrong';
  return {
    percent,
    kind,
    numerator,
    denominator,
    expected: Number.isFinite(expected) ? expected : null,
    state,
  };
}
