import type { LossOptions, OpKind, OpOf, Shape } from '../engine';
import {
  add,
  apply,
  derivative,
  divide,
  matmul,
  multiply,
  negate,
  number,
  power,
  spread,
  subtract,
  sum,
  transpose,
  unbroadcast,
} from './build';
import type { DerivativeOf, Formula } from './formula';

/** One use of a quantity: the operation, its arguments and result as formulas, and the gradient that arrives. */
export interface Use<K extends OpKind> {
  readonly op: OpOf<K>;
  readonly args: readonly Formula[];
  readonly out: Formula;
  readonly gradient: Formula;
  /** Whether each example's targets add up to 1, so that softmax and cross-entropy leave A − Y. */
  readonly targetsSumToOne: boolean;
}

/** What argument number `index` receives: gradientᵀ ∂out/∂arg, as a formula of the argument's shape. */
type Rule<K extends OpKind> = (use: Use<K>, index: number) => Formula;

const arg = (use: { readonly args: readonly Formula[] }, index: number): Formula =>
  use.args[index] as Formula;

const one = number(1);

function unary<K extends OpKind>(slope: (at: Formula, out: Formula) => Formula): Rule<K> {
  return (use) => multiply(use.gradient, slope(arg(use, 0), use.out));
}

function tabulated<K extends DerivativeOf>(fn: K): Rule<K> {
  return (use) => multiply(use.gradient, derivative(fn, arg(use, 0)));
}

/** `numerator · factor / m`: what every entry of the loss is multiplied by. */
export function share(op: LossOptions, shape: Shape, numerator: number): Formula {
  const [units, examples] = op.examples === 'columns' ? shape : [shape[1], shape[0]];
  const value = numerator * op.factor;
  if (op.over === 'sum') return number(value);
  const over = op.over === 'mean' ? 'examples' : 'entries';
  if (examples === 1 && over === 'examples') return number(value);
  return { kind: 'coefficient', numerator: value, over, examples, units, shape: [1, 1] };
}

/** (prediction − Y) · share, the same for the logits of a sigmoid and of a softmax. */
function difference(use: Use<OpKind>, op: LossOptions, prediction: Formula): Formula {
  const target = arg(use, 1);
  const scaled = multiply(share(op, target.shape, 1), subtract(prediction, target));
  return multiply(use.gradient, scaled);
}

const perExample = (op: LossOptions) => (op.examples === 'columns' ? 'column' : 'row');

