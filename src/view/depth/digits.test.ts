import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../derive';
import { digitsFor } from './digits';

describe('digitsFor', () => {
  it.each([
    [0.494, 3],
    [12.5, 3],
    [0, 3],
    [-0.00751, 5],
    [0.0123, 4],
    [1e-12, 8],
    [Number.NaN, 3],
    [Number.POSITIVE_INFINITY, 3],
  ])('of %d they are %d, where three are usual', (sum, digits) => {
    expect(digitsFor(sum, 3)).toBe(digits);
  });

  it('makes terms that are read add up to the sum that is read', () => {
    const terms = [-0.010439, 0.002904, 0, -0.010476, 0.010504];
    const sum = terms.reduce((a, b) => a + b, 0);
    const decimals = digitsFor(sum, 3);
    const said = (x: number) => Number(formatNumber(x, { decimals }).replace('−', '-'));
    const added = terms.map(said).reduce((a, b) => a + b, 0);
    expect(Math.abs(added - said(sum))).toBeLessThan(0.003 * Math.abs(sum));
  });
});
