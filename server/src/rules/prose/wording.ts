import type { Bilingual } from '../../form/form';
import type { Addend } from '../../form/indexed-form';
import type { PlacedReading } from '../../prose/chains';
import type { Fact } from '../../prose/fact';
import { cellsIn } from '../../reconcile/agreement';
import { placedInProse } from '../../report/prose';
import type { Report } from '../../report/report';
import { type Range, unite } from '../../text/range';
import { cellName, placed } from '../names';
import type { RelatedPlace } from '../rule';

/** A number with its unit, as messages show it. */
export function numberText({ value, unit }: Fact): string {
  return unit.endsWith('元') ? `${value}万元` : unit === '%' ? `${value}%` : `${value}${unit}`;
}

/** The cells of a reading by name, with their signs: `一、本年新收…·总计＋二、上年结转…·总计`. */
export function readingName(reading: readonly Addend[], report: Report): string {
  const cells = cellsIn(reading, report);
  return cells
    .map(({ table, cell }, i) => {
      const sign = reading[i]?.sign === -1 ? '－' : i > 0 ? '＋' : '';
      return sign + cellName(cell.row, cell.column, table.table.form);
    })
    .join('');
}

/** The cells of a reading as places, each with its number. */
export function cellPlaces(reading: readonly Addend[], report: Report): RelatedPlace[] {
  return cellsIn(reading, report).map(({ table, cell }) => {
    const text = `${cellName(cell.row, cell.column, table.table.form)} ${cell.text}`;
    return { range: placed(table, cell.range), message: { zh: text, en: text } };
  });
}

/** The stretch of the draft from the first to the last of some facts. */
export function stretchOf({ line }: PlacedReading, facts: readonly Fact[]): Range {
  return placedInProse(line, facts.map(({ range }) => range).reduce(unite));
}

/** A fact as a place, told by its words. */
export function factPlace({ line }: PlacedReading, fact: Fact): RelatedPlace {
  return { range: placedInProse(line, fact.range), message: quoted(fact) };
}

/** The words of a fact in quotation marks. */
export function quoted({ text }: Fact): Bilingual {
  const words = text.replace(/^[\s,，;；]+/u, '');
  return { zh: `“${words}”`, en: `“${words}”` };
}

/** The text of the draft on a range of one line; empty where it runs over more. */
export function textAt({ tree }: Report, { start, end }: Range): string {
  return start.line === end.line
    ? (tree.source.lines[start.line]?.text.slice(start.character, end.character) ?? '')
    : '';
}
