import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProblem } from '.';
import { locateJsonError } from './json';

describe('a text that is not JSON gets what was expected, what was found and where', () => {
  test.each([
    ['', 'expected a value, but the file ends', 'line 1, column 1'],
    ['{"a":}', 'expected a value, but found "}"', 'line 1, column 6'],
    ['{"a": 1,}', 'expected a key in double quotes, but found "}"', 'line 1, column 9'],
    ['{\n  "a": 1\n  "b": 2\n}', 'expected "," or "}", but found "\\"b\\""', 'line 3, column 3'],
    ["{'a': 1}", 'expected a key in double quotes or "}", but found "\'"', 'line 1, column 2'],
    ['[1, 2', 'expected "," or "]", but the file ends', 'line 1, column 6'],
    ['[01]', 'expected a value or "]", but found "01"', 'line 1, column 2'],
    ['[NaN]', 'expected a value or "]", but found "NaN"', 'line 1, column 2'],
    ['[-Infinity]', 'expected a value or "]", but found "-Infinity"', 'line 1, column 2'],
    ['[1] x', 'expected the end of the file, but found "x"', 'line 1, column 5'],
    ['{"a" 1}', 'expected ":" after the key, but found "1"', 'line 1, column 6'],
    [
      '["abc',
      'expected a value or "]", but found a text that is not closed or holds a bad character',
      'line 1, column 2',
    ],
  ])('%j', (text, error, where) => {
    expect(readProblem(text)).toEqual({
      ok: false,
      fault: { error: `This is not JSON: ${error}`, where },
    });
  });
});

test('100 000 open brackets get a sentence', () => {
  expect(readProblem('['.repeat(100_000))).toMatchObject({ ok: false });
});

test('a file cut short is faulted at its end, or where the word or text begins that the cut left open', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, n) => {
      const cut = text.slice(0, n % (text.length + 1));
      fc.pre(!parses(cut));
      const located = locateJsonError(cut);
      const column = located.ok
        ? 0
        : Number(/^line 1, column (\d+)$/.exec(located.fault.where)?.[1]);
      expect(cut.slice(column - 1)).toMatch(/^("|[-+.\w]*$)/);
    }),
    { seed: 11, numRuns: 300 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
