import { describe, expect, test } from 'vitest';
import { nearest } from './nearest';

describe('the nearest known word is suggested if it is close', () => {
  test.each([
    ['rleu', ['relu', 'elu'], 'relu'],
    ['tilte', ['title'], 'title'],
    ['W1', ['w1', 'W2'], 'w1'],
    ['x', ['y'], undefined],
    ['banana', ['relu'], undefined],
    ['x'.repeat(1000), ['x'.repeat(999)], undefined],
  ])('%s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});
