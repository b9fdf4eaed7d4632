import type { Aspect, Op, Shape } from '../engine';

/**
 * A formula is a tree that can be printed (TeX, words, NumPy, PyTorch) and evaluated. `apply` uses the engine's
 * own operations, so a derivation is written in the same language as the forward pass.
 */
export type Formula =
  | QuantityLeaf
  | NumberLeaf
  | OnesLeaf
  | CoefficientLeaf
  | RateLeaf
  | Apply
  | Derivative;

/** A quantity: `Z2`, its gradient `delta2`, or `W1_new`. `of` is the graph node it belongs to. */
export interface QuantityLeaf {
  readonly kind: 'quantity';
  readonly id: string;
  readonly of: string;
  readonly aspect: Aspect;
  readonly shape: Shape;
}

export interface NumberLeaf {
  readonly kind: 'number';
  readonly value: number;
  readonly shape: Shape;
}

/** A matrix of ones, where a scalar gradient spreads over a whole matrix. */
export interface OnesLeaf {
  readonly kind: 'ones';
  readonly shape: Shape;
}

/** 1/m, 2/m, 1/(m·n): `numerator / (number of examples, or of output entries)`. */
export interface CoefficientLeaf {
  readonly kind: 'coefficient';
  readonly numerator: number;
  readonly over: 'examples' | 'entries';
  readonly examples: number;
  readonly units: number;
  readonly shape: Shape;
}

/** The learning rate α. */
export interface RateLeaf {
  readonly kind: 'rate';
  readonly value: number;
  readonly shape: Shape;
}

export interface Apply {
  readonly kind: 'apply';
  readonly op: Op;
  readonly args: readonly Formula[];
  readonly shape: Shape;
}

/** Functions whose derivative has no short closed form in the others: f′(z), elementwise. */
export type DerivativeOf = 'relu' | 'leakyRelu' | 'elu' | 'gelu' | 'abs';

export interface Derivative {
  readonly kind: 'derivative';
  readonly fn: DerivativeOf;
  readonly at: Formula;
  readonly shape: Shape;
}

/** The quantities of a formula in the order they stand in it, each once. */
export function quantitiesIn(formula: Formula): readonly QuantityLeaf[] {
  const found = new Map<string, QuantityLeaf>();
  const visit = (f: Formula): void => {
    if (f.kind === 'quantity') found.set(f.id, f);
    else if (f.kind === 'apply') f.args.forEach(visit);
    else if (f.kind === 'derivative') visit(f.at);
  };
  visit(formula);
  return [...found.values()];
}

/** The value of a coefficient: `numerator / m`, or `numerator / (m·n)`. */
export function coefficientValue(c: CoefficientLeaf): number {
  return c.numerator / (c.over === 'entries' ? c.examples * c.units : c.examples);
}
