import type { DerivativeOf } from './formula';
import {
  apply,
  type Bound,
  type EntryLeaf,
  type Index,
  minus,
  negative,
  over,
  plain,
  plus,
  type Scalar,
  type ScalarApply,
  type ScalarOp,
  times,
} from './scalar';
import { instantiate } from './terms';

/** The one entry by which is differentiated. */
export interface Variable {
  readonly of: string;
  readonly row: number;
  readonly col: number;
}

type Slope = (args: readonly Scalar[], out: Scalar) => Scalar;

const ZERO = plain(0);
const ONE = plain(1);
const first = (args: readonly Scalar[]) => args[0] as Scalar;
const second = (args: readonly Scalar[]) => args[1] as Scalar;
const tabulated =
  (fn: DerivativeOf): Slope =>
  (args) => ({ kind: 'derivative', fn, at: first(args) });

function powerSlope(args: readonly Scalar[]): Scalar {
  const [a, n] = [first(args), second(args)];
  const lower = n.kind === 'number' ? plain(n.value - 1) : minus(n, ONE);
  const rest = lower.kind === 'number' && lower.value === 1 ? a : apply('power', a, lower);
  return times(n, rest);
}

/** ∂op/∂(its i-th argument), where that argument is a function of the variable. */
const slopes: { readonly [K in ScalarOp]: readonly Slope[] } = {
  add: [() => ONE, () => ONE],
  subtract: [() => ONE, () => plain(-1)],
  multiply: [second, first],
  divide: [
    (args) => over(ONE, second(args)),
    (args) => negative(over(first(args), apply('power', second(args), plain(2)))),
  ],
  power: [powerSlope, (args, out) => times(out, apply('log', first(args)))],
  negate: [() => plain(-1)],
  exp: [(_, out) => out],
  log: [(args) => over(ONE, first(args))],
  sqrt: [(_, out) => over(ONE, times(plain(2), out))],
  sin: [(args) => apply('cos', first(args))],
  cos: [(args) => negative(apply('sin', first(args)))],
  abs: [tabulated('abs')],
  sigmoid: [(_, out) => times(out, minus(ONE, out))],
  tanh: [(_, out) => minus(ONE, apply('power', out, plain(2)))],
  relu: [tabulated('relu')],
  leakyRelu: [tabulated('leakyRelu')],
  elu: [tabulated('elu')],
  softplus: [(args) => apply('sigmoid', first(args))],
  gelu: [tabulated('gelu')],
};

const everyValue = ({ count }: Bound) => Array.from({ length: count }, (_, i) => i);

/** Where the body of a sum speaks of the variable: at some values of the index, or whatever its value is. */
function valuesWhere(s: Scalar, bound: Bound, by: Variable): readonly number[] | 'all' {
  const found = new Set<number>();
  let isEverywhere = false;
  const isBound = (index: Index) => typeof index !== 'number' && index.name === bound.name;
  const note = (leaf: EntryLeaf) => {
    if (leaf.of !== by.of || leaf.aspect !== 'value') return;
    if (isBound(leaf.row)) found.add(by.row);
    else if (isBound(leaf.col)) found.add(by.col);
    else isEverywhere = true;
  };
  const visit = (part: Scalar): void => {
    if (part.kind === 'entry') note(part);
    else if (part.kind === 'apply') part.args.forEach(visit);
    else if (part.kind === 'derivative') visit(part.at);
    else if (part.kind === 'sum') visit(part.body);
    else if (part.kind === 'softmax') {
      visit(part.own);
      visit(part.body);
    }
  };
  visit(s);
  if (isEverywhere && found.size === 0) return 'all';
  return isEverywhere ? everyValue(bound) : [...found];
}

/**
 * ∂s/∂by as a formula again. `out` is the name of the whole, where its derivative is written with it, as in
 * a(1 − a).
 */
export function differentiate(s: Scalar, by: Variable, out: Scalar = s): Scalar {
  switch (s.kind) {
    case 'entry':
      return s.aspect === 'value' && s.of === by.of && s.row === by.row && s.col === by.col
        ? ONE
        : ZERO;
    case 'apply':
      return ofApply(s, by, out);
    case 'sum': {
      const values = valuesWhere(s.body, s.over, by);
      if (values !== 'all')
        return values
          .map((value) => differentiate(instantiate(s.body, s.over, value), by))
          .reduce(plus, ZERO);
      const body = differentiate(s.body, by);
      return body.kind === 'number' && body.value === 0 ? ZERO : { ...s, body };
    }
    case 'softmax':
      return ofSoftmax(s, by, out);
    default:
      return ZERO;
  }
}

function ofApply(s: ScalarApply, by: Variable, out: Scalar): Scalar {
  return s.args
    .map((arg, i) => {
      const inner = differentiate(arg, by);
      if (inner.kind === 'number' && inner.value === 0) return ZERO;
      const slope = slopes[s.op][i]?.(s.args, out) ?? ZERO;
      return times(slope, inner);
    })
    .reduce(plus, ZERO);
}

function isSame(a: Scalar, b: Scalar): boolean {
  if (a.kind === 'entry' && b.kind === 'entry')
    return a.id === b.id && a.row === b.row && a.col === b.col;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** ∂aᵢ/∂zⱼ = aᵢ (1 − aᵢ) where i = j, else −aᵢ aⱼ. */
function ofSoftmax(s: Extract<Scalar, { kind: 'softmax' }>, by: Variable, out: Scalar): Scalar {
  const values = valuesWhere(s.body, s.over, by);
  return (values === 'all' ? everyValue(s.over) : values)
    .map((value) => {
      const z = instantiate(s.body, s.over, value);
      const inner = differentiate(z, by);
      if (inner.kind === 'number' && inner.value === 0) return ZERO;
      const isOwn = isSame(z, s.own);
      const share = isOwn ? out : sibling(s, out, z, value);
      return times(isOwn ? times(out, minus(ONE, share)) : negative(times(out, share)), inner);
    })
    .reduce(plus, ZERO);
}

/** The probability of another unit of the same example: by its name where the whole has one. */
function sibling(
  s: Extract<Scalar, { kind: 'softmax' }>,
  out: Scalar,
  z: Scalar,
  value: number,
): Scalar {
  if (out.kind !== 'entry' || s.body.kind !== 'entry') return { ...s, own: z };
  return typeof s.body.row === 'number' ? { ...out, col: value } : { ...out, row: value };
}
