import { analyseText, fixAll } from '../../server/src/cli/check';
import { shippedForms } from '../../server/src/form/load';
import { analyse } from '../../server/src/service/analysis';
import { documentSymbols } from '../../server/src/service/document-symbols';
import { hover } from '../../server/src/service/hover';
import { defaultProfile } from '../../server/src/service/profile';
import { defaultSettings } from '../../server/src/service/settings';
import { definition, references } from '../../server/src/service/statements';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf, textOf } from '../../server/src/text/source';
import type { Place, Stretch } from './marks';

/** The one place where tests of what an editor asks, short of a connection, touch the product. */
export interface Outlined {
  readonly name: string;
  readonly range: Stretch;
  readonly selectionRange: Stretch;
  readonly children?: readonly Outlined[];
}

/** The outline of a text. */
export function outline(text: string): readonly Outlined[] {
  return documentSymbols(analyse(parse(sourceOf(text)), shippedForms(), defaultProfile), defaultSettings);
}

/** Explains a place: what is explained, and its text. */
export function explain(text: string): (place: Place) => { range: Stretch; value: string } | null {
  const analysis = analyse(parse(sourceOf(text)), shippedForms(), defaultProfile);
  return (place) => {
    const found = hover(analysis, place, defaultSettings);
    if (!found?.range) return null;
    return { range: found.range, value: (found.contents as { value: string }).value };
  };
}

/** The texts that a number of running text, or a cell, leads to: its cells, and where running text speaks of them. */
export function linked(text: string, place: Place): { cells: Stretch[]; statements: Stretch[] } {
  const analysis = analyse(parse(sourceOf(text)), shippedForms(), defaultProfile);
  return {
    cells: definition(analysis, place, 'file:///draft').map(({ range }) => range),
    statements: references(analysis, place, 'file:///draft').map(({ range }) => range),
  };
}

/** A text with everything mended that has one right answer, and how many such fixes are left. */
export function fixed(text: string): { text: string; preferredLeft: number } {
  const analysis = fixAll(analyseText(text, shippedForms(), defaultProfile), shippedForms(), defaultProfile);
  const left = analysis.findings.flatMap((finding) => finding.fixes).filter((fix) => fix.preferred);
  return { text: textOf(analysis.tree.source), preferredLeft: left.length };
}
