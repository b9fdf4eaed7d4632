import { describe, expect, it } from 'vitest';
import { activations } from '../engine';
import { activationCurve } from './activation-curve';

const SIZE = { width: 240, height: 132 };
const numbersIn = (path: string) => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe.each(Object.entries(activations))('the curve of %s', (_, activation) => {
  it.each([-2.3, -0.4, 0.7, 3.1])('has the slope of a small difference at z = %d', (z) => {
    const drawing = activationCurve(activation, z, SIZE);
    const { range, tangent, point } = drawing;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersIn(tangent);
    const perPixelZ = (range.z[1] - range.z[0]) / (SIZE.width - 20);
    const perPixelA = (range.a[1] - range.a[0]) / (SIZE.height - 20);
    const drawn = (-(y2 - y1) * perPixelA) / ((x2 - x1) * perPixelZ);
    const h = 1e-6;
    const difference = (activation.value(z + h) - activation.value(z - h)) / (2 * h);
    expect(drawn).toBeCloseTo(difference, 1);
    // It touches the curve at the point.
    expect((x1 + x2) / 2).toBeCloseTo(point.x, 0);
    expect((y1 + y2) / 2).toBeCloseTo(point.y, 0);
  });

  it('shows z however far it lies out', () => {
    for (const z of [-300, 45]) {
      const { point, curve } = activationCurve(activation, z, SIZE);
      expect(point.x).toBeGreaterThanOrEqual(0);
      expect(point.x).toBeLessThanOrEqual(SIZE.width);
      expect(curve).not.toMatch(/NaN|Infinity/);
    }
  });
});
