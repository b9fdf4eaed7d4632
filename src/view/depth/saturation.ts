import { formatNumber } from '../../derive';
import type { ActivationKind } from '../../engine';

export interface Unit {
  readonly kind: ActivationKind;
  readonly z: number;
  readonly a: number;
  readonly slope: number;
  /** Of the same unit, over all examples. */
  readonly slopes: readonly number[];
}

/** Below this a curve is nearly flat. */
const FLAT = 0.05;
const DIGITS = { decimals: 4 };
const say = (value: number) => formatNumber(value, DIGITS);

const NAMES: Readonly<Record<ActivationKind, string>> = {
  identity: 'The identity',
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  elu: 'ELU',
  softplus: 'Softplus',
  gelu: 'GELU',
};

const SLOPES: Readonly<Partial<Record<ActivationKind, string>>> = {
  sigmoid: 'a(1−a)',
  tanh: '1−a²',
};

const slopeOf = ({ kind, slope }: Unit) => `${SLOPES[kind] ?? 'the slope'} = ${say(slope)}`;

function whole({ slopes }: Unit): string {
  if (slopes.length < 2 || slopes.some((s) => s !== 0)) return '';
  return ` It is off for all ${slopes.length} examples, so the weights into it get no gradient from this batch.`;
}

/** What the local derivative does to a gradient that passes here. */
export function passes(unit: Unit): string {
  const { kind, z, slope } = unit;
  const name = NAMES[kind];
  if (Number.isNaN(z)) return `${name} was given NaN, so nothing can be said of its slope.`;
  if (kind === 'identity') return 'a = z: the gradient passes unchanged.';
  if (kind === 'relu')
    return z > 0
      ? 'ReLU is on: z > 0, its slope is 1, and the gradient passes unchanged.'
      : `ReLU is off: z ≤ 0, no gradient passes.${whole(unit)}`;
  if (kind === 'leakyRelu' && z <= 0)
    return `${name} leaks: z ≤ 0, its slope is ${say(slope)}, so little gradient passes.`;
  if (Math.abs(slope) < FLAT)
    return `${name} is nearly flat here: ${slopeOf(unit)}, so little gradient passes.`;
  if (slope === 1) return `${name} has slope 1 here, and the gradient passes unchanged.`;
  return `Slope here: ${slopeOf(unit)}. The gradient that comes to a is multiplied by it.`;
}
