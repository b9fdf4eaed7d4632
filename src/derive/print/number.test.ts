import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from './number';

const seed = { seed: 20_261_121 };
const read = (text: string) => Number(text.replace('−', '-').replace('∞', 'Infinity'));

it('a number is shown to the digit that was asked for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 1, max: 8 }),
      (value, decimals) => {
        const shown = read(formatNumber(value, { decimals }));
        const allowed = Math.max(0.5 * 10 ** -decimals, Math.abs(shown) * 0.005);
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(allowed * 1.000001);
      },
    ),
    seed,
  );
});

it('nothing but zero is ever shown as 0, and no sign is lost', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const shown = read(formatNumber(value, { decimals: 3 }));
      expect(Math.sign(shown) + 0).toBe(Math.sign(value) + 0);
    }),
    seed,
  );
});

it.each([
  [0.5, '0.5'],
  [-2.459105610847473, '−2.459'],
  [1.0, '1'],
  [-0, '0'],
  [-0.0004, '−4e-4'],
  [12_345_678, '1.23e7'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
  [Number.NaN, 'undefined'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value, { decimals: 3 })).toBe(text);
});
