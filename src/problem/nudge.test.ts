import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nudged } from '.';

test.each([
  [0.1, 0.2, 0.3],
  [0.3, -0.1, 0.2],
  [-0.1, 0.1, 0],
  [1.1, 1, 2.1],
  [0.07, 0.01, 0.08],
  [1e-20, 0.1, 0.1],
  [12345.678, -0.01, 12345.668],
  [1e300, 1, 1e300],
])('%d and %d make %d', (value, by, sum) => {
  expect(Object.is(nudged(value, by), sum)).toBe(true);
});

test('there and back is where it began, for any number of four decimals', () => {
  const value = fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 1e4);
  fc.assert(
    fc.property(value, fc.constantFrom(0.1, 1, 0.01), (start, by) => {
      expect(nudged(nudged(start, by), -by)).toBe(start);
    }),
    { seed: 1 },
  );
});
