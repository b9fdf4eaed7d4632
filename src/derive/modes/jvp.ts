import {
  isScalar,
  type LossOptions,
  type OpKind,
  type OpOf,
  type Per,
  type Shape,
} from '../../engine';
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
} from '../build';
import type { DerivativeOf, Formula } from '../formula';
import { share } from '../vjp';

/** One operation with the tangents of its arguments; undefined where an argument does not move. */
export interface Moved<K extends OpKind> {
  readonly op: OpOf<K>;
  readonly args: readonly Formula[];
  readonly out: Formula;
  readonly dots: readonly (Formula | undefined)[];
}

/** What an argument that moves gives to the tangent of the result. */
type Part<K extends OpKind> = (moved: Moved<K>, dot: Formula) => Formula;
type Rule<K extends OpKind> = readonly Part<K>[];

const arg = (moved: { readonly args: readonly Formula[] }, index: number): Formula =>
  moved.args[index] as Formula;

const one = number(1);
const total = (f: Formula, per: Per = 'all') => (isScalar(f.shape) ? f : sum(f, per));
const log = (f: Formula) => apply({ kind: 'log' }, f);

function slope<K extends OpKind>(of: (at: Formula, out: Formula) => Formula): Rule<K> {
  return [(moved, dot) => multiply(of(arg(moved, 0), moved.out), dot)];
}

const tabulated = <K extends DerivativeOf>(fn: K): Rule<K> => slope((at) => derivative(fn, at));

/** The share of every entry, times the sum of what they do. */
function weighed(op: LossOptions, shape: Shape, numerator: number, entries: Formula): Formula {
  return multiply(share(op, shape, numerator), total(entries));
}

type Entropy = OpOf<'binaryCrossEntropy'> | OpOf<'categoricalCrossEntropy'>;
type Terms = (p: Formula, y: Formula) => Formula;

/** A cross-entropy by its prediction, its target, and where it is fused the logits instead of the prediction. */
function entropy<K extends 'binaryCrossEntropy' | 'categoricalCrossEntropy'>(
  of: (op: OpOf<K>, args: readonly Formula[]) => Record<'prediction' | 'logits', Formula>,
  slopes: { readonly prediction: Terms; readonly target: Terms },
): Rule<K> {
  const weigh = (moved: Moved<K>, terms: Formula) =>
    weighed(moved.op as Entropy, arg(moved, 1).shape, 1, terms);
  return [
    (moved, dot) => {
      if (moved.op.from === 'fused') return number(0);
      const { prediction, logits } = of(moved.op, moved.args);
      const by = moved.op.from === 'logits' ? logits : slopes.prediction(prediction, arg(moved, 1));
      return weigh(moved, multiply(by, dot));
    },
    (moved, dot) => {
      const { prediction } = of(moved.op, moved.args);
      return weigh(moved, multiply(slopes.target(prediction, arg(moved, 1)), dot));
    },
    (moved, dot) => weigh(moved, multiply(of(moved.op, moved.args).logits, dot)),
  ];
}

const per = (op: LossOptions) => (op.examples === 'columns' ? 'column' : 'row');

