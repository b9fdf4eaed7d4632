import { describe, expect, it } from 'vitest';
import { fromRows } from '../../engine';
import { depthOf, largestOf, signOf } from './tint';

describe('the tint of a cell', () => {
  it('tells the sign; 0, −0 and NaN have none', () => {
    expect([2, -2, 0, -0, Number.NaN].map(signOf)).toEqual([
      'positive',
      'negative',
      'none',
      'none',
      'none',
    ]);
  });

  it('is deepest for the largest size in the matrix', () => {
    const largest = largestOf(
      fromRows([
        [1, -4],
        [0, 2],
      ]),
    );
    expect(largest).toBe(4);
    expect([1, -4, 0, 2].map((value) => depthOf(value, largest))).toEqual([0.25, 1, 0, 0.5]);
  });

  it('is not led astray by what is not finite', () => {
    const largest = largestOf(fromRows([[Number.POSITIVE_INFINITY, 2, Number.NaN]]));
    expect(largest).toBe(2);
    expect(depthOf(Number.POSITIVE_INFINITY, largest)).toBe(1);
    expect(depthOf(Number.NaN, largest)).toBe(0);
    expect(depthOf(0, 0)).toBe(0);
  });
});