export const rules: { readonly [K in OpKind]: Rule<K> } = {
  input: () => unreachable('input'),
  constant: () => unreachable('constant'),

  add: (use, i) => unbroadcast(use.gradient, arg(use, i).shape),
  subtract: (use, i) =>
    unbroadcast(i === 0 ? use.gradient : negate(use.gradient), arg(use, i).shape),
  multiply: (use, i) => unbroadcast(multiply(use.gradient, arg(use, 1 - i)), arg(use, i).shape),
  divide: (use, i) => {
    const [a, b] = [arg(use, 0), arg(use, 1)];
    const whole =
      i === 0
        ? divide(use.gradient, b)
        : negate(divide(multiply(use.gradient, a), power(b, number(2))));
    return unbroadcast(whole, arg(use, i).shape);
  },
  power: (use, i) => {
    const [a, n] = [arg(use, 0), arg(use, 1)];
    const lower = n.kind === 'number' ? number(n.value - 1) : subtract(n, one);
    const slope =
      i === 0 ? multiply(n, power(a, lower)) : multiply(use.out, apply({ kind: 'log' }, a));
    return unbroadcast(multiply(use.gradient, slope), arg(use, i).shape);
  },

  matmul: ({ op, args, gradient: g }, i) => {
    const [a, b] = [args[0] as Formula, args[1] as Formula];
    const { transposeLeft: ta, transposeRight: tb } = op;
    if (i === 0) return ta ? matmul(b, g, tb, true) : matmul(g, b, false, !tb);
    return tb ? matmul(g, a, true, ta) : matmul(a, g, !ta, false);
  },
  transpose: ({ gradient }) => transpose(gradient),
  sum: (use) => spread(use.gradient, arg(use, 0).shape),
  mean: (use) => {
    const { shape } = arg(use, 0);
    const count = (shape[0] * shape[1]) / (use.out.shape[0] * use.out.shape[1]);
    return divide(spread(use.gradient, shape), number(count));
  },
  norm: (use) => multiply(use.gradient, divide(arg(use, 0), use.out)),
  squaredNorm: (use) => multiply(use.gradient, multiply(number(2), arg(use, 0))),

  negate: ({ gradient }) => negate(gradient),
  exp: unary((_, out) => out),
  log: (use) => divide(use.gradient, arg(use, 0)),
  sqrt: (use) => divide(use.gradient, multiply(number(2), use.out)),
  sin: unary((at) => apply({ kind: 'cos' }, at)),
  cos: unary((at) => negate(apply({ kind: 'sin' }, at))),
  abs: tabulated('abs'),

  identity: ({ gradient }) => gradient,
  sigmoid: unary((_, out) => multiply(out, subtract(one, out))),
  tanh: unary((_, out) => subtract(one, power(out, number(2)))),
  relu: tabulated('relu'),
  leakyRelu: tabulated('leakyRelu'),
  elu: tabulated('elu'),
  softplus: unary((at) => apply({ kind: 'sigmoid' }, at)),
  gelu: tabulated('gelu'),
  softmax: ({ op, out, gradient }) =>
    multiply(out, subtract(gradient, sum(multiply(gradient, out), op.per))),

  squaredError: (use, i) => {
    const [a, y] = [arg(use, 0), arg(use, 1)];
    const towards = i === 0 ? subtract(a, y) : subtract(y, a);
    return multiply(use.gradient, multiply(share(use.op, a.shape, 2), towards));
  },
  binaryCrossEntropy: (use, i) => {
    const [a, y] = [arg(use, 0), arg(use, 1)];
    if (use.op.from === 'logits' && i === 0)
      return difference(use, use.op, apply({ kind: 'sigmoid' }, a));
    if (i === 2) return difference(use, use.op, a);
    const scaled = (f: Formula) => multiply(use.gradient, multiply(share(use.op, a.shape, 1), f));
    if (i === 0)
      return negate(scaled(subtract(divide(y, a), divide(subtract(one, y), subtract(one, a)))));
    if (use.op.from === 'logits') return negate(scaled(a));
    const log = (f: Formula) => apply({ kind: 'log' }, f);
    return negate(scaled(subtract(log(a), log(subtract(one, a)))));
  },
  categoricalCrossEntropy: (use, i) => {
    const [a, y] = [arg(use, 0), arg(use, 1)];
    const per = perExample(use.op);
    const weighted = (p: Formula) => (use.targetsSumToOne ? p : multiply(p, sum(y, per)));
    const softmax = apply({ kind: 'softmax', per }, a);
    if (use.op.from === 'logits' && i === 0) return difference(use, use.op, weighted(softmax));
    if (i === 2) return difference(use, use.op, weighted(a));
    const scaled = (f: Formula) => multiply(use.gradient, multiply(share(use.op, a.shape, 1), f));
    if (i === 0) return negate(scaled(divide(y, a)));
    return negate(scaled(apply({ kind: 'log' }, use.op.from === 'logits' ? softmax : a)));
  },
};

function unreachable(kind: string): never {
  throw new Error(`A ${kind} has no arguments to send a gradient to.`);
}

/** What one use of a quantity sends back to argument `index`. */
export function contribution<K extends OpKind>(use: Use<K>, index: number): Formula {
  // The table is keyed by the op's own kind; TypeScript cannot follow that correlation.
  const rule = rules[use.op.kind] as Rule<K>;
  return rule(use, index);
}

/** The sum of what several uses send back. */
export function total(contributions: readonly Formula[]): Formula {
  return contributions.reduce(add);
}