/** ∂op/∂argument applied to the argument's tangent, one part an argument; the tangent is the sum of the parts. */
export const rules: { readonly [K in OpKind]: Rule<K> } = {
  input: [],
  constant: [],
  add: [({ out }, dot) => spread(dot, out.shape), ({ out }, dot) => spread(dot, out.shape)],
  subtract: [
    ({ out }, dot) => spread(dot, out.shape),
    ({ out }, dot) => negate(spread(dot, out.shape)),
  ],
  multiply: [(m, dot) => multiply(dot, arg(m, 1)), (m, dot) => multiply(arg(m, 0), dot)],
  divide: [
    (m, dot) => divide(dot, arg(m, 1)),
    (m, dot) => negate(divide(multiply(arg(m, 0), dot), power(arg(m, 1), number(2)))),
  ],
  power: [
    (m, dot) => {
      const n = arg(m, 1);
      const lower = n.kind === 'number' ? number(n.value - 1) : subtract(n, one);
      return multiply(multiply(n, power(arg(m, 0), lower)), dot);
    },
    (m, dot) => multiply(multiply(m.out, log(arg(m, 0))), dot),
  ],
  matmul: [
    (m, dot) => matmul(dot, arg(m, 1), m.op.transposeLeft, m.op.transposeRight),
    (m, dot) => matmul(arg(m, 0), dot, m.op.transposeLeft, m.op.transposeRight),
  ],
  transpose: [(_, dot) => transpose(dot)],
  sum: [({ op }, dot) => sum(dot, op.per)],
  mean: [({ op }, dot) => apply(op, dot)],
  norm: [(m, dot) => divide(total(multiply(arg(m, 0), dot)), m.out)],
  squaredNorm: [(m, dot) => multiply(number(2), total(multiply(arg(m, 0), dot)))],
  negate: [(_, dot) => negate(dot)],
  exp: slope((_, out) => out),
  log: [(m, dot) => divide(dot, arg(m, 0))],
  sqrt: [(m, dot) => divide(dot, multiply(number(2), m.out))],
  sin: slope((at) => apply({ kind: 'cos' }, at)),
  cos: slope((at) => negate(apply({ kind: 'sin' }, at))),
  abs: tabulated('abs'),
  identity: [(_, dot) => dot],
  sigmoid: slope((_, out) => multiply(out, subtract(one, out))),
  tanh: slope((_, out) => subtract(one, power(out, number(2)))),
  relu: tabulated('relu'),
  leakyRelu: tabulated('leakyRelu'),
  elu: tabulated('elu'),
  softplus: slope((at) => apply({ kind: 'sigmoid' }, at)),
  gelu: tabulated('gelu'),
  softmax: [({ op, out }, dot) => multiply(out, subtract(dot, total(multiply(out, dot), op.per)))],
  squaredError: [
    (m, dot) => weighed(m.op, arg(m, 1).shape, 2, multiply(subtract(arg(m, 0), arg(m, 1)), dot)),
    (m, dot) => weighed(m.op, arg(m, 1).shape, 2, multiply(subtract(arg(m, 1), arg(m, 0)), dot)),
  ],
  binaryCrossEntropy: entropy<'binaryCrossEntropy'>(
    (op, [p, y]) => {
      const [first, target] = [p as Formula, y as Formula];
      const a = op.from === 'logits' ? apply({ kind: 'sigmoid' }, first) : first;
      return { prediction: a, logits: subtract(a, target) };
    },
    {
      prediction: (a, y) => subtract(divide(subtract(one, y), subtract(one, a)), divide(y, a)),
      target: (a) => subtract(log(subtract(one, a)), log(a)),
    },
  ),
  categoricalCrossEntropy: entropy<'categoricalCrossEntropy'>(
    (op, [p, y]) => {
      const [first, target] = [p as Formula, y as Formula];
      const a = op.from === 'logits' ? apply({ kind: 'softmax', per: per(op) }, first) : first;
      return { prediction: a, logits: subtract(multiply(a, total(target, per(op))), target) };
    },
    { prediction: (a, y) => negate(divide(y, a)), target: (a) => negate(log(a)) },
  ),
};

/** The tangent of an operation's result; undefined where none of its arguments moves. */
export function tangentRule<K extends OpKind>(moved: Moved<K>): Formula | undefined {
  // The table is keyed by the op's own kind; TypeScript cannot follow that correlation.
  const parts = rules[moved.op.kind] as Rule<K>;
  const isFused = 'from' in moved.op && moved.op.from === 'fused';
  return moved.dots
    .flatMap((dot, i) => {
      const part = parts[i];
      return dot && part && !(isFused && i === 0) ? [part(moved, dot)] : [];
    })
    .reduce<Formula | undefined>((sum, part) => (sum ? add(sum, part) : part), undefined);
}
