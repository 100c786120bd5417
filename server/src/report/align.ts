import type { FormTable, LeafRow } from '../form/indexed-form';
import { similarityToEnd } from '../text/fold';
import { type Fragment, type PhysicalRow, valueCount } from './physical-rows';

/** How a row of the draft was known: by its very label, by one nearly the form's, or by its place alone. */
export type LabelMatch = 'exact' | 'similar' | 'position';

/** Where a row stands: in the form's order; elsewhere; or a second time. */
export type RowPlacement = 'inOrder' | 'outOfOrder' | 'duplicate';

/** A physical row and the form's row it was found to be. `pieces`: how many of its last fragments make the label. */
export interface Alignment {
  readonly physical: PhysicalRow;
  readonly row: LeafRow;
  readonly match: LabelMatch;
  readonly pieces: number;
  readonly placement: RowPlacement;
}

/** Beyond so many rows between two sound ones no damaged label is looked for. */
const largestGap = 60;
const likeness = 0.55;
const leastLikenessByPlace = 0.15;
/** As many values as the row has columns speak for it. */
const fitting = 0.05;

interface Exact {
  readonly index: number;
  readonly row: LeafRow;
  readonly pieces: number;
}

/**
 * Finds for each row of the draft the form's row it is. Rows with a sound label are matched by it, the
 * longest chain in the form's order holding; between two of them, damaged labels are aligned by likeness
 * and, where as many rows stand there as the form has, by place.
 */
export function alignRows(physical: readonly PhysicalRow[], table: FormTable): Alignment[] {
  const exact = exactRows(physical, table);
  // Mostly every row stands there once, in order and by its very label: then there is nothing left to search for.
  if (isWholeForm(exact, table)) return exact.map((one) => exactAlignment(one, physical, 'inOrder'));
  const chain = longestChain(exact);
  const alignments: Alignment[] = [];
  const taken = new Set<LeafRow>();
  const add = (alignment: Alignment): void => {
    alignments.push(alignment);
    taken.add(alignment.row);
  };
  for (const one of chain) add(exactAlignment(one, physical, 'inOrder'));
  const inChain = new Set(chain);
  const strayed = exact.filter((one) => !inChain.has(one));
  const isStrayed = new Set(strayed.map((one) => one.row));
  const known = new Set(exact.map(({ index }) => index));
  let from = 0;
  let fromRow = 0;
  for (const anchor of [...chain, null]) {
    const to = anchor ? anchor.index : physical.length;
    const toRow = anchor ? anchor.row.index : table.rows.length;
    const rows = table.rows.slice(fromRow, toRow).filter((row) => !isStrayed.has(row));
    const indices: number[] = [];
    for (let i = from; i < to && indices.length <= largestGap; i++) if (!known.has(i)) indices.push(i);
    if (rows.length > 0 && indices.length > 0 && indices.length <= largestGap) {
      for (const { index, row, match, pieces } of alignGap(indices, rows, physical))
        add({ physical: physical[index] as PhysicalRow, row, match, pieces, placement: 'inOrder' });
    }
    from = to + 1;
    fromRow = toRow + 1;
  }
  for (const one of strayed)
    add(exactAlignment(one, physical, taken.has(one.row) ? 'duplicate' : 'outOfOrder'));
  return alignments;
}

/** The rows of the draft that have a label of the form, in the draft's order. */
function exactRows(physical: readonly PhysicalRow[], table: FormTable): Exact[] {
  const exact: Exact[] = [];
  for (let index = 0; index < physical.length; index++) {
    const found = exactRow(index, (physical[index] as PhysicalRow).fragments, table);
    if (found) exact.push(found);
  }
  return exact;
}

function isWholeForm(exact: readonly Exact[], table: FormTable): boolean {
  return exact.length === table.rows.length && exact.every((one, i) => one.row.index === i);
}

function exactAlignment(
  { index, row, pieces }: Exact,
  physical: readonly PhysicalRow[],
  placement: RowPlacement,
): Alignment {
  return { physical: physical[index] as PhysicalRow, row, match: 'exact', pieces, placement };
}

/** The form's row whose label the last fragments make, joined; the longest join that is a label wins. */
function exactRow(index: number, fragments: readonly Fragment[], table: FormTable): Exact | null {
  const last = fragments[fragments.length - 1]?.label;
  if (!last) return null;
  const { labels } = table;
  let found: Exact | null = last.row ? { index, row: last.row, pieces: 1 } : null;
  let joined = last.folded;
  for (let pieces = 2; pieces <= fragments.length && joined.length <= labels.longestOfRow; pieces++) {
    joined = (fragments[fragments.length - pieces] as Fragment).label.folded + joined;
    if (joined.length > labels.longestOfRow) break;
    const { row } = labels.findFolded(joined);
    if (row) found = { index, row, pieces };
  }
  return found;
}

