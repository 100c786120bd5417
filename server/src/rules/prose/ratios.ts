import type { PlacedReading } from '../../prose/chains';
import type { Ratio } from '../../prose/fact';
import { placedInProse } from '../../report/prose';
import type { Report } from '../../report/report';
import type { Fix } from '../rule';
import { textAt } from './wording';

/** A percentage that is not what its numbers give, and the reading it stands in. */
export interface WrongRatio {
  readonly ratio: Ratio;
  readonly reading: PlacedReading;
}

/** The percentages of a report of some kinds and states; those of other years or a wider scope are right on their own. */
export function wrongRatios(
  report: Report,
  kinds: readonly Ratio['kind'][],
  states: readonly Ratio['state'][],
): readonly WrongRatio[] {
  const found: WrongRatio[] = [];
  for (const reading of report.prose)
    for (const ratio of reading.reading.ratios)
      if (kinds.includes(ratio.kind) && states.includes(ratio.state)) found.push({ ratio, reading });
  return found;
}

/** What the percentage should be, at the decimals shown. */
export function percentText({ percent, expected }: Ratio): string {
  return Math.abs(expected ?? 0).toFixed(Math.max(0, percent.decimals));
}

/** Writes the percentage that the numbers give. */
export function ratioPlaces({ ratio, reading }: WrongRatio, report: Report): Fix[] {
  const range = placedInProse(reading.line, ratio.percent.range);
  if (ratio.expected === null || !/^[\d.]+$/u.test(textAt(report, range))) return [];
  const right = percentText(ratio);
  return [
    {
      title: { zh: `改为 ${right}%`, en: `Change to ${right}%` },
      preferred: false,
      edits: [{ range, newText: right }],
    },
  ];
}
