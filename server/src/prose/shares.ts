import type { Fact, ShareSum } from './fact';
import { isRemainder, type ReadItem } from './lists';

const noSums: ShareSum[] = [];
/** Fewer shares that come to less than the whole may leave some of it out. */
const enoughShares = 3;

/**
 * `政策占 40%，公告占 35%，其他占 30%`: the shares of one whole in a sentence, where the last is that of all the rest,
 * and what they come to. Shares said of something before them may stand in the sentence too, so that all those from
 * any one on may be the shares that are meant.
 */
export function shareSums(read: readonly ReadItem[]): ShareSum[] {
  if (read.filter(({ fact }) => fact.kind === 'share').length < 2) return noSums;
  const found: ShareSum[] = [];
  let depth = 0;
  let shares: Fact[] = [];
  /** Whether every part that is counted has its share. */
  let isWhole = true;
  read.forEach((one, i) => {
    const { item, fact } = one;
    if (item.opener || item.depth < depth) {
      shares = [];
      isWhole = true;
      depth = item.depth;
    }
    if (item.depth > depth) return;
    const before = read[i - 1];
    if (fact.kind === 'count' && shares.length > 0) isWhole &&= read[i + 1]?.fact.kind === 'share';
    if (fact.kind !== 'share') return;
    shares.push(fact);
    if (!isRemainder(one) && !(before?.fact.kind === 'count' && isRemainder(before))) return;
    if (shares.length > 1 && !shares.some(({ isApproximate }) => isApproximate))
      found.push(shareSum(shares, isWhole));
    shares = [];
    isWhole = true;
  });
  return found;
}

function shareSum(shares: readonly Fact[], isWhole: boolean): ShareSum {
  const decimals = Math.min(...shares.map((share) => share.decimals));
  let sum = 0;
  for (let from = shares.length - 1; from >= 0; from--) {
    sum += (shares[from] as Fact).value;
    const count = shares.length - from;
    // Each may be off by half a unit of its last place, and the last place may have been cut.
    const tolerance = count * 10 ** -Math.max(0, decimals) + 1e-6;
    if (count > 1 && Math.abs(sum - 100) <= tolerance)
      return { shares: shares.slice(from), sum: 100, state: 'holds' };
  }
  const isTold = sum > 100 || (isWhole && shares.length >= enoughShares);
  return { shares: [...shares], sum: Math.round(sum * 1e6) / 1e6, state: isTold ? 'wrong' : 'unknown' };
}
