import { inferShape, isScalar, type Op, type Per, type Shape, sameShape } from '../engine';
import type { Apply, DerivativeOf, Formula, NumberLeaf } from './formula';

/**
 * Constructors that keep formulas as a person would write them: no factor 1, no double minus or transpose,
 * numbers in front. They change the form, never the value.
 */

const ONE_BY_ONE: Shape = [1, 1];

export function number(value: number): NumberLeaf {
  return { kind: 'number', value, shape: ONE_BY_ONE };
}

export function rate(value: number): Formula {
  return { kind: 'rate', value, shape: ONE_BY_ONE };
}

export function apply(op: Op, ...args: Formula[]): Apply {
  const inferred = inferShape(
    op,
    args.map((a) => a.shape),
  );
  // The graph was checked before any formula is built from it.
  if (!inferred.ok) throw new Error(`A formula does not fit together: ${inferred.reason}`);
  return { kind: 'apply', op, args, shape: inferred.shape };
}

function isApply<K extends Op['kind']>(
  f: Formula,
  kind: K,
): f is Apply & { readonly op: Extract<Op, { kind: K }> } {
  return f.kind === 'apply' && f.op.kind === kind;
}

function isNumber(f: Formula, value: number): boolean {
  return f.kind === 'number' && f.value === value;
}

function first(f: Apply): Formula {
  return f.args[0] as Formula;
}

function second(f: Apply): Formula {
  return f.args[1] as Formula;
}

export function negate(f: Formula): Formula {
  if (isApply(f, 'negate')) return first(f);
  if (f.kind === 'number') return number(-f.value);
  if (isApply(f, 'subtract') && sameShape(first(f).shape, second(f).shape))
    return subtract(second(f), first(f));
  return apply({ kind: 'negate' }, f);
}

export function add(a: Formula, b: Formula): Formula {
  if (isApply(b, 'negate')) return subtract(a, first(b));
  if (isApply(a, 'negate')) return subtract(b, first(a));
  return apply({ kind: 'add' }, a, b);
}

export function subtract(a: Formula, b: Formula): Formula {
  if (isApply(b, 'negate')) return add(a, first(b));
  return apply({ kind: 'subtract' }, a, b);
}

/** `s · 1`, the scalar spread over a matrix: its scalar, or undefined. */
function spreadScalar(f: Formula): Formula | undefined {
  if (f.kind === 'ones') return number(1);
  if (isApply(f, 'multiply') && second(f).kind === 'ones') return first(f);
  return undefined;
}

function isPlainNumber(f: Formula): boolean {
  return f.kind === 'number' || f.kind === 'coefficient';
}

/** Elementwise, or scaling where one side is 1×1. */
export function multiply(a: Formula, b: Formula): Formula {
  if (isNumber(a, 1)) return b;
  if (isNumber(b, 1)) return a;
  if (isNumber(a, -1)) return negate(b);
  if (isNumber(b, -1)) return negate(a);
  if (a.kind === 'number' && b.kind === 'number') return number(a.value * b.value);
  if (isApply(a, 'negate')) return negate(multiply(first(a), b));
  if (isApply(b, 'negate')) return negate(multiply(a, first(b)));
  if (isPlainNumber(b) && !isPlainNumber(a)) return multiply(b, a);
  const scalarOfA = spreadScalar(a);
  if (scalarOfA && sameShape(a.shape, b.shape)) return multiply(scalarOfA, b);
  const scalarOfB = spreadScalar(b);
  if (scalarOfB && sameShape(a.shape, b.shape)) return multiply(scalarOfB, a);
  if (isApply(b, 'multiply') && isPlainNumber(first(b)) && !isPlainNumber(a))
    return multiply(first(b), multiply(a, second(b)));
  if (a.kind === 'number' && isApply(b, 'multiply') && first(b).kind === 'number')
    return multiply(multiply(a, first(b)), second(b));
  return apply({ kind: 'multiply' }, a, b);
}

export function divide(a: Formula, b: Formula): Formula {
  if (isNumber(b, 1)) return a;
  if (isApply(a, 'negate')) return negate(divide(first(a), b));
  return apply({ kind: 'divide' }, a, b);
}

export function power(a: Formula, exponent: Formula): Formula {
  if (isNumber(exponent, 1)) return a;
  return apply({ kind: 'power' }, a, exponent);
}

export function transpose(f: Formula): Formula {
  if (isScalar(f.shape)) return f;
  if (isApply(f, 'transpose')) return first(f);
  if (isApply(f, 'negate')) return negate(transpose(first(f)));
  if (isApply(f, 'matmul')) {
    const { transposeLeft, transposeRight } = f.op;
    return matmul(second(f), first(f), !transposeRight, !transposeLeft);
  }
  if (isApply(f, 'multiply') && isScalar(first(f).shape))
    return multiply(first(f), transpose(second(f)));
  if (f.kind === 'ones') return ones([f.shape[1], f.shape[0]]);
  return apply({ kind: 'transpose' }, f);
}

/** op(A) op(B); a transposed operand becomes a flag, so that it prints as AᵀB. */
export function matmul(a: Formula, b: Formula, left = false, right = false): Formula {
  if (isApply(a, 'transpose')) return matmul(first(a), b, !left, right);
  if (isApply(b, 'transpose')) return matmul(a, first(b), left, !right);
  if (isApply(a, 'negate')) return negate(matmul(first(a), b, left, right));
  if (isApply(b, 'negate')) return negate(matmul(a, first(b), left, right));
  const transposeLeft = left && !isScalar(a.shape);
  const transposeRight = right && !isScalar(b.shape);
  return apply({ kind: 'matmul', transposeLeft, transposeRight }, a, b);
}

export function ones(shape: Shape): Formula {
  return isScalar(shape) ? number(1) : { kind: 'ones', shape };
}

/** f spread to `shape`, where the forward pass folded it. */
export function spread(f: Formula, shape: Shape): Formula {
  return sameShape(f.shape, shape) ? f : multiplySpread(f, ones(shape));
}

function multiplySpread(f: Formula, one: Formula): Formula {
  return isNumber(f, 1) ? one : apply({ kind: 'multiply' }, f, one);
}

export function sum(f: Formula, per: Per): Formula {
  return apply({ kind: 'sum', per }, f);
}

/** f summed back to the shape that a broadcast argument had. */
export function unbroadcast(f: Formula, shape: Shape): Formula {
  if (sameShape(f.shape, shape)) return f;
  if (f.shape[0] !== 1 && f.shape[1] !== 1 && isScalar(shape)) return sum(f, 'all');
  return sum(f, shape[1] !== f.shape[1] ? 'row' : 'column');
}

export function derivative(fn: DerivativeOf, at: Formula): Formula {
  return { kind: 'derivative', fn, at, shape: at.shape };
}
