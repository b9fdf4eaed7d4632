import { describe, expect, it } from 'vitest';
import { passes } from './saturation';

describe('what is said of an activation', () => {
  it('says that a flat sigmoid lets little gradient through, with the number', () => {
    const a = 1 / (1 + Math.exp(-6.2146));
    const slope = a * (1 - a);
    expect(passes({ kind: 'sigmoid', z: 6.2146, a, slope, slopes: [slope] })).toBe(
      'σ is nearly flat here: a(1−a) = 0.002, so little gradient passes.',
    );
  });

  it('says that a ReLU is off, and dead where it is off for all examples', () => {
    const off = { kind: 'relu', z: -0.3, a: 0, slope: 0 } as const;
    expect(passes({ ...off, slopes: [0, 1] })).toBe('ReLU is off: z ≤ 0, no gradient passes.');
    expect(passes({ ...off, slopes: [0, 0, 0] })).toMatch(/off for all 3 examples/);
    expect(passes({ ...off, z: 0, slopes: [0] })).toMatch(/^ReLU is off/);
  });

  it('says that a ReLU that is on passes the gradient unchanged', () => {
    expect(passes({ kind: 'relu', z: 2, a: 2, slope: 1, slopes: [1] })).toMatch(/^ReLU is on/);
  });
});
