import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOp } from './kernels';
import { read } from './layout';
import { type Matrix, type Shape, shapeOf } from './matrix';
import type { Op, OpKind, OpOf, Per } from './op';
import { backward, forward } from './passes';
import { createPlan, type Plan, setLeaf } from './plan';
import { directionalDifference } from './testing/directional';
import { data, graphOf, parameter } from './testing/graph';

/** An op with values for its arguments; those of `exact` have a gradient that is the slope of the value. */
interface Case {
  readonly op: Op;
  readonly args: readonly Matrix[];
  readonly exact?: readonly number[];
}
type Numbers = fc.Arbitrary<number>;
type Cases = { readonly [K in Exclude<OpKind, 'input' | 'constant'>]: fc.Arbitrary<Case> };

const between = (min: number, max: number): Numbers => fc.double({ min, max, noNaN: true });
const any = between(-2, 2);
const positive = between(0.3, 2);
/** Where functions with a kink or a pole at 0 are smooth. */
const nonzero = fc.oneof(between(-2, -0.2), between(0.2, 2));
const probability = between(0.1, 0.9);

const size = fc.integer({ min: 1, max: 6 });
const shape: fc.Arbitrary<Shape> = fc.tuple(size, size);

function matrix([rows, cols]: Shape, numbers: Numbers): fc.Arbitrary<Matrix> {
  const length = rows * cols;
  return fc
    .array(numbers, { minLength: length, maxLength: length })
    .map((entries) => ({ rows, cols, data: Float64Array.from(entries) }));
}

function caseOf(op: Op, ...args: fc.Arbitrary<Matrix>[]): fc.Arbitrary<Case> {
  return fc.record({ op: fc.constant(op), args: fc.tuple(...args) });
}

function unary<K extends OpKind>(op: OpOf<K> & Op, numbers: Numbers): fc.Arbitrary<Case> {
  return shape.chain((s) => caseOf(op, matrix(s, numbers)));
}

/** Some of the four dimensions become 1, and are broadcast where the other's is not. */
function binary(op: Op, left: Numbers, right: Numbers): fc.Arbitrary<Case> {
  const thin = fc.tuple(fc.boolean(), fc.boolean());
  return fc.tuple(shape, thin, thin).chain(([[rows, cols], l, r]) => {
    const cut = (t: readonly [boolean, boolean]): Shape => [t[0] ? 1 : rows, t[1] ? 1 : cols];
    return caseOf(op, matrix(cut(l), left), matrix(cut(r), right));
  });
}

const matmul = fc
  .tuple(size, size, size, fc.boolean(), fc.boolean())
  .chain(([rows, inner, cols, transposeLeft, transposeRight]) =>
    caseOf(
      { kind: 'matmul', transposeLeft, transposeRight },
      matrix(transposeLeft ? [inner, rows] : [rows, inner], any),
      matrix(transposeRight ? [cols, inner] : [inner, cols], any),
    ),
  );

const per: fc.Arbitrary<Per> = fc.constantFrom('all', 'row', 'column');
const lossOptions = fc.record({
  factor: fc.constantFrom(1, 0.5),
  over: fc.constantFrom('sum' as const, 'mean' as const, 'mean-all' as const),
  examples: fc.constantFrom('columns' as const, 'rows' as const),
});

/** A fused loss does not depend on the probabilities: their gradient is another's, and tested in losses.test. */
function crossEntropy(kind: 'binaryCrossEntropy' | 'categoricalCrossEntropy'): fc.Arbitrary<Case> {
  const from = fc.constantFrom('probabilities' as const, 'logits' as const, 'fused' as const);
  return fc.tuple(lossOptions, from, shape).chain(([options, from, s]) => {
    const op: Op = { kind, from, ...options };
    const [a, y, z] = [matrix(s, probability), matrix(s, probability), matrix(s, any)];
    if (from === 'probabilities') return caseOf(op, a, y);
    if (from === 'logits') return caseOf(op, z, y);
    return caseOf(op, a, y, z).map((c) => ({ ...c, exact: [1, 2] }));
  });
}

