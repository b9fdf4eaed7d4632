import {
  type NumberFormat,
  numbersTex,
  type Printing,
  rowsOf,
  type Step,
  type TexRow,
} from '../../derive';
import type { Snapshot } from '../../engine';

export interface NumbersFormat extends NumberFormat {
  /** In em, where the formula is broken within its brackets; else it is in one row, which breaks where it may. */
  readonly room?: number | undefined;
}

/** The numbers of a step put into its rule, in rows, and what comes out of them. */
export function numbersOf(
  step: Step,
  printing: Printing,
  snapshot: Snapshot,
  format: NumbersFormat,
): { readonly put: readonly TexRow[]; readonly result: string } {
  const { put, result } = numbersTex(step, printing, snapshot, format);
  const { room } = format;
  return { put: room === undefined ? [{ tex: put, indent: 0 }] : rowsOf(put, room), result };
}
