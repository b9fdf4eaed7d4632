import type { Matrix } from './matrix';
import type { LossOptions } from './op';

/**
 * A loss as a sum over units and examples of a term in a prediction P (probabilities or logits) and a target Y.
 * No function takes or gives a number that is not an index: V8 boxes such numbers.
 */
export interface LossRule {
  /** into[0] = the sum over the examples from ≤ k < to, without the factor and the mean. */
  readonly sum: (
    options: LossOptions,
    p: Matrix,
    y: Matrix,
    from: number,
    to: number,
    into: Float64Array,
  ) => void;
  /** dP += g c ∂Σ/∂P, where c is the coefficient of the sum and g = ∂J/∂loss, 1×1. */
  readonly addToPrediction: AddGradient;
  /** dY += g c ∂Σ/∂Y */
  readonly addToTarget: AddGradient;
}

export type AddGradient = (
  options: LossOptions,
  p: Matrix,
  y: Matrix,
  g: Matrix,
  into: Matrix,
) => void;
