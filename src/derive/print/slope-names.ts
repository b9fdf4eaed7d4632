import type { DerivativeOf } from '../formula';

/** How the slope of a function is written where it has a name of its own. */
export const SLOPES_TEX: Readonly<Record<DerivativeOf, string>> = {
  relu: "\\mathrm{relu}'",
  leakyRelu: "\\mathrm{leakyrelu}'",
  elu: "\\mathrm{elu}'",
  gelu: "\\mathrm{gelu}'",
  abs: '\\operatorname{sign}',
};

export const SLOPES_SPOKEN: Readonly<Record<DerivativeOf, string>> = {
  relu: 'ReLU prime',
  leakyRelu: 'leaky ReLU prime',
  elu: 'ELU prime',
  gelu: 'GELU prime',
  abs: 'the sign',
};
