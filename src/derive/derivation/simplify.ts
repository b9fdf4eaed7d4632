import { isScalar, type Shape, sameShape } from '../../engine';
import {
  add,
  apply,
  divide,
  matmul,
  multiply,
  negate,
  number,
  ones,
  power,
  subtract,
  transpose,
} from '../build';
import type { Apply, Formula } from '../formula';

/** A product taken apart: its number with its sign, what is divided by the count, and the factors in their order. */
interface Product {
  readonly value: number;
  readonly factors: readonly Formula[];
}

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;
const just = (f: Formula): Product => ({ value: 1, factors: [f] });
const alike = (a: Formula, b: Formula) => JSON.stringify(a) === JSON.stringify(b);

function joined(a: Product, b: Product): Product {
  return { value: a.value * b.value, factors: [...a.factors, ...b.factors] };
}

type Front = (f: Formula) => boolean;
const isCount: Front = (f) => f.kind === 'coefficient';
const isOneNumber: Front = (f) => isScalar(f.shape);

/** What scales the whole of a factor comes to the front; the factor itself stays. */
function scaled(f: Formula, isFront: Front, rebuild: (rest: Formula) => Formula): Product {
  const { value, factors } = apart(f);
  const rest = product({ value: 1, factors: factors.filter((x) => !isFront(x)) }, f.shape);
  return { value, factors: [...factors.filter(isFront), rebuild(rest)] };
}

function matrixProduct(f: Apply): Product {
  if (f.op.kind !== 'matmul') return just(f);
  const { transposeLeft, transposeRight } = f.op;
  const [a, b] = [arg(f, 0), arg(f, 1)];
  if (isScalar(a.shape)) return joined(apart(a), apart(transposeRight ? transpose(b) : b));
  if (isScalar(b.shape)) return joined(apart(b), apart(transposeLeft ? transpose(a) : a));
  const right = scaled(b, isOneNumber, (rest) => rest);
  const last = right.factors.at(-1) as Formula;
  const left = scaled(a, isOneNumber, (rest) => matmul(rest, last, transposeLeft, transposeRight));
  return joined({ ...right, factors: right.factors.slice(0, -1) }, left);
}

function apart(f: Formula): Product {
  if (f.kind === 'number') return { value: f.value, factors: [] };
  if (f.kind !== 'apply') return just(f);
  const { op } = f;
  const inner = () => arg(f, 0);
  switch (op.kind) {
    case 'negate':
      return joined({ value: -1, factors: [] }, apart(inner()));
    case 'multiply':
      return joined(apart(inner()), apart(arg(f, 1)));
    case 'divide':
      return scaled(inner(), isCount, (rest) => divide(rest, arg(f, 1)));
    case 'sum':
      return scaled(inner(), isOneNumber, (rest) => apply(op, rest));
    case 'transpose':
      return scaled(inner(), isOneNumber, transpose);
    case 'matmul':
      return matrixProduct(f);
    default:
      return just(f);
  }
}

/** x · x is x². */
function squared(factors: readonly Formula[]): readonly Formula[] {
  const kept: Formula[] = [];
  for (const f of factors) {
    const same = kept.findIndex((k) => f.kind === 'quantity' && alike(k, f));
    if (same < 0) kept.push(f);
    else kept[same] = power(f, number(2));
  }
  return kept;
}

/** A minus in front goes into a difference: −(y − ŷ) is ŷ − y. */
function turned({ value, factors }: Product): Product {
  const at = value < 0 ? factors.findIndex(isDifference) : -1;
  if (at < 0) return { value, factors };
  return { value: -value, factors: factors.map((f, i) => (i === at ? negate(f) : f)) };
}

function isDifference(f: Formula): boolean {
  if (f.kind !== 'apply' || f.op.kind !== 'subtract') return false;
  return sameShape(arg(f, 0).shape, arg(f, 1).shape);
}

/** 2 · 1/m is 2/m. */
function withNumerator({ value, factors }: Product): Product {
  const at = factors.findIndex((f) => f.kind === 'coefficient');
  const found = factors[at];
  if (found?.kind !== 'coefficient') return { value, factors };
  const numerator = Math.abs(value) * found.numerator;
  if (!Number.isInteger(numerator) && numerator !== 0.5) return { value, factors };
  const rest = factors.filter((_, i) => i !== at);
  return { value: Math.sign(value), factors: [{ ...found, numerator }, ...rest] };
}

function spans(factors: readonly Formula[], shape: Shape): boolean {
  return [0, 1].every(
    (axis) =>
      shape[axis as 0 | 1] === 1 ||
      factors.some((f) => f.shape[axis as 0 | 1] === shape[axis as 0 | 1]),
  );
}

/** Put together again: the number first, then scalars, then matrices. */
function product(parts: Product, shape: Shape): Formula {
  const { value, factors } = withNumerator(turned(parts));
  if (value === 0) return isScalar(shape) ? number(0) : multiply(number(0), ones(shape));
  const bare = factors.filter((f) => f.kind !== 'ones');
  const all = squared(spans(bare, shape) ? bare : [...bare, ones(shape)]);
  const ordered = [
    ...all.filter((f) => isScalar(f.shape)),
    ...all.filter((f) => !isScalar(f.shape)),
  ];
  const size = number(Math.abs(value));
  const whole = ordered.reduce<Formula>((a, b) => multiply(a, b), size);
  return value < 0 ? negate(whole) : whole;
}

/**
 * A formula in fewer signs: numbers and signs of a product gathered in front, double minus and transposes gone. It
 * is the same sum of the same products; nothing is multiplied out.
 */
export function simplify(formula: Formula): Formula {
  if (formula.kind !== 'apply') return formula;
  const args = formula.args.map(simplify);
  const [a, b] = args as [Formula, Formula];
  switch (formula.op.kind) {
    case 'add':
      return add(a, b);
    case 'subtract':
      return subtract(a, b);
    case 'power':
      return power(a, b);
    default: {
      const rebuilt: Formula = { ...formula, args };
      const whole = product(apart(rebuilt), formula.shape);
      return sameShape(whole.shape, formula.shape) ? whole : rebuilt;
    }
  }
}

/** The factors as they stand side by side: what scales the left matrix of a product stands before it. */
function inALine(f: Formula): readonly Formula[] {
  if (f.kind !== 'apply') return [f];
  const [a, b] = f.args as [Formula, Formula];
  if (f.op.kind === 'multiply') return [a, b].flatMap(inALine);
  if (f.op.kind !== 'matmul' || f.op.transposeLeft) return [f];
  const left = inALine(a);
  const front = left.findIndex((x) => !isScalar(x.shape));
  if (front !== left.length - 1) return [f];
  return [...left.slice(0, front), { ...f, args: [left[front] as Formula, b] }];
}

/** A formula as it is read: in a product of products the brackets do not show. */
function reading(f: Formula): unknown {
  if (f.kind === 'derivative') return [f.fn, reading(f.at)];
  if (f.kind !== 'apply') return f;
  const parts = inALine(f);
  return parts.length > 1 ? parts.map(reading) : [f.op, f.args.map(reading)];
}

export function readsAlike(a: Formula, b: Formula): boolean {
  return JSON.stringify(reading(a)) === JSON.stringify(reading(b));
}
