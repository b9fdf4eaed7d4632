import { type BackwardTable, type ForwardTable, matrixAt } from './kernel';
import { addProduct, addTransposed } from './product';

export type LinearKind = 'matmul' | 'transpose';

export const linearForward: ForwardTable<LinearKind> = {
  /** C = op(A) op(B) */
  matmul(op, args, out) {
    out.data.fill(0);
    const a = matrixAt(args, 0);
    const b = matrixAt(args, 1);
    addProduct(a, op.transposeLeft, b, op.transposeRight, out);
  },
  transpose(_, args, out) {
    out.data.fill(0);
    addTransposed(matrixAt(args, 0), out);
  },
};

export const linearBackward: BackwardTable<LinearKind> = {
  /** dA = G op(B)ᵀ, or its transpose op(B) Gᵀ where A was transposed; dB = op(A)ᵀ G, or Gᵀ op(A). */
  matmul(op, args, _out, g, [left, right]) {
    const a = matrixAt(args, 0);
    const b = matrixAt(args, 1);
    if (left) {
      if (op.transposeLeft) addProduct(b, op.transposeRight, g, true, left);
      else addProduct(g, false, b, !op.transposeRight, left);
    }
    if (right) {
      if (op.transposeRight) addProduct(g, true, a, op.transposeLeft, right);
      else addProduct(a, !op.transposeLeft, g, false, right);
    }
  },
  transpose(_op, _args, _out, g, [gradient]) {
    if (gradient) addTransposed(g, gradient);
  },
};