/** The longest chain of exact matches whose rows follow the form's order. */
function longestChain(exact: readonly Exact[]): Exact[] {
  const ends: number[] = [];
  const previous: number[] = [];
  exact.forEach((one, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((exact[ends[middle] as number] as Exact).row.index < one.row.index) low = middle + 1;
      else high = middle;
    }
    // Of one row twice the first is the row, the second its double.
    const rival = ends[low];
    if (rival !== undefined && exact[rival]?.row === one.row) return;
    previous[i] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = i;
  });
  const chain: Exact[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] as number) chain.unshift(exact[i] as Exact);
  return chain;
}

interface Pair {
  readonly index: number;
  readonly row: LeafRow;
  readonly match: LabelMatch;
  readonly pieces: number;
}

/** Debris of a label of so few characters says nothing of what it was. */
const longestDebris = 3;

/** Whether nothing but debris, or the heading beside a row, stands for its label. */
function hasNoWord({ fragments }: PhysicalRow): boolean {
  const last = fragments.at(-1)?.label;
  if (!last) return true;
  return last.rowGroup !== undefined || (last.folded.length <= longestDebris && last.columns === undefined);
}

function alignGap(
  indices: readonly number[],
  rows: readonly LeafRow[],
  physical: readonly PhysicalRow[],
): Pair[] {
  const fits = (index: number, row: LeafRow): boolean =>
    valueCount(physical[index] as PhysicalRow) === row.columns.length;
  const tails = indices.map((index) => foldedTail((physical[index] as PhysicalRow).fragments));
  const scores = indices.map((index, i) =>
    rows.map(
      (row) => labelLikeness(tails[i] as string, row, likeness - fitting) + (fits(index, row) ? fitting : 0),
    ),
  );
  const pairs = bestPairs(scores).map(([i, j]): Pair => {
    const index = indices[i] as number;
    const row = rows[j] as LeafRow;
    return {
      index,
      row,
      match: 'similar',
      pieces: piecesOf((physical[index] as PhysicalRow).fragments, row),
    };
  });
  // What is left between two found rows, as many on both sides, is in the form's order.
  const bounds = [
    [-1, -1],
    ...pairs.map((pair) => [indices.indexOf(pair.index), rows.indexOf(pair.row)]),
    [indices.length, rows.length],
  ];
  for (let k = 1; k < bounds.length; k++) {
    const [i0 = 0, j0 = 0] = bounds[k - 1] ?? [];
    const [i1 = 0, j1 = 0] = bounds[k] ?? [];
    const count = i1 - i0 - 1;
    if (count === 0 || count !== j1 - j0 - 1) continue;
    for (let n = 1; n <= count; n++) {
      const index = indices[i0 + n] as number;
      const row = rows[j0 + n] as LeafRow;
      const isWordless = hasNoWord(physical[index] as PhysicalRow);
      const isNotUnlike = (): boolean =>
        labelLikeness(tails[i0 + n] as string, row, leastLikenessByPlace) > 0;
      if (fits(index, row) && (isWordless || isNotUnlike())) {
        pairs.push({
          index,
          row,
          match: 'position',
          pieces: Math.min(1, (physical[index] as PhysicalRow).fragments.length),
        });
      }
    }
  }
  return pairs;
}

/** The pairs in order on both sides with the greatest total score, each at least `likeness`. */
function bestPairs(scores: readonly (readonly number[])[]): [number, number][] {
  const n = scores.length;
  const m = scores[0]?.length ?? 0;
  const best = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0));
  const at = (i: number, j: number): number => (best[i] as number[])[j] as number;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const score = (scores[i] as number[])[j] as number;
      (best[i] as number[])[j] = Math.max(
        at(i + 1, j),
        at(i, j + 1),
        score >= likeness ? score + at(i + 1, j + 1) : 0,
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const score = (scores[i] as number[])[j] as number;
    if (score >= likeness && at(i, j) === score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

function foldedTail(fragments: readonly Fragment[]): string {
  return fragments
    .slice(-6)
    .map(({ label }) => label.folded)
    .join('')
    .slice(-80);
}

/**
 * From 0 to 1; 0 where it is less than `least`. A label of one or two characters is too easily found in another: it
 * must be whole.
 */
function labelLikeness(tail: string, row: LeafRow, least: number): number {
  let best = 0;
  for (const pattern of row.patterns) {
    if (pattern.length <= 2) best = Math.max(best, tail === pattern ? 1 : 0);
    else best = Math.max(best, similarityToEnd(pattern, tail, Math.max(best, least)));
  }
  return best;
}

/** How many of the last fragments together come nearest to the row's label. */
function piecesOf(fragments: readonly Fragment[], row: LeafRow): number {
  const length = Math.max(...row.patterns.map((pattern) => pattern.length));
  let joined = 0;
  let pieces = 0;
  while (pieces < fragments.length && joined < length * 0.8) {
    joined += (fragments[fragments.length - 1 - pieces] as Fragment).label.folded.length;
    pieces++;
  }
  return pieces;
}
