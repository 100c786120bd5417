import type { CellKey } from '../form/indexed-form';

/** Where a number for a cell stands outside its table. */
export type EvidenceSource = 'prose' | 'lastYear';

/** A number that another place gives for a cell, in the cell's unit. */
export interface StatedNumber {
  readonly value: number;
  readonly source: EvidenceSource;
}

/** What is known of the cells of a table beside the table itself. It ranks explanations and excludes none. */
export interface Evidence {
  readonly stated: ReadonlyMap<CellKey, readonly StatedNumber[]>;
  /** The cell that was edited last: the likeliest to hold a slip. */
  readonly editedLast: CellKey | null;
}

export const noEvidence: Evidence = { stated: new Map(), editedLast: null };

/** How much likelier a number is for what another place states of it, as a logarithm to the base of 10. */
const trust: Readonly<Record<EvidenceSource, number>> = { prose: 2, lastYear: 1.5 };
/** The same for a cell that was edited last. */
const freshness = 1;

/** How what is stated moves the likelihood that a cell should hold `to` in place of `from`. In the cell's unit. */
export function weightOfEvidence({ stated }: Evidence, key: CellKey, from: number, to: number): number {
  let weight = 0;
  for (const { value, source } of stated.get(key) ?? []) {
    if (value === to) weight += trust[source];
    else if (value === from) weight -= trust[source];
  }
  return weight;
}

/**
 * What is to be added for the order in which explanations are shown. What was typed last is where a slip is looked for
 * first, but no reason to be certain of one: it may be the clerk's own correction.
 */
export function weightOfFreshness({ editedLast }: Evidence, keys: readonly CellKey[]): number {
  return editedLast !== null && keys.includes(editedLast) ? freshness : 0;
}

/** The places that give a cell the same number. */
export function sourcesFor({ stated }: Evidence, key: CellKey, value: number): EvidenceSource[] {
  return (stated.get(key) ?? []).filter((one) => one.value === value).map((one) => one.source);
}
