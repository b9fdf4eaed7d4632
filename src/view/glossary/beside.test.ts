import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside } from './beside';

const VIEWPORT = { width: 390, height: 844 };
const BOX = { width: 330, height: 180 };

describe('the place of an entry', () => {
  it('is below its symbol where there is room, else above', () => {
    const high = { left: 20, top: 100, width: 30, height: 20 };
    expect(beside(high, BOX, VIEWPORT)).toEqual({ left: 20, top: 128 });
    const low = { ...high, top: 800 };
    expect(beside(low, BOX, VIEWPORT)).toEqual({ left: 20, top: 612 });
  });

  it('is inside the viewport, and covers no symbol that leaves it room', () => {
    const length = (max: number) => fc.integer({ min: 0, max });
    const anchors = fc.record({
      left: fc.integer({ min: -400, max: 800 }),
      top: length(820),
      width: length(390),
      height: length(400),
    });
    fc.assert(
      fc.property(anchors, (anchor) => {
        const { left, top } = beside(anchor, BOX, VIEWPORT);
        expect(left >= 0 && left + BOX.width <= VIEWPORT.width).toBe(true);
        expect(top >= 0 && top + BOX.height <= VIEWPORT.height).toBe(true);
        const bottom = anchor.top + anchor.height;
        const hasRoom = Math.max(anchor.top, VIEWPORT.height - bottom) >= BOX.height + 16;
        const isApart = top >= bottom || top + BOX.height <= anchor.top;
        expect(isApart).toBe(hasRoom || isApart);
      }),
      { seed: 7 },
    );
  });
});
