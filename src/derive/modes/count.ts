import { type Op, type OpKind, type OpOf, type Shape, sizeOf } from '../../engine';
import type { Formula } from '../formula';

/** What is done with single numbers; a quotient counts as a product, a difference as a sum. */
export interface Work {
  readonly products: number;
  readonly sums: number;
  /** exp, log, σ, relu, their slopes and the like. */
  readonly functions: number;
}

export const NO_WORK: Work = { products: 0, sums: 0, functions: 0 };

export function plus(a: Work, b: Work): Work {
  return {
    products: a.products + b.products,
    sums: a.sums + b.sums,
    functions: a.functions + b.functions,
  };
}

export function times(work: Work, count: number): Work {
  return {
    products: work.products * count,
    sums: work.sums * count,
    functions: work.functions * count,
  };
}

export const allOf = (work: Work) => work.products + work.sums + work.functions;

type Rule<K extends OpKind> = (out: Shape, args: readonly Shape[], op: OpOf<K>) => Partial<Work>;

const first = (args: readonly Shape[]): Shape => args[0] ?? [1, 1];
const nothing = () => ({});
const eachProduct = (out: Shape) => ({ products: sizeOf(out) });
const eachSum = (out: Shape) => ({ sums: sizeOf(out) });
const eachFunction = (out: Shape) => ({ functions: sizeOf(out) });
/** Adding n numbers up takes n − 1 sums. */
const fold = (out: Shape, args: readonly Shape[]) => sizeOf(first(args)) - sizeOf(out);

/** An operation on single numbers, entry by entry, that all its arguments are spread to. */
const rules: { readonly [K in OpKind]: Rule<K> } = {
  input: nothing,
  constant: nothing,
  add: eachSum,
  subtract: eachSum,
  multiply: eachProduct,
  divide: eachProduct,
  power: eachFunction,
  matmul: (out, args, { transposeLeft }) => {
    const inner = first(args)[transposeLeft ? 0 : 1];
    return { products: sizeOf(out) * inner, sums: sizeOf(out) * (inner - 1) };
  },
  transpose: nothing,
  sum: (out, args) => ({ sums: fold(out, args) }),
  mean: (out, args) => ({ sums: fold(out, args), products: sizeOf(out) }),
  norm: (out, args) => ({
    products: sizeOf(first(args)),
    sums: fold(out, args),
    functions: 1,
  }),
  squaredNorm: (out, args) => ({ products: sizeOf(first(args)), sums: fold(out, args) }),
  negate: eachProduct,
  exp: eachFunction,
  log: eachFunction,
  sqrt: eachFunction,
  sin: eachFunction,
  cos: eachFunction,
  abs: eachFunction,
  identity: nothing,
  sigmoid: eachFunction,
  tanh: eachFunction,
  relu: eachFunction,
  leakyRelu: eachFunction,
  elu: eachFunction,
  softplus: eachFunction,
  gelu: eachFunction,
  softmax: (out, _, { per }) => {
    const size = sizeOf(out);
    return { functions: size, products: size, sums: size - (per === 'row' ? out[0] : out[1]) };
  },
  squaredError: (_, args) => {
    const size = sizeOf(first(args));
    return { products: size + 1, sums: 2 * size - 1 };
  },
  binaryCrossEntropy: (_, args) => {
    const size = sizeOf(first(args));
    return { products: 2 * size + 1, sums: 4 * size - 1, functions: 2 * size };
  },
  categoricalCrossEntropy: (_, args) => {
    const size = sizeOf(first(args));
    return { products: size + 1, sums: size - 1, functions: size };
  },
};

/** What one operation does with single numbers. */
export function workOf(op: Op, args: readonly Shape[], out: Shape): Work {
  // The table is keyed by the op's own kind; TypeScript cannot follow that correlation.
  return { ...NO_WORK, ...(rules[op.kind] as Rule<OpKind>)(out, args, op) };
}

/** What computing a formula takes, every operation in it counted where it stands. */
export function countOf(formula: Formula): Work {
  if (formula.kind === 'derivative')
    return plus(countOf(formula.at), { ...NO_WORK, functions: sizeOf(formula.shape) });
  if (formula.kind !== 'apply') return NO_WORK;
  // A factor of ones spreads a number and computes nothing.
  const spreads = formula.op.kind === 'multiply' && formula.args.some((a) => a.kind === 'ones');
  const own = spreads
    ? NO_WORK
    : workOf(
        formula.op,
        formula.args.map((a) => a.shape),
        formula.shape,
      );
  return formula.args.map(countOf).reduce(plus, own);
}
