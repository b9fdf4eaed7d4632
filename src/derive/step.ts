import type { Aspect, Phase, Role, Shape } from '../engine';
import type { Formula } from './formula';

/** How fine the walk is: δ from layer to layer, every named quantity, or every single operation. */
export const DETAILS = ['layers', 'quantities', 'operations'] as const;
export type Detail = (typeof DETAILS)[number];

/** ∂of/∂by, both ids of graph nodes. */
export interface Factor {
  readonly of: string;
  readonly by: string;
}

/** A product of factors from the loss down to the quantity; the first `known` of them are `knownAs` already. */
export interface ChainTerm {
  readonly factors: readonly Factor[];
  readonly known: number;
  /** The gradient that the known factors make: `delta2`; undefined where none is known yet. */
  readonly knownAs?: string;
}

export type Chain =
  /** Forward: what the quantity is a function of. */
  | { readonly kind: 'depends'; readonly on: readonly string[] }
  /** Backward: the sum over all ways from the loss to the quantity. */
  | { readonly kind: 'paths'; readonly terms: readonly ChainTerm[] }
  /** Backward, where the loss itself is a function of the quantity: the derivative of its formula. */
  | { readonly kind: 'direct'; readonly loss: Formula }
  /** Update: p ← p − α ∂J/∂p. */
  | { readonly kind: 'descend' };

/** One quantity computed. Diagram, TeX, numbers, shapes, words and code of a step are all printed from this. */
export interface Step {
  /** `backward:W2` */
  readonly id: string;
  readonly phase: Phase;
  /** The graph node whose value, gradient or update this is: `W2`. */
  readonly of: string;
  readonly aspect: Aspect;
  /** The quantity computed: `dW2`. */
  readonly writes: string;
  /** Quantities that the rule reads, in the order they stand in it. */
  readonly reads: readonly string[];
  /** Those of `reads` that the forward pass computed and that had to be kept. */
  readonly cached: readonly string[];
  readonly shape: Shape;
  readonly role: Role;
  readonly layer?: number;
  /** `the error of hidden layer 2` */
  readonly title: string;
  /** Why the rule is what it is, a sentence or two. */
  readonly words: string;
  readonly chain: Chain;
  /** Its value is the quantity: `writes = rule`. */
  readonly rule: Formula;
}
