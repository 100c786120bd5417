import type { Bilingual } from '../../form/form';
import type { PlacedReading } from '../../prose/chains';
import type { PartSum } from '../../prose/fact';
import { agreeingFacts } from '../../reconcile/agreement';
import { placedInProse } from '../../report/prose';
import type { Report } from '../../report/report';
import type { TextEdit } from '../../text/range';
import { writtenAs } from '../arithmetic/repairs';
import type { Fix } from '../rule';
import { textAt } from './wording';

/** A wrong sum and the reading it stands in. */
export interface WrongSum {
  readonly sum: PartSum;
  readonly reading: PlacedReading;
}

/** The sums of a report that do not hold, of one kind. */
export function wrongSums(report: Report, isMeant: (sum: PartSum) => boolean): readonly WrongSum[] {
  const found: WrongSum[] = [];
  for (const reading of report.prose)
    for (const sum of reading.reading.sums)
      if ((sum.state === 'exceeds' || sum.state === 'fallsShort') && isMeant(sum))
        found.push({ sum, reading });
  return found;
}

/** Whether a sum says of itself that a part is larger than the whole, and not only that a figure is off. */
export function exceedsPlainly({ state, parts, total, isClosed }: PartSum): boolean {
  return state === 'exceeds' && (!isClosed || parts.some((part) => part.value > total));
}

const mostNamed = 12;

/** `307＋402＋227＝936`. */
export function addition({ parts, sum }: PartSum): string {
  const shown = parts.slice(0, mostNamed).map((part) => part.value);
  return `${shown.join('＋')}${parts.length > mostNamed ? '＋…' : ''}＝${sum}`;
}

/** The total as the parts give it, offered where the table does not speak for the total as it is. */
export function totalFix({ sum, reading }: WrongSum, report: Report): Fix[] {
  const [total] = sum.totals;
  if (!total || sum.totals.length !== 1 || total.isSpelled) return [];
  const range = placedInProse(reading.line, total.range);
  const written = textAt(report, range);
  if (!/^[\d０-９,，]+$/u.test(written) || !Number.isInteger(sum.sum)) return [];
  if (agreeingFacts(report).has(total)) return [];
  const title: Bilingual = {
    zh: `总数改为 ${sum.sum}（各项之和）`,
    en: `Change the total to ${sum.sum} (the sum of the parts)`,
  };
  const edits: TextEdit[] = [{ range, newText: writtenAs(sum.sum, written) }];
  return [{ title, preferred: false, edits }];
}
