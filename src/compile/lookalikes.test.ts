import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '.';
import { faultOf, programOf } from './testing/programs';

describe('a character that only looks like one of the language is named', () => {
  test.each([
    ['L = s × t', 'The character × (multiplication sign) is not used here; write *', 7],
    ['L = s @ t', 'The character @ (matrix product of NumPy) is not used here; write *', 7],
    ['L = s − t', 'The character − (minus sign) is not used here; write -', 7],
    ['L = s²', 'The character ² (superscript 2) is not used here; write ^2', 6],
    ['L = σ(s)', 'The character σ (Greek sigma) is not used here; write sigmoid(…)', 5],
    [
      'L = sum(x’)',
      "The character ’ (quotation mark) is not used here; write ' for the transpose",
      10,
    ],
    ['L = ѕ + 1', 'The letter ѕ is Cyrillic; write the Latin s', 5],
    ['L = s\u00a0+ 1', 'There is a space that does not break here; write an ordinary space', 6],
    ['L = s ＊ t', 'The character ＊ is a wide one; write *', 7],
  ])('%s', (program, error, column) => {
    expect(faultOf(compile(programOf(program)))).toEqual([error, `line 1, column ${column}`]);
  });
});

describe('lines that need each other are named, in the order in which they do', () => {
  test.each([
    ['a = b\nb = a + s', 'a needs b and b needs a, so none of them can be calculated first', 1, 5],
    ['a = b\nb = 2 * c\nc = a', 'a needs b, b needs c and c needs a', 1, 5],
    ['d = s\na = d + b\nb = a', 'a needs b and b needs a', 2, 9],
  ])('%s', (program, error, line, column) => {
    const [said, where] = faultOf(compile(programOf(program)));
    expect(said).toContain(error);
    expect(where).toBe(`line ${line}, column ${column}`);
  });
});

test('whatever character is typed in a line, the sentence has its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), (text) => {
      const compiled = compile(programOf(`L = s ${text} s`));
      if (!compiled.ok) expect(compiled.fault.where).toMatch(/^program, line \d+, column \d+$/);
    }),
    { seed: 6, numRuns: 1000 },
  );
});
