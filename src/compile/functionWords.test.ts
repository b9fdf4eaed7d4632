import { expect, test } from 'vitest';
import { FUNCTION_NAMES } from './functions';
import { FUNCTION_WORDS } from './functionWords';

test('every function of the language has its words, and no other', () => {
  expect([...FUNCTION_WORDS.keys()]).toEqual(FUNCTION_NAMES);
  for (const [name, { signature, words }] of FUNCTION_WORDS) {
    expect(signature.startsWith(`${name}(`)).toBe(true);
    expect(words.length).toBeLessThan(70);
  }
});
