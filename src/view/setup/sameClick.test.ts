import { describe, expect, it } from 'vitest';
import { isSameClick } from './sameClick';

describe('a second click where a row has just gone', () => {
  const first = { x: 100, y: 50, at: 1000 };

  it('is no order to remove the row that moved there', () => {
    expect(isSameClick(first, { x: 101, y: 49, at: 1180 })).toBe(true);
  });

  it('counts after a while, at another place, or as the first one', () => {
    expect(isSameClick(first, { ...first, at: 1700 })).toBe(false);
    expect(isSameClick(first, { x: 100, y: 80, at: 1100 })).toBe(false);
    expect(isSameClick(null, first)).toBe(false);
  });
});
