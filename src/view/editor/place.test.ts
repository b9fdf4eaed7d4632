import { describe, expect, test } from 'vitest';
import { rangeOf } from './place';

const text = 'z = w * xs\nL = z .* q';
const marked = (where: string) => {
  const { from, to } = rangeOf(text, { error: '', where });
  return text.slice(from, to);
};

describe('what is underlined for a fault', () => {
  test.each([
    ['program, line 1, column 9', 'xs'],
    ['program, line 2, column 7', '.*'],
    ['program, line 2, column 10', 'q'],
    ['program, line 2, column 11', 'q'],
    ['program, line 1, column 11', 's'],
    ['parameters.w', 'w'],
    ['program', text],
    ['program, line 9, column 1', 'q'],
  ])('%s', (where, word) => {
    expect(marked(where)).toBe(word);
  });
});
