import type { Form } from '../form/indexed-form';
import type { NeighbouringReport } from '../report/surroundings';
import { type Analysis, analyse } from '../service/analysis';
import { preferredPlan } from '../service/code-actions';
import type { Profile } from '../service/profile';
import { parse } from '../syntax/tree';
import { applyEdits, type Source, sourceOf } from '../text/source';

/** A fix may uncover what another one mends; more rounds than that would go in circles. */
const mostRounds = 8;

/** Analyses a whole text, among the reports that lie beside it. */
export function analyseText(
  text: string,
  forms: readonly Form[],
  profile: Profile,
  neighbours: readonly NeighbouringReport[] = [],
): Analysis {
  return analyse(parse(sourceOf(text)), forms, profile, { editedLast: null, neighbours });
}

/** Applies every preferred fix until none is left. The source is the old object where nothing was to be fixed. */
export function fixAll(
  analysis: Analysis,
  forms: readonly Form[],
  profile: Profile,
  neighbours: readonly NeighbouringReport[] = [],
): Analysis {
  let current = analysis;
  for (let round = 0; round < mostRounds; round++) {
    const plan = preferredPlan(current.findings);
    if (plan.length === 0) break;
    const source: Source = applyEdits(current.tree.source, plan);
    current = analyse(parse(source), forms, profile, { editedLast: null, neighbours });
  }
  return current;
}
