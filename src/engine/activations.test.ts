import { describe, expect, it } from 'vitest';
import { type ActivationKind, activations, type slopes } from './activations';
import edge from './golden/edge.json';
import { normalCdf } from './normal';
import type { Op } from './op';
import { parameter, passOf } from './testing/graph';
import { isClose } from './testing/numbers';

const KINDS: Readonly<Record<string, keyof typeof slopes | ActivationKind>> = {
  relu: 'relu',
  leaky_relu: 'leakyRelu',
  elu: 'elu',
  gelu: 'gelu',
  softplus: 'softplus',
  abs: 'abs',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
};

/** What the engine's kernels make of one number: the value and the derivative. */
function at(kind: keyof typeof slopes | ActivationKind, z: number): [number, number] {
  const { value, gradient } = passOf(
    [parameter('z', [1, 1]), { id: 'a', op: { kind } as Op, args: ['z'] }],
    { z: [[z]] },
  );
  return [value('a')[0]?.[0] as number, gradient('z')[0]?.[0] as number];
}

const relative = (found: number, exact: number) => Math.abs(found / exact - 1);

describe('activations', () => {
  it.each(edge.kink)('$fn at $z has the value and the slope of PyTorch', ({ fn, z, torch }) => {
    const kind = KINDS[fn] as ActivationKind;
    const [value, slope] = at(kind, Number(z));
    // Adding 0 makes 0 of −0.
    expect([value + 0, slope]).toEqual([
      expect.closeTo(torch[0] as number, 15),
      expect.closeTo(torch[1] as number, 15),
    ]);
  });

  it.each(edge.tails)('$fn at $z agrees with 60 digits', ({ fn, z, exact }) => {
    expect(isClose(at(KINDS[fn] as ActivationKind, z), exact, 1e-15)).toBe(true);
  });

  it.each(edge.sigmoid)('the sigmoid at $z is exact and does not overflow', ({ z, exact }) => {
    const [value, slope] = at('sigmoid', z);
    expect(value === exact.value || relative(value, exact.value) < 4e-16).toBe(true);
    expect(Math.abs(slope - exact.grad)).toBeLessThan(1e-16);
  });

  it('the normal distribution has 15 digits, in the tail too', () => {
    const errors = edge.cdf.map(([x, exact]) => relative(normalCdf(x as number), exact as number));
    expect(Math.max(...errors)).toBeLessThan(1e-15);
  });

  it('tanh has 15 digits on both sides of where its form changes', () => {
    const points = Array.from({ length: 2000 }, (_, i) => (i - 1000) / 500 + 1e-4);
    const errors = points.map((x) => relative(activations.tanh.value(x), Math.tanh(x)));
    expect(Math.max(...errors)).toBeLessThan(1e-15);
  });

  it.each(Object.keys(activations) as ActivationKind[])(
    '%s on single numbers is what the kernels compute, everywhere',
    (kind) => {
      for (const z of [-Infinity, -800, -40, -3, -0.6, -1e-9, 0, 1e-300, 0.3, 0.7, 2, 40, 800]) {
        const value = activations[kind].value(z);
        expect(at(kind, z)).toEqual([value, activations[kind].derivative(z, value)]);
      }
      expect(at(kind, Number.NaN)[0]).toBeNaN();
    },
  );

  it('no activation makes NaN of an infinite input', () => {
    for (const kind of Object.keys(activations) as ActivationKind[]) {
      expect([kind, ...at(kind, Infinity), ...at(kind, -Infinity)]).not.toContain(Number.NaN);
    }
  });
});
