import { expect, it } from 'vitest';
import { valueWords } from './valueWords';

it('says in words what is no number, and every other number in full', () => {
  expect(valueWords(Number.NaN)).toBe('not a number, undefined');
  expect(valueWords(Number.NEGATIVE_INFINITY)).toBe('minus infinity');
  expect(valueWords(Number.POSITIVE_INFINITY)).toBe('infinity');
  expect(valueWords(Number.NaN, 'it follows from Z1')).toBe(
    'not a number, undefined: it follows from Z1',
  );
  expect(valueWords(2, 'it follows from Z1')).toBe('2');
  expect(valueWords(0.1 + 0.2)).toBe('0.30000000000000004');
});
