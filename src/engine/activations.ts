import { normalCdf, normalDensity } from './normal';
import { LEAKY_SLOPE } from './op';

export type ActivationKind =
  | 'identity'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'elu'
  | 'softplus'
  | 'gelu';

/** σ(z) = 1/(1 + e⁻ᶻ), with the exponential of a non-positive number only. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** ln(1 + eᶻ), without overflow. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

const TANH_RATIONAL_BELOW = 0.625;

/**
 * Relative error below 4e-16, and faster than Math.tanh. The rational form is that of S. L. Moshier's Cephes
 * (`tanh.c`): x + x³ P(x²)/Q(x²).
 */
export function tanh(x: number): number {
  if (Math.abs(x) < TANH_RATIONAL_BELOW) {
    const s = x * x;
    const p = (-0.9643991794250523 * s - 99.28772310019185) * s - 1614.6876844170845;
    const q = ((s + 112.81167849163293) * s + 2235.4883906010045) * s + 4844.063053251255;
    return x + (x * s * p) / q;
  }
  const t = 1 - 2 / (Math.exp(2 * Math.abs(x)) + 1);
  return x < 0 ? -t : t;
}

export function elu(z: number): number {
  return z > 0 ? z : Math.expm1(z);
}

/** The larger of z and 0. */
export function relu(z: number): number {
  return z <= 0 ? 0 : z;
}

/** Beyond it Φ is 0 or 1 and φ is 0 in double precision; z is held there so that ∞ · 0 = NaN does not arise. */
export const GELU_TAIL = 39;

/** z Φ(z), Φ the cumulative normal distribution. */
export function gelu(z: number): number {
  return Math.max(z, -GELU_TAIL) * normalCdf(z);
}

/** gelu′(z) = Φ(z) + z φ(z) */
function geluSlope(z: number): number {
  return normalCdf(z) + Math.max(-GELU_TAIL, Math.min(z, GELU_TAIL)) * normalDensity(z);
}

/** Derivatives at z that have no short form in a; that of |z| is 0 at 0. */
export const slopes = {
  relu: (z: number) => (z > 0 ? 1 : 0),
  leakyRelu: (z: number) => (z > 0 ? 1 : LEAKY_SLOPE),
  elu: (z: number) => (z > 0 ? 1 : Math.exp(z)),
  gelu: geluSlope,
  abs: (z: number) => Math.sign(z),
} as const;

export interface ScalarFunction {
  readonly value: (z: number) => number;
  /** g′ at z, where a = g(z); from a where that is customary, as in a(1 − a). */
  readonly derivative: (z: number, a: number) => number;
}

/** The activations on single numbers. At a kink the derivative is that of PyTorch. */
export const activations: { readonly [K in ActivationKind]: ScalarFunction } = {
  identity: { value: (z) => z, derivative: () => 1 },
  sigmoid: { value: sigmoid, derivative: (_, a) => a * (1 - a) },
  tanh: { value: tanh, derivative: (_, a) => 1 - a * a },
  relu: { value: relu, derivative: slopes.relu },
  leakyRelu: {
    value: (z) => (z > 0 ? z : LEAKY_SLOPE * z),
    derivative: slopes.leakyRelu,
  },
  elu: { value: elu, derivative: slopes.elu },
  softplus: { value: softplus, derivative: sigmoid },
  gelu: { value: gelu, derivative: geluSlope },
};
