import type { Matrix } from './matrix';
import type { OpKind, OpOf } from './op';

/** Computes the op's value from its arguments into `out`, which has the right shape and any content. */
export type Forward<K extends OpKind> = (op: OpOf<K>, args: readonly Matrix[], out: Matrix) => void;

/**
 * Vector-Jacobian product: adds to each argument's gradient what `outGradient` (∂J/∂out) sends to it. A null
 * gradient is not wanted. Two arguments may be the same matrix and then share one gradient.
 */
export type Backward<K extends OpKind> = (
  op: OpOf<K>,
  args: readonly Matrix[],
  out: Matrix,
  outGradient: Matrix,
  argGradients: readonly (Matrix | null)[],
) => void;

export type ForwardTable<K extends OpKind> = { readonly [P in K]: Forward<P> };
export type BackwardTable<K extends OpKind> = { readonly [P in K]: Backward<P> };

const NO_DATA = new Float64Array(0);

/** Entries of an argument that the shape rule has promised. */
export function dataOf(matrices: readonly (Matrix | null)[], index: number): Float64Array {
  return matrices[index]?.data ?? NO_DATA;
}

export function matrixAt(matrices: readonly Matrix[], index: number): Matrix {
  return matrices[index] as Matrix;
}

/** How far to step in the data of a broadcast (or folded) matrix for the next row; 0 stays in its only row. */
export function rowStep(m: Matrix): number {
  return m.rows === 1 ? 0 : m.cols;
}

export function colStep(m: Matrix): number {
  return m.cols === 1 ? 0 : 1;
}
