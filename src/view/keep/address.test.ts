import { describe, expect, it } from 'vitest';
import { addressWith, problemInAddress } from './address';

describe('the address', () => {
  it('names the problem that is open', () => {
    expect(problemInAddress('?problem=s2-single')).toBe('s2-single');
    expect(problemInAddress('')).toBeNull();
  });

  it('takes another problem and state, and keeps the rest', () => {
    expect(addressWith('https://x.test/b/?a=1&problem=old#h', 's2-single', '1.a.b.c')).toBe(
      'https://x.test/b/?a=1&problem=s2-single#1.a.b.c',
    );
  });

  it("names no problem for the reader's own file", () => {
    expect(addressWith('https://x.test/?problem=old#h', null)).toBe('https://x.test/');
  });
});
