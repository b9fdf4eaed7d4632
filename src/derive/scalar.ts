import { type ActivationKind, type Aspect, activations, read, type Snapshot } from '../engine';
import { type CoefficientLeaf, coefficientValue, type DerivativeOf } from './formula';
import { slopes } from './slopes';

/** What a row or a column of a quantity stands for. */
export type Axis = 'example' | 'unit' | 'none';

/** The running index of a sum. Names are unique within one formula. */
export interface Bound {
  readonly name: string;
  readonly count: number;
  readonly axis: Axis;
}

/** From 0, or the running index of a sum around it. */
export type Index = number | Bound;

/** One entry of a quantity. */
export interface EntryLeaf {
  readonly kind: 'entry';
  readonly id: string;
  readonly of: string;
  readonly aspect: Aspect;
  readonly row: Index;
  readonly col: Index;
}

export type ScalarOp =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'sin'
  | 'cos'
  | 'abs'
  | Exclude<ActivationKind, 'identity'>;

export interface ScalarApply {
  readonly kind: 'apply';
  readonly op: ScalarOp;
  readonly args: readonly Scalar[];
}

/** Σ body, over an index that stands in it. */
export interface Total {
  readonly kind: 'sum';
  readonly over: Bound;
  readonly body: Scalar;
}

/** e^own / Σ e^body */
export interface Softmax {
  readonly kind: 'softmax';
  readonly own: Scalar;
  readonly over: Bound;
  readonly body: Scalar;
}

/** The formula of one entry: numbers only, with sums written out as such. */
export type Scalar =
  | EntryLeaf
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'rate'; readonly value: number }
  | CoefficientLeaf
  | ScalarApply
  | { readonly kind: 'derivative'; readonly fn: DerivativeOf; readonly at: Scalar }
  | Total
  | Softmax;

export const plain = (value: number): Scalar => ({ kind: 'number', value });
const isPlain = (s: Scalar, value: number) => s.kind === 'number' && s.value === value;

export function apply(op: ScalarOp, ...args: readonly Scalar[]): Scalar {
  return { kind: 'apply', op, args };
}

function isInverse(s: Scalar): s is ScalarApply {
  return s.kind === 'apply' && s.op === 'divide' && isPlain(s.args[0] as Scalar, 1);
}

/** Without factors 1, and 0 where a factor is 0 for certain. */
export function times(a: Scalar, b: Scalar): Scalar {
  if (isPlain(a, 0) || isPlain(b, 0)) return plain(0);
  if (isPlain(a, 1)) return b;
  if (isPlain(b, 1)) return a;
  if (isPlain(a, -1)) return negative(b);
  if (isInverse(b) && (a.kind === 'entry' || a.kind === 'apply'))
    return over(a, b.args[1] as Scalar);
  if (a.kind === 'apply' && a.op === 'negate') return negative(times(a.args[0] as Scalar, b));
  if (b.kind === 'apply' && b.op === 'negate') return negative(times(a, b.args[0] as Scalar));
  return apply('multiply', a, b);
}

export function plus(a: Scalar, b: Scalar): Scalar {
  if (isPlain(a, 0)) return b;
  return isPlain(b, 0) ? a : apply('add', a, b);
}

export function minus(a: Scalar, b: Scalar): Scalar {
  if (isPlain(b, 0)) return a;
  return isPlain(a, 0) ? negative(b) : apply('subtract', a, b);
}

export function over(a: Scalar, b: Scalar): Scalar {
  return isPlain(a, 0) || isPlain(b, 1) ? a : apply('divide', a, b);
}

export function negative(a: Scalar): Scalar {
  if (a.kind === 'number') return plain(a.value === 0 ? 0 : -a.value);
  return a.kind === 'apply' && a.op === 'negate' ? (a.args[0] as Scalar) : apply('negate', a);
}

const functions: { readonly [K in ScalarOp]: (a: number, b: number) => number } = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  negate: (a) => -a,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  abs: Math.abs,
  sigmoid: activations.sigmoid.value,
  tanh: activations.tanh.value,
  relu: activations.relu.value,
  leakyRelu: activations.leakyRelu.value,
  elu: activations.elu.value,
  softplus: activations.softplus.value,
  gelu: activations.gelu.value,
};

export type Bindings = ReadonlyMap<string, number>;
export const NO_BINDINGS: Bindings = new Map();

export function at(index: Index, bindings: Bindings): number {
  if (typeof index === 'number') return index;
  const value = bindings.get(index.name);
  if (value === undefined) throw new Error(`The index ${index.name} stands outside its sum.`);
  return value;
}

/** One set of bindings for each value of the index. */
export function eachOf(bound: Bound, bindings: Bindings): readonly Bindings[] {
  return Array.from({ length: bound.count }, (_, i) => new Map([...bindings, [bound.name, i]]));
}

/** Whether a slope is a factor of it: f′(z), w f′(z). */
function hasSlope(s: Scalar): boolean {
  return (
    s.kind === 'derivative' || (s.kind === 'apply' && s.op === 'multiply' && s.args.some(hasSlope))
  );
}

/** A slope of 0 stops a gradient, even an infinite one, and 0 log 0 is 0. */
function isStopped(s: ScalarApply, values: readonly number[]): boolean {
  if (s.op !== 'multiply') return false;
  return s.args.some((arg, i) => {
    const other = s.args[1 - i];
    return values[i] === 0 && (hasSlope(arg) || (other?.kind === 'apply' && other.op === 'log'));
  });
}

export function evaluateScalar(s: Scalar, snapshot: Snapshot, bindings = NO_BINDINGS): number {
  const value = (part: Scalar, inside = bindings) => evaluateScalar(part, snapshot, inside);
  switch (s.kind) {
    case 'entry': {
      const matrix = read(snapshot, s.aspect, s.of);
      if (!matrix) throw new Error(`The snapshot has no ${s.aspect} of ${s.of}.`);
      return matrix.data[at(s.row, bindings) * matrix.cols + at(s.col, bindings)] as number;
    }
    case 'number':
    case 'rate':
      return s.value;
    case 'coefficient':
      return coefficientValue(s);
    case 'derivative':
      return slopes[s.fn](value(s.at));
    case 'sum':
      return eachOf(s.over, bindings).reduce((sum, inside) => sum + value(s.body, inside), 0);
    case 'softmax': {
      const all = eachOf(s.over, bindings).map((inside) => value(s.body, inside));
      const most = Math.max(...all);
      const sum = all.reduce((total, z) => total + Math.exp(z - most), 0);
      return Math.exp(value(s.own) - most) / sum;
    }
    case 'apply': {
      const values = s.args.map((arg) => value(arg));
      if (isStopped(s, values)) return 0;
      return functions[s.op](values[0] as number, values[1] as number);
    }
  }
}
