import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../derive';
import { longestOf, rangeAt, scrollTo, seenOf, tabbed, walked } from './window';

const seed = { seed: 11, numRuns: 300 };

describe('the window onto a large matrix', () => {
  it('holds all that is seen, wherever it is scrolled to, and little more', () => {
    const args = [
      fc.nat(1000),
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ] as const;
    fc.assert(
      fc.property(...args, (more, seen, share) => {
        const [pitch, count] = [27, seen + more];
        const view = seen * pitch;
        const scroll = share * (count * pitch - view);
        const { from, to } = rangeAt(scroll, view, pitch, count);
        expect(from * pitch).toBeLessThanOrEqual(scroll);
        expect(Math.min(to, count) * pitch).toBeGreaterThanOrEqual(
          Math.min(scroll + view, count * pitch) - 1e-6,
        );
        expect(to - from).toBeLessThanOrEqual(seen + 18);
        const bare = seenOf({ from, to }, count);
        expect(bare.from * pitch).toBeLessThanOrEqual(scroll);
        expect(bare.to * pitch).toBeGreaterThanOrEqual(
          Math.min(scroll + view, count * pitch) - 1e-6,
        );
        expect(bare.to - bare.from).toBeLessThanOrEqual(seen + 10);
      }),
      seed,
    );
  });

  it('stays the same while it is scrolled by less than a few cells', () => {
    const ranges = [0, 5, 20, 60, 100].map((scroll) => rangeAt(400 + scroll * 0.1, 300, 27, 500));
    expect(new Set(ranges.map((r) => JSON.stringify(r))).size).toBe(1);
  });

  it('shows a cell whole after it is walked to', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(9000), (index, scroll) => {
        const to = scrollTo(index, scroll, 300, 27);
        expect(index * 27).toBeGreaterThanOrEqual(to);
        expect((index + 1) * 27).toBeLessThanOrEqual(to + 300);
      }),
      seed,
    );
  });
});

it('no number is longer than the cells are wide', () => {
  const numbers = fc.array(fc.double({ noDefaultInfinity: false }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 12 }), (values, decimals) => {
      const longest = longestOf(Float64Array.from(values), decimals);
      for (const value of values)
        expect(formatNumber(value, { decimals }).length).toBeLessThanOrEqual(longest);
    }),
    seed,
  );
});

it('arrows stop at the edges, Tab goes on with the next row and leaves at the end', () => {
  expect(walked('ArrowRight', { row: 1, col: 8 }, 3, 9)).toEqual({ row: 1, col: 8 });
  expect(walked('ArrowUp', { row: 0, col: 2 }, 3, 9)).toEqual({ row: 0, col: 2 });
  expect(walked('End', { row: 2, col: 0 }, 3, 9)).toEqual({ row: 2, col: 8 });
  expect(walked('x', { row: 0, col: 0 }, 3, 9)).toBeUndefined();
  expect(tabbed(1, { row: 0, col: 8 }, 3, 9)).toEqual({ row: 1, col: 0 });
  expect(tabbed(-1, { row: 1, col: 0 }, 3, 9)).toEqual({ row: 0, col: 8 });
  expect(tabbed(1, { row: 2, col: 8 }, 3, 9)).toBeUndefined();
});
