import { placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import type { Range } from '../../text/range';
import { passagesWith } from '../cues';
import type { Fix } from '../rule';
import { anyPrivateNumber, masked, type PrivateNumber, privateNumbersIn } from './private-numbers';

/** A number of a person, and where it stands in the document. */
export interface FoundNumber {
  readonly number: PrivateNumber;
  readonly range: Range;
}

const key = {};

/** The numbers of one kind in a report's running text. */
export function numbersOf(report: Report, kind: PrivateNumber['kind']): readonly FoundNumber[] {
  return report.memo.get(key, () => allNumbers(report)).filter(({ number }) => number.kind === kind);
}

function allNumbers(report: Report): readonly FoundNumber[] {
  return passagesWith(report, anyPrivateNumber).flatMap((placed) =>
    privateNumbersIn(placed).map((number) => ({
      number,
      range: placedStretch(placed, number.from, number.to),
    })),
  );
}

/** Masks a number. Never preferred: whether it has to go altogether is for the office to say. */
export function maskingFix({ number, range }: FoundNumber): Fix[] {
  // A number broken over two lines would take the line end with it.
  if (range.start.line !== range.end.line) return [];
  const newText = masked(number);
  return [
    {
      title: { zh: `隐去中间几位：${newText}`, en: `Mask its middle: ${newText}` },
      preferred: false,
      edits: [{ range, newText }],
    },
  ];
}
