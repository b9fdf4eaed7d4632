import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from './paginate';

const heights = (...all: readonly number[]) => all.map((height) => ({ height }));

describe('pages', () => {
  it('hold what fits, in order', () => {
    expect(paginate(heights(100, 200, 150), 480, 10)).toEqual([[0, 1, 2]]);
    expect(paginate(heights(100, 200, 190), 480, 10)).toEqual([[0, 1], [2]]);
  });

  it('leave nothing out, also what is higher than a page', () => {
    expect(paginate(heights(100, 900, 100), 480, 10)).toEqual([[0], [1], [2]]);
    expect(paginate([], 480, 10)).toEqual([]);
  });

  it('let words fill the room that is left on an earlier one', () => {
    const items = [{ height: 300 }, { height: 400 }, { height: 100, fills: true }];
    expect(paginate(items, 480, 10)).toEqual([[0, 2], [1]]);
  });

  it('begin with what leads, where there is room', () => {
    const items = [{ height: 100, leads: true }, { height: 300 }, { height: 200 }, { height: 400 }];
    expect(paginate(items, 480, 10)).toEqual([[0, 1], [0, 2], [3]]);
  });

  it('show each thing once and never more than there is room for', () => {
    const item = fc.record({ height: fc.integer({ min: 1, max: 700 }), fills: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), fc.boolean(), (all, leads) => {
        const items = all.map((each, i) => ({ ...each, leads: leads && i === 0 }));
        const pages = paginate(items, 500, 12);
        const again = leads ? pages.slice(1).filter(([first]) => first === 0).length : 0;
        const shown = pages.flat().toSorted((a, b) => a - b);
        expect(shown.slice(again)).toEqual(items.map((_, i) => i));
        for (const page of pages) {
          const used = page.reduce((sum, i) => sum + (items[i]?.height ?? 0), 0);
          expect(page.length === 1 || used + 12 * (page.length - 1) <= 500).toBe(true);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
