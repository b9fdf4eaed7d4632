import type { NumberFormat, Printing } from '../../derive';
import type { Shape, Snapshot } from '../../engine';
import type { Problem } from '../../problem';

/** What every part of the sheets is written from. */
export interface Paper {
  readonly problem: Problem;
  readonly snapshot: Snapshot;
  /** Without links: paper does not light up. */
  readonly printing: Printing;
  readonly format: NumberFormat;
}

/** Rows and columns that are printed of a matrix; of a larger one those in the middle are left out. */
export const MOST = [10, 8] as const;

export const isCut = ([rows, cols]: Shape) => rows > MOST[0] || cols > MOST[1];

/** Nothing in a formula on paper has a name of its own. */
export const noName = () => '';
