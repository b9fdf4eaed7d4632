import type { Apply, Formula } from '../formula';
import type { Level, Piece } from './piece';
import type { TexLeaves } from './tex-leaves';

/** Prints a sub-formula; wrapped in parentheses where it holds less tightly than `level`. */
export interface TexPrinter {
  readonly leaves: TexLeaves;
  readonly piece: (f: Formula) => Piece;
  readonly at: (f: Formula, level: Level) => string;
  /** A factor of a product, transposed if asked to. */
  readonly factor: (f: Formula, transpose: boolean) => string;
}

export type TexRule = (f: Apply, print: TexPrinter) => Piece;

export const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;
