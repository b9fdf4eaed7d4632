import { describe, expect, test } from 'vitest';
import { parseProblem } from '.';
import { FILE, faultOf, PROGRAM, w1 } from './testing/files';

const FAULTS: readonly (readonly [string, unknown, string, string])[] = [
  [
    'ragged rows',
    w1([
      [1, 2, 3, 4],
      [1, 2, 3],
    ]),
    'Row 2 of W1 has 3 numbers, row 1 has 4',
    'parameters.W1[1]',
  ],
  ['an empty matrix', w1([]), 'W1 is empty; give it at least one row', 'parameters.W1'],
  [
    'an empty row',
    w1([[]]),
    'Row 1 of W1 is empty; give it at least one number',
    'parameters.W1[0]',
  ],
  [
    'a flat list',
    w1([1, 2]),
    'W1 is a flat list; write a row as [[1, 2]] and a column as [[1], [2]]',
    'parameters.W1',
  ],
  [
    'a row that is none',
    w1([[1], 2]),
    'Row 2 of W1 should be a list of numbers, but is 2',
    'parameters.W1[1]',
  ],
  [
    'a word in a matrix',
    w1([[1, 'two']]),
    'Row 1, column 2 of W1 is "two", not a number',
    'parameters.W1[0][1]',
  ],
  [
    'null in a matrix',
    w1([[null]]),
    'Row 1, column 1 of W1 is null, not a number',
    'parameters.W1[0][0]',
  ],
  ['NaN', w1([[Number.NaN]]), 'Row 1, column 1 of W1 is NaN, not a number', 'parameters.W1[0][0]'],
  [
    '1e999',
    w1([[JSON.parse('1e999')]]),
    'Row 1, column 1 of W1 is Infinity, too large for a number',
    'parameters.W1[0][0]',
  ],
  ['an infinite scalar', w1(-Infinity), 'W1 is -Infinity, too large for a number', 'parameters.W1'],
  [
    'a word as a matrix',
    w1('eye(3)'),
    'W1 should be a number or a list of rows, but is "eye(3)"',
    'parameters.W1',
  ],
  [
    'a prototype as a name',
    { ...FILE, data: JSON.parse('{"__proto__": [[1]]}') },
    '"__proto__" cannot be a name: use a letter, then up to 31 letters, digits or _',
    'data',
  ],
  [
    'a long name',
    { ...FILE, data: { [`x${'1'.repeat(50)}`]: 1 } },
    '"x111111111111111111111111111111111111111…" cannot be a name: use a letter, then up to 31 letters, digits or _',
    'data',
  ],
  [
    'too many numbers',
    w1(new Array(2001).fill(new Array(1000).fill(0))),
    'The matrices hold 2\u00a0001\u00a0006 numbers; the limit is 2\u00a0000\u00a0000',
    'file',
  ],
  [
    'too many names',
    { ...FILE, data: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`x${i}`, 0])) },
    '"data" has 501 names; the limit is 500',
    'data',
  ],
  [
    'data that is none',
    { ...FILE, data: 3 },
    '"data" must be an object of names and matrices, but is 3',
    'data',
  ],
  [
    'a name given twice',
    { ...PROGRAM, parameters: { x: 3 } },
    'x is both in "data" and in "parameters"',
    'parameters.x',
  ],
  [
    'an infinite learning rate',
    { ...FILE, optimizer: { learningRate: Number.POSITIVE_INFINITY } },
    '"learningRate" must be a finite number, but is Infinity',
    'optimizer.learningRate',
  ],
  [
    'a negative learning rate',
    { ...FILE, optimizer: { learningRate: -1 } },
    '"learningRate" must be a number from 0, but is -1',
    'optimizer.learningRate',
  ],
];

describe('numbers that cannot be used get one sentence and a place', () => {
  test.each(FAULTS)('%s', (_, file, error, where) => {
    expect(faultOf(parseProblem(file))).toEqual([error, where]);
  });
});
