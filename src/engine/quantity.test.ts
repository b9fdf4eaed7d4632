import { expect, it } from 'vitest';
import { entryName, placeOf } from './quantity';

it('the name of an entry is read back as quantity, row and column', () => {
  expect(entryName('dW2', 1, 10)).toBe('dW2[1,10]');
  expect(placeOf('dW2[1,10]')).toEqual({ quantity: 'dW2', row: 1, col: 10 });
  expect(placeOf('dW2')).toBeNull();
  expect(placeOf(null)).toBeNull();
});
