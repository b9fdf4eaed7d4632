import { describe, expect, it } from 'vitest';
import { fitBroken, fitOnOneLine } from './fit';

describe('the size of a formula', () => {
  it('is left alone where there is room', () => {
    expect(fitOnOneLine(400, 400)).toEqual({ scale: 1, broken: false });
  });

  it('shrinks a little to stay on one line', () => {
    expect(fitOnOneLine(400, 500)).toEqual({ scale: 0.8, broken: false });
  });

  it('is broken before it becomes too small to read', () => {
    expect(fitOnOneLine(400, 600)).toBeNull();
    expect(fitBroken(400, 300)).toEqual({ scale: 1, broken: true });
    expect(fitBroken(400, 500)).toEqual({ scale: 0.8, broken: true });
  });

  it('has a limit, from which on the row scrolls', () => {
    expect(fitBroken(400, 4000).scale).toBe(0.64);
  });
});
