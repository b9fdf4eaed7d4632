import { activationBackward, activationForward } from './activation-kernels';
import { binaryBackward, binaryForward } from './elementwise';
import type { Backward, BackwardTable, Forward, ForwardTable } from './kernel';
import { linearBackward, linearForward } from './linear';
import { lossBackward, lossForward } from './losses';
import { type Matrix, zeros } from './matrix';
import type { Op, OpKind } from './op';
import { reductionBackward, reductionForward } from './reductions';
import { inferShape } from './shapes';
import { softmaxBackward, softmaxForward } from './softmax';
import { unaryBackward, unaryForward } from './unary';

const nothing = () => {};

/** How each op is computed. Leaves are set from outside, constants when a plan is made. */
export const forwardKernels: ForwardTable<OpKind> = {
  input: nothing,
  constant: (op, _args, out) => void out.data.fill(op.value),
  ...binaryForward,
  ...linearForward,
  ...reductionForward,
  ...unaryForward,
  ...activationForward,
  ...softmaxForward,
  ...lossForward,
};

/** How each op sends the gradient of its result on to its arguments. */
export const backwardKernels: BackwardTable<OpKind> = {
  input: nothing,
  constant: nothing,
  ...binaryBackward,
  ...linearBackward,
  ...reductionBackward,
  ...unaryBackward,
  ...activationBackward,
  ...softmaxBackward,
  ...lossBackward,
};

// TypeScript cannot see that the entry at op.kind takes op; the tables' types promise it.

export function forwardKernelOf(op: Op): Forward<OpKind> {
  return forwardKernels[op.kind] as Forward<OpKind>;
}

export function backwardKernelOf(op: Op): Backward<OpKind> {
  return backwardKernels[op.kind] as Backward<OpKind>;
}

/** The value of an op on matrices that fit it, newly allocated. Throws a RangeError where they do not fit. */
export function applyOp(op: Op, args: readonly Matrix[]): Matrix {
  const inferred = inferShape(
    op,
    args.map((a) => [a.rows, a.cols]),
  );
  if (!inferred.ok) throw new RangeError(`${op.kind}: ${inferred.reason}`);
  const out = zeros(...inferred.shape);
  forwardKernelOf(op)(op, args, out);
  return out;
}
