import type { Fact, PartSum, Ratio } from './fact';
import { sensesOf } from './items';
import type { ReadItem } from './lists';

/** Works out the percentages of one sentence from the numbers beside them. */
export function ratiosOf(read: readonly ReadItem[], sums: readonly PartSum[]): Ratio[] {
  return read.flatMap(({ fact, item }, i): Ratio[] => {
    switch (fact.kind) {
      case 'share':
        return shareOf(fact, read, i, sums);
      case 'growth':
        return growthOf(fact, read, i);
      case 'rate':
        return sensesOf(item.label).has('completion') ? completionOf(fact, read, i) : [];
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
    if (ratio.state === 'cut' || (base === main && best?.state !== 'cut')) best = ratio;
  }
  if (!best) return [];
  // Only of a list whose total and parts are known can the share be called wrong.
  const isClear = best.state === 'cut' || (main !== null && own[0]?.state === 'holds');
  return [isClear ? best : { ...best, state: 'unknown' }];
}

/** `b 件，较上年的 a 件增长 p%` or `较上年增加 d 件，增长 p%`. */
function growthOf(percent: Fact, read: readonly ReadItem[], at: number): Ratio[] {
  const near = read.slice(Math.max(0, at - 3), at).filter(({ fact }) => fact.kind !== 'rate');
  const current = near.findLast(({ fact }) => fact.kind === 'count')?.fact;
  const change = near.findLast(({ fact }) => fact.kind === 'change')?.fact;
  const past = near.findLast(({ fact }) => fact.kind === 'past')?.fact;
  const isKnown = [current, change, past].every((fact) => fact === undefined || !fact.isApproximate);
  if (!current || percent.isApproximate || !isKnown || current.unit !== (past ?? change)?.unit) return [];
  const delta = past ? current.value - past.value : (change?.value ?? 0);
  const base = past ? past.value : current.value - delta;
  if (base <= 0) return [];
  return [compare('growth', percent, past ?? change ?? null, current, (100 * delta) / base)];
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