const cases: Cases = {
  add: binary({ kind: 'add' }, any, any),
  subtract: binary({ kind: 'subtract' }, any, any),
  multiply: binary({ kind: 'multiply' }, any, any),
  divide: binary({ kind: 'divide' }, any, nonzero),
  power: binary({ kind: 'power' }, positive, any),
  matmul,
  transpose: unary({ kind: 'transpose' }, any),
  sum: per.chain((p) => unary({ kind: 'sum', per: p }, any)),
  mean: per.chain((p) => unary({ kind: 'mean', per: p }, any)),
  norm: unary({ kind: 'norm' }, nonzero),
  squaredNorm: unary({ kind: 'squaredNorm' }, any),
  negate: unary({ kind: 'negate' }, any),
  exp: unary({ kind: 'exp' }, any),
  log: unary({ kind: 'log' }, positive),
  sqrt: unary({ kind: 'sqrt' }, positive),
  sin: unary({ kind: 'sin' }, any),
  cos: unary({ kind: 'cos' }, any),
  abs: unary({ kind: 'abs' }, nonzero),
  identity: unary({ kind: 'identity' }, any),
  sigmoid: unary({ kind: 'sigmoid' }, any),
  tanh: unary({ kind: 'tanh' }, any),
  relu: unary({ kind: 'relu' }, nonzero),
  leakyRelu: unary({ kind: 'leakyRelu' }, nonzero),
  elu: unary({ kind: 'elu' }, nonzero),
  softplus: unary({ kind: 'softplus' }, any),
  gelu: unary({ kind: 'gelu' }, any),
  softmax: fc
    .constantFrom('row' as const, 'column' as const)
    .chain((p) => unary({ kind: 'softmax', per: p }, any)),
  squaredError: fc
    .tuple(lossOptions, shape)
    .chain(([options, s]) =>
      caseOf({ kind: 'squaredError', ...options }, matrix(s, any), matrix(s, any)),
    ),
  binaryCrossEntropy: crossEntropy('binaryCrossEntropy'),
  categoricalCrossEntropy: crossEntropy('categoricalCrossEntropy'),
};

const SUM: Op = { kind: 'sum', per: 'all' };

/** J = Σ weights ⊙ op(args): the weights are the gradient that reaches the op. */
function weighted({ op, args }: Case): Plan {
  const result = applyOp(op, args);
  return createPlan(
    graphOf([
      ...args.map((arg, i) => parameter(`x${i}`, shapeOf(arg))),
      { id: 'result', op, args: args.map((_, i) => `x${i}`) },
      data('weights', shapeOf(result)),
      { id: 'weighted', op: { kind: 'multiply' }, args: ['weights', 'result'] },
      { id: 'J', op: SUM, args: ['weighted'] },
    ]),
  );
}

/** Numbers without a pattern, the same for every run: gradient checks need no more from a direction. */
function scattered(m: Matrix, phase: number): Matrix {
  return { ...m, data: m.data.map((_, i) => Math.sin(12.9 * i + 78.2 * phase) + 0.1) };
}

function check(tested: Case): void {
  const plan = weighted(tested);
  tested.args.forEach((arg, i) => void setLeaf(plan, `x${i}`, arg));
  setLeaf(plan, 'weights', scattered(read(plan, 'value', 'weights') as Matrix, 5));
  forward(plan);
  backward(plan);
  for (const i of tested.exact ?? tested.args.keys()) {
    const gradient = read(plan, 'gradient', `x${i}`) as Matrix;
    const direction = scattered(gradient, i);
    const products = gradient.data.map((g, k) => g * (direction.data[k] as number));
    const slope = products.reduce((sum, p) => sum + p, 0);
    const scale = products.reduce((sum, p) => sum + Math.abs(p), 1);
    const difference = directionalDifference(plan, `x${i}`, direction, 1e-5);
    expect(Math.abs(slope - difference) / scale).toBeLessThan(2e-8);
  }
}

describe('the gradient sent back is the slope of the value, for', () => {
  it.each(Object.entries(cases))('%s', (_, arbitrary) => {
    fc.assert(fc.property(arbitrary, check), { seed: 11, numRuns: 60 });
  });
});
