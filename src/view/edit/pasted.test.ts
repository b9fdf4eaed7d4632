import { expect, test } from 'vitest';
import { holdsMatrix } from './pasted';

test.each([
  ['0.5\n', false],
  ['−2e-3', false],
  ['1,5', false],
  ['abc', false],
  ['1 2', true],
  ['1\t2\n3\t4', true],
  ['[[1]]', true],
  ['1,2,3', true],
  ['9'.repeat(100), true],
])('%j holds a matrix: %s', (text, holds) => {
  expect(holdsMatrix(text)).toBe(holds);
});
