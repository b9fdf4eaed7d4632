import { type BackwardTable, type ForwardTable, matrixAt } from './kernel';

/**
 * Writes the softmax of one vector, whose entries lie `step` apart from `start` on. The maximum is subtracted
 * first: e^(z − max) cannot overflow, and the quotient is the same.
 */
function softmaxVector(
  z: Float64Array,
  start: number,
  step: number,
  length: number,
  into: Float64Array,
): void {
  const end = start + step * length;
  let max = -Infinity;
  for (let i = start; i < end; i += step) max = Math.max(max, z[i]!);
  let sum = 0;
  for (let i = start; i < end; i += step) {
    const e = Math.exp(z[i]! - max);
    into[i] = e;
    sum += e;
  }
  for (let i = start; i < end; i += step) into[i]! /= sum;
}

export const softmaxForward: ForwardTable<'softmax'> = {
  softmax(op, args, out) {
    const { rows, cols, data } = matrixAt(args, 0);
    if (op.per === 'column') {
      for (let c = 0; c < cols; c++) softmaxVector(data, c, cols, rows, out.data);
    } else {
      for (let r = 0; r < rows; r++) softmaxVector(data, r * cols, 1, cols, out.data);
    }
  },
};

/** dz += a ⊙ (g − gᵀa) for one vector: the Jacobian diag(a) − a aᵀ times g. */
function addSoftmaxGradient(
  a: Float64Array,
  g: Float64Array,
  start: number,
  step: number,
  length: number,
  into: Float64Array,
): void {
  const end = start + step * length;
  let inner = 0;
  for (let i = start; i < end; i += step) inner += g[i]! * a[i]!;
  for (let i = start; i < end; i += step) into[i]! += a[i]! * (g[i]! - inner);
}

export const softmaxBackward: BackwardTable<'softmax'> = {
  softmax(op, _args, { rows, cols, data: a }, { data: g }, [gradient]) {
    if (!gradient) return;
    const dz = gradient.data;
    if (op.per === 'column') {
      for (let c = 0; c < cols; c++) addSoftmaxGradient(a, g, c, cols, rows, dz);
    } else {
      for (let r = 0; r < rows; r++) addSoftmaxGradient(a, g, r * cols, 1, cols, dz);
    }
  },
};
