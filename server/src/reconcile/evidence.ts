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

/** Logarithms to the base of 10: how much likelier a change is for what is stated elsewhere, or for a fresh edit. */
const agreement = 2;
const contradiction = -2;
const freshness = 1;

/** How evidence moves the likelihood that a cell should hold `to` in place of `from`. In the cell's unit. */
export function weightOfEvidence(
  { stated, editedLast }: Evidence,
  key: CellKey,
  from: number,
  to: number,
): number {
  let weight = editedLast === key ? freshness : 0;
  for (const { value } of stated.get(key) ?? []) {
    if (value === to) weight += agreement;
    else if (value === from) weight += contradiction;
  }
  return weight;
}

/** The places that give a cell the same number. */
export function sourcesFor({ stated }: Evidence, key: CellKey, value: number): EvidenceSource[] {
  return (stated.get(key) ?? []).filter((one) => one.value === value).map((one) => one.source);
}
