import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteMatrix } from '.';

const M = [
  [1, -2.5],
  [0.25, 40],
];

describe('a matrix is read from', () => {
  test.each([
    ['a spreadsheet', '1\t-2.5\n0.25\t40\n'],
    ['a spreadsheet on Windows', '1\t-2.5\r\n0.25\t40\r\n'],
    ['a spreadsheet with decimal commas', '1\t-2,5\n0,25\t40'],
    ['CSV', '1,-2.5\n0.25,40'],
    ['CSV with quotes', '"1","-2.5"\n"0.25","40"'],
    ['semicolons', '1;-2.5\n0.25;40'],
    ['semicolons with decimal commas', '1;-2,5\n0,25;40'],
    ['spaces', '  1.00  -2.5\n  0.25  40'],
    ['true minus signs', '1 −2.5\n0.25 40'],
    ['NumPy’s print', '[[ 1.   -2.5 ]\n [ 0.25 40.  ]]'],
    ['NumPy’s repr', 'array([[ 1.  , -2.5 ],\n       [ 0.25, 40.  ]])'],
    ['a NumPy program', 'W1 = np.array([[1, -2.5], [0.25, 40]], dtype=np.float32)'],
    ['PyTorch’s print', 'tensor([[ 1.0000, -2.5000],\n        [ 0.2500, 40.0000]])'],
    [
      'PyTorch’s print of a leaf',
      "tensor([[1.0, -2.5],\n        [0.25, 40.0]], device='cuda:0', requires_grad=True)",
    ],
    ['PyTorch with a history', 'tensor([[1., -2.5], [0.25, 40.]], grad_fn=<AddmmBackward0>)'],
    ['MATLAB', '[1 -2.5; 0.25 40]'],
    ['MATLAB with a name', 'W1 = [1, -2.5; 0.25, 40];'],
    ['MATLAB over lines', 'A = [\n 1 -2.5\n 0.25 40\n];'],
    ['MATLAB without brackets', '1 -2.5; 0.25 40'],
    ['MATLAB’s print', '\nA =\n\n    1.0000   -2.5000\n    0.2500   40.0000\n\n'],
    [
      'MATLAB’s print with a factor',
      'A =\n\n   1.0e+03 *\n\n    0.0010   -0.0025\n    0.00025   0.0400\n',
    ],
    [
      'Octave’s print in blocks',
      'A =\n\n Columns 1 and 1:\n\n   1\n   0.25\n\n Column 2:\n\n  -2.5\n   40\n',
    ],
    ['LaTeX', '\\begin{bmatrix} 1 & -2.5 \\\\ 0.25 & 40 \\end{bmatrix}'],
    [
      'LaTeX of a paper',
      '$$W = \\left[\\begin{array}{rr}1 & -2.5\\\\[2pt] 0.25 & 4\\cdot 10^{1}\\\\ \\end{array}\\right]$$',
    ],
    ['JSON', '[[1, -2.5], [0.25, 40]]'],
    ['Python tuples', '[(1, -2.5), (0.25, 40)]'],
    ['rows in brackets', '[1, -2.5]\n[0.25, 40]'],
  ])('%s', (_, text) => {
    expect(pasteMatrix(text)).toEqual({ ok: true, value: M });
  });
});

test.each([
  ['[1 2 3]', [[1, 2, 3]]],
  ['[1; 2; 3]', [[1], [2], [3]]],
  ['[[1], [2]]', [[1], [2]]],
  ['1e-7\n-2E+3', [[1e-7], [-2000]]],
  ['7', [[7]]],
  ['1;2;3', [[1, 2, 3]]],
])('%j keeps its shape', (text, rows) => {
  expect(pasteMatrix(text)).toEqual({ ok: true, value: rows });
});

test.each([
  ['', /no number/],
  ['hello', /no number/],
  ['1 2\n3', /Row 2 of what was pasted has 1 number, row 1 has 2/],
  ['[[1, 2], [3, 4, 5]]', /Row 2 .* has 3 numbers, row 1 has 2/],
  ['1,2\n3,', /Row 2/],
  ['1,,3', /row 1, column 2 is empty/],
  ['1 2\n3 x4', /row 2, column 2 is "x4", not a number/],
  ['[[1, nan], [2, 3]]', /row 1, column 2 is "nan"; only finite/],
  ['1 1e999', /row 1, column 2 is "1e999", too large/],
  ['1 2/3', /fraction as a decimal/],
  ['1,500\t2,500\n3\t4', /is "1,500"; write it with a point/],
  ['[[1. 2. ... 9.]\n [1. 2. ... 9.]]', /shortened/],
  ['[[[1, 2], [3, 4]]]', /three dimensions/],
  ['[[1, 2], [3, 4]', /not closed/],
  ['[1 2', /not closed/],
  ['foo([[1]])', /beside the brackets/],
  ['<b>1</b>', /not a number/],
  ['{"__proto__": [[1]]}', /beside the brackets/],
])('%j is refused with a sentence', (text, sentence) => {
  const read = pasteMatrix(text);
  expect(read.ok ? read.value : read.fault.error).toMatch(sentence);
});

test('10 MB are refused at once, whatever they hold', () => {
  const text = '1 2\n'.repeat(2_500_000);
  const read = pasteMatrix(text);
  expect(read.ok || read.fault.error).toMatch(/has 10\u00a0000\u00a0000 characters/);
});

/** As those programs print; written for this test, none of it ours. */
const PRINTERS: Readonly<Record<string, (rows: readonly (readonly number[])[]) => string>> = {
  spreadsheet: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  csv: (rows) => rows.map((row) => row.join(',')).join('\r\n'),
  numpy: (rows) => `[${rows.map((row) => `[${row.join('  ')}]`).join('\n ')}]`,
  array: (rows) => `array([${rows.map((row) => `[${row.join(', ')}]`).join(',\n       ')}])`,
  tensor: (rows) => `tensor([${rows.map((row) => `[${row.join(', ')}]`).join(',\n')}])`,
  matlab: (rows) => `[${rows.map((row) => row.join(' ')).join('; ')}]`,
  octave: (rows) => `A =\n\n${rows.map((row) => `   ${row.join('   ')}`).join('\n')}\n\n`,
  latex: (rows) =>
    `\\begin{bmatrix}${rows.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{bmatrix}`,
  json: (rows) => JSON.stringify(rows),
  'minus signs': (rows) => rows.map((row) => row.join(' ').replaceAll('-', '−')).join('\n'),
};

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, cols]) =>
    fc.array(
      fc.array(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
        { minLength: cols, maxLength: cols },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

test.each(Object.keys(PRINTERS))('what is printed as %s is read back to the last digit', (name) => {
  fc.assert(
    fc.property(matrix, (rows) => {
      expect(pasteMatrix(PRINTERS[name]?.(rows) ?? '')).toEqual({ ok: true, value: rows });
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('no text makes it throw', () => {
  const any = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'[](){},;\n\t 1-.e&\\=ab') }),
  );
  fc.assert(
    fc.property(any, (text) => {
      const read = pasteMatrix(text);
      expect(read.ok ? read.value.length : read.fault.error.length).toBeGreaterThan(0);
    }),
    { seed: 3, numRuns: 3000 },
  );
});
