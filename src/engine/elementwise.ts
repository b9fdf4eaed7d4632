import { addBias, addToBias, addToProduct, isBias } from './bias';
import { type BackwardTable, colStep, type ForwardTable, matrixAt, rowStep } from './kernel';
import type { Matrix } from './matrix';

export type BinaryKind = 'add' | 'subtract' | 'multiply' | 'divide' | 'power';

/**
 * Works on one row of the result: its entries k to `end`, with the arguments' entries from i and j on, `di` and
 * `dj` apart (0 where an argument is broadcast). Each has a loop of its own: one loop that calls a function for
 * every entry is several times slower, and V8 boxes each number that such a call returns.
 */
type RowKernel = (
  k: number,
  end: number,
  i: number,
  di: number,
  j: number,
  dj: number,
  x: Float64Array,
  y: Float64Array,
  out: Float64Array,
  g: Float64Array,
  into: Float64Array,
) => void;

interface Rule {
  /** out = x ∘ y */
  readonly value: RowKernel;
  /** into += g ∂out/∂x; the copies of a broadcast entry add up. */
  readonly left: RowKernel;
  /** into += g ∂out/∂y */
  readonly right: RowKernel;
}

const rules: { readonly [K in BinaryKind]: Rule } = {
  add: {
    value(k, end, i, di, j, dj, x, y, out) {
      for (; k < end; k++, i += di, j += dj) out[k] = x[i]! + y[j]!;
    },
    left(k, end, i, di, _j, _dj, _x, _y, _out, g, into) {
      for (; k < end; k++, i += di) into[i]! += g[k]!;
    },
    right(k, end, _i, _di, j, dj, _x, _y, _out, g, into) {
      for (; k < end; k++, j += dj) into[j]! += g[k]!;
    },
  },
  subtract: {
    value(k, end, i, di, j, dj, x, y, out) {
      for (; k < end; k++, i += di, j += dj) out[k] = x[i]! - y[j]!;
    },
    left(k, end, i, di, _j, _dj, _x, _y, _out, g, into) {
      for (; k < end; k++, i += di) into[i]! += g[k]!;
    },
    right(k, end, _i, _di, j, dj, _x, _y, _out, g, into) {
      for (; k < end; k++, j += dj) into[j]! -= g[k]!;
    },
  },
  multiply: {
    value(k, end, i, di, j, dj, x, y, out) {
      for (; k < end; k++, i += di, j += dj) out[k] = x[i]! * y[j]!;
    },
    left(k, end, i, di, j, dj, _x, y, _out, g, into) {
      for (; k < end; k++, i += di, j += dj) into[i]! += g[k]! * y[j]!;
    },
    right(k, end, i, di, j, dj, x, _y, _out, g, into) {
      for (; k < end; k++, i += di, j += dj) into[j]! += g[k]! * x[i]!;
    },
  },
  divide: {
    value(k, end, i, di, j, dj, x, y, out) {
      for (; k < end; k++, i += di, j += dj) out[k] = x[i]! / y[j]!;
    },
    left(k, end, i, di, j, dj, _x, y, _out, g, into) {
      for (; k < end; k++, i += di, j += dj) into[i]! += g[k]! / y[j]!;
    },
    /** −(x/y)/y */
    right(k, end, _i, _di, j, dj, _x, y, out, g, into) {
      for (; k < end; k++, j += dj) into[j]! -= (g[k]! * out[k]!) / y[j]!;
    },
  },
  power: {
    value(k, end, i, di, j, dj, x, y, out) {
      for (; k < end; k++, i += di, j += dj) out[k] = x[i]! ** y[j]!;
    },
    /** y xʸ⁻¹, and 0 for y = 0 even where x⁻¹ is infinite. */
    left(k, end, i, di, j, dj, x, y, _out, g, into) {
      for (; k < end; k++, i += di, j += dj) {
        if (y[j]! !== 0) into[i]! += g[k]! * y[j]! * x[i]! ** (y[j]! - 1);
      }
    },
    /** xʸ ln x, whose limit at x = 0 is 0 for y ≥ 0. */
    right(k, end, i, di, j, dj, x, y, out, g, into) {
      for (; k < end; k++, i += di, j += dj) {
        if (x[i]! !== 0 || y[j]! < 0) into[j]! += g[k]! * out[k]! * Math.log(x[i]!);
      }
    },
  },
};

function sameSize(a: Matrix, b: Matrix): boolean {
  return a.rows === b.rows && a.cols === b.cols;
}

/** Takes the kernel over all rows; over everything at once where nothing is broadcast. */
function overRows(
  kernel: RowKernel,
  args: readonly Matrix[],
  out: Matrix,
  g: Matrix,
  into: Matrix,
): void {
  const a = matrixAt(args, 0);
  const b = matrixAt(args, 1);
  const whole = sameSize(a, out) && sameSize(b, out);
  const rows = whole ? 1 : out.rows;
  const length = whole ? out.data.length : out.cols;
  const di = whole ? 1 : colStep(a);
  const dj = whole ? 1 : colStep(b);
  for (let r = 0; r < rows; r++) {
    const i = r * rowStep(a);
    const j = r * rowStep(b);
    const k = r * length;
    kernel(k, k + length, i, di, j, dj, a.data, b.data, out.data, g.data, into.data);
  }
}

function forwardOf<K extends BinaryKind>(kind: K): ForwardTable<K>[K] {
  const { value } = rules[kind];
  return (_, args, out) => overRows(value, args, out, out, out);
}

function backwardOf<K extends BinaryKind>(kind: K): BackwardTable<K>[K] {
  const { left, right } = rules[kind];
  return (_, args, out, g, [leftGradient, rightGradient]) => {
    if (leftGradient) overRows(left, args, out, g, leftGradient);
    if (rightGradient) overRows(right, args, out, g, rightGradient);
  };
}

const forwardSum = forwardOf('add');
const backwardSum = backwardOf('add');

export const binaryForward: ForwardTable<BinaryKind> = {
  add(op, args, out) {
    const product = matrixAt(args, 0);
    const bias = matrixAt(args, 1);
    if (isBias(product, bias, out)) addBias(product, bias, out);
    else forwardSum(op, args, out);
  },
  subtract: forwardOf('subtract'),
  multiply: forwardOf('multiply'),
  divide: forwardOf('divide'),
  power: forwardOf('power'),
};

export const binaryBackward: BackwardTable<BinaryKind> = {
  add(op, args, out, g, gradients) {
    const [product, bias] = gradients;
    if (isBias(matrixAt(args, 0), matrixAt(args, 1), out)) {
      if (product) addToProduct(g, product);
      if (bias) addToBias(g, bias);
    } else backwardSum(op, args, out, g, gradients);
  },
  subtract: backwardOf('subtract'),
  multiply: backwardOf('multiply'),
  divide: backwardOf('divide'),
  power: backwardOf('power'),
};
