import type { CellKey } from '../form/indexed-form';
import type { Range } from '../text/range';

/** What a report that lies beside a draft leaves to the report of the year after. */
export interface NeighbouringReport {
  /** Folded; never empty. */
  readonly organization: string;
  readonly year: number;
  /** By the id of a table: the numbers that cells of the next year's table begin with, in the cells' unit. */
  readonly carried: ReadonlyMap<string, ReadonlyMap<CellKey, number>>;
}

/** What is known of a draft beside its text. It tells which explanation of a fault is likelier; it is never a fault by itself. */
export interface Surroundings {
  /** What was written last; null where nobody edits the draft, or much was written at once. */
  readonly editedLast: Range | null;
  readonly neighbours: readonly NeighbouringReport[];
}

/** A draft of which nothing is known but its text. */
export const noSurroundings: Surroundings = { editedLast: null, neighbours: [] };
