import { LEAKY_SLOPE, normalCdf, normalDensity } from '../engine';
import type { DerivativeOf } from './formula';

/** f′(z) of the functions that formulas write with a prime; at the kinks the value that PyTorch takes. */
export const slopes: { readonly [K in DerivativeOf]: (z: number) => number } = {
  relu: (z) => (z > 0 ? 1 : 0),
  leakyRelu: (z) => (z > 0 ? 1 : LEAKY_SLOPE),
  elu: (z) => (z > 0 ? 1 : Math.exp(z)),
  gelu: (z) => normalCdf(z) + z * normalDensity(z),
  abs: Math.sign,
};

/** As plain text. */
export const SLOPE_TEXTS: Readonly<Record<DerivativeOf, string>> = {
  relu: 'relu′',
  leakyRelu: 'leakyrelu′',
  elu: 'elu′',
  gelu: 'gelu′',
  abs: 'sign',
};
