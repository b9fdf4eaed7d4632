import {
  type BackwardTable,
  colStep,
  dataOf,
  type ForwardTable,
  matrixAt,
  rowStep,
} from './kernel';
import type { Matrix } from './matrix';

export type ReductionKind = 'sum' | 'mean' | 'norm' | 'squaredNorm';

/** How many entries of X make one of the sum. */
function folded(x: Matrix, reduced: Matrix): number {
  return (x.rows * x.cols) / (reduced.rows * reduced.cols);
}

/** Each entry of X is added to the entry of the sum that it is folded into. */
function sumInto({ data: x, rows, cols }: Matrix, sum: Matrix): void {
  const into = sum.data;
  const step = colStep(sum);
  into.fill(0);
  for (let r = 0, k = 0; r < rows; r++) {
    let i = r * rowStep(sum);
    for (const end = k + cols; k < end; k++, i += step) into[i]! += x[k]!;
  }
}

/** dX += G/divisor, spread back over the entries that were folded. */
function spread(gradient: Matrix, divisor: number, { data: dx, rows, cols }: Matrix): void {
  const g = gradient.data;
  const step = colStep(gradient);
  for (let r = 0, k = 0; r < rows; r++) {
    let i = r * rowStep(gradient);
    for (const end = k + cols; k < end; k++, i += step) dx[k]! += g[i]! / divisor;
  }
}

function squaresInto(x: Float64Array, sum: Float64Array): void {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]! * x[i]!;
  sum[0] = total;
}

export const reductionForward: ForwardTable<ReductionKind> = {
  sum(_, args, out) {
    sumInto(matrixAt(args, 0), out);
  },
  mean(_, args, out) {
    const x = matrixAt(args, 0);
    sumInto(x, out);
    const count = folded(x, out);
    for (let i = 0; i < out.data.length; i++) out.data[i]! /= count;
  },
  norm(_, args, { data: y }) {
    squaresInto(dataOf(args, 0), y);
    y[0] = Math.sqrt(y[0]!);
  },
  squaredNorm(_, args, { data: y }) {
    squaresInto(dataOf(args, 0), y);
  },
};

export const reductionBackward: BackwardTable<ReductionKind> = {
  sum(_op, _args, _out, g, [gradient]) {
    if (gradient) spread(g, 1, gradient);
  },
  mean(_op, args, out, g, [gradient]) {
    if (gradient) spread(g, folded(matrixAt(args, 0), out), gradient);
  },
  /** dX += g X/‖X‖, and nothing at X = 0, where the norm has a kink. */
  norm(_op, args, { data: y }, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    const length = y[0]!;
    if (length === 0) return;
    for (let i = 0; i < dx.length; i++) dx[i]! += (g[0]! * x[i]!) / length;
  },
  squaredNorm(_op, args, _out, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! += 2 * g[0]! * x[i]!;
  },
};
