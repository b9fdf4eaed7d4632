import { expect, test } from 'vitest';
import { LIMITS } from '../../problem';
import { tooLarge } from './file';

test('a file is refused by its size alone, and never one that could be within the limit', () => {
  expect(tooLarge({ size: 300_000_000 })).toMatch(/300\u00a0000\u00a0000 bytes and was not read/);
  // Each character may take four bytes.
  expect(tooLarge({ size: LIMITS.characters * 4 })).toBe(undefined);
});
