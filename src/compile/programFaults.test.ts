import { describe, expect, test } from 'vitest';
import { compile } from '.';
import { faultOf, programOf } from './testing/programs';

describe('a program that cannot be read gets one sentence and a place', () => {
  test.each([
    ['', 'The program is empty; write a line such as L = (yhat - y)^2', 'line 1, column 1'],
    [
      '# only this',
      'The program is empty; write a line such as L = (yhat - y)^2',
      'line 1, column 1',
    ],
    [
      's + 1',
      'Expected "=", but found "+"; every line reads name = expression',
      'line 1, column 3',
    ],
    ['L = ', 'Expected a number, a name or "(", but the program ends', 'line 1, column 5'],
    ['L = s t', 'Expected an operator or a new line, but found "t"', 'line 1, column 7'],
    ['L = 2s', 'Expected an operator or a new line, but found "s"', 'line 1, column 6'],
    ['L = (s', 'Expected an operator or ")", but the program ends', 'line 1, column 7'],
    ['L = (s +\n1)', 'Expected a number, a name or "(", but found a new line', 'line 1, column 9'],
    ['L = s)', 'Expected an operator or a new line, but found ")"', 'line 1, column 6'],
    [
      'L = [1, 2]',
      'Expected a number, a name or "(", but found "["; matrices are given in "data" or "parameters"',
      'line 1, column 5',
    ],
    ['a = s\nL = ŷ', 'Expected a number, a name or "(", but found "ŷ"', 'line 2, column 5'],
    [
      `L = ${'('.repeat(20_000)}`,
      'Brackets nest deeper than 200; give the inner parts names',
      'line 1, column 205',
    ],
    [
      'L = y',
      'y has no value; give it in "data" or "parameters", or define it on a line above',
      'line 1, column 5',
    ],
    ['yhat = s\nL = yhatt * 2', 'yhatt has no value. Did you mean "yhat"?', 'line 2, column 5'],
    [
      'L = toString',
      'toString has no value; give it in "data" or "parameters", or define it on a line above',
      'line 1, column 5',
    ],
    [
      'L = z\nz = s',
      'z is used before the line that defines it; move that line up',
      'line 1, column 5',
    ],
    ['L = L + s', 'L is used in its own definition', 'line 1, column 5'],
    ['L = sum + s', 'sum is a function; write sum(…)', 'line 1, column 5'],
    ['L = sigmod(s)', 'There is no function sigmod. Did you mean "sigmoid"?', 'line 1, column 5'],
    ['L = ln(s)', 'There is no function ln. Did you mean "log"?', 'line 1, column 5'],
    ['L = s(t)', 's is no function; write s * (…) for a product', 'line 1, column 5'],
    ['L = sum(s, t)', 'sum takes one argument, but has 2', 'line 1, column 5'],
    ['L = exp()', 'exp takes one argument, but has 0', 'line 1, column 5'],
    ['a = s\na = s', 'a is defined twice; each name stands for one quantity', 'line 2, column 1'],
    [
      's = 1',
      's is given in "parameters" already; choose another name for this line',
      'line 1, column 1',
    ],
    ['exp = s', 'exp is a function, so no line can have that name', 'line 1, column 1'],
    [
      `L = ${'a'.repeat(33)}`,
      'The name aaaaaaaaaaaa… is longer than 32 characters',
      'line 1, column 5',
    ],
    ['L = 1e999 * s', '1e999 is too large for a number', 'line 1, column 5'],
    [
      'L = sum(A * x)',
      'A * x: A is 3×2 but x is 3×1, so the inner dimensions 2 and 3 differ',
      'line 1, column 11',
    ],
    [
      'L = sum(A * A)',
      'A * A: A is 3×2 but A is 3×2, so the inner dimensions 2 and 3 differ; write .* to multiply entry by entry',
      'line 1, column 11',
    ],
    [
      "L = sum(x - x')",
      "x - x': x is 3×1 but x' is 1×3; transpose one of them",
      'line 1, column 11',
    ],
    [
      'L = sum(x + v)',
      'x + v: x is 3×1 but v is 2×1, and neither can be repeated to fit the other',
      'line 1, column 11',
    ],
    [
      'L = sum(A / x)',
      'A / x: x is 3×1, and / divides by a single number; write ./ to divide entry by entry',
      'line 1, column 11',
    ],
    [
      'L = sum(A ^ 2)',
      'A ^ 2: A is 3×2, and ^ takes single numbers; write .^ to raise entry by entry',
      'line 1, column 11',
    ],
    [
      'L = norm2(A)',
      'norm2 takes a vector, but A is 3×2; write sqrt(sqnorm(…)) for a matrix',
      'line 1, column 5',
    ],
    [
      'L = A',
      'L is to be minimised, so it must be a single number, but is 3×2; sum(…) or mean(…) makes it one',
      'line 1, column 1',
    ],
    ['L = 2', 'L is to be minimised, but depends on no data or parameter', 'line 1, column 1'],
    ['a = s\nL = t', 'L does not depend on the parameter s', 'parameters.s'],
    [
      's_new = s * 2\nL = s_new',
      's_new is what s is called after its update; choose another name',
      'line 1, column 1',
    ],
    [
      `L = s${' + s'.repeat(5000)}`,
      'The program has more than 5000 operations',
      'line 1, column 20003',
    ],
  ])('%.40s', (program, error, where) => {
    expect(faultOf(compile(programOf(program)))).toEqual([error, where]);
  });

  test('a value that is never used', () => {
    expect(faultOf(compile(programOf('L = s', { data: { y: 1 } })))).toEqual([
      'y is in "data", but the program never uses it',
      'data.y',
    ]);
  });

  test('a quantity to minimise that no line defines', () => {
    expect(faultOf(compile(programOf('loss = s', { minimise: 'Loss1' })))).toEqual([
      '"minimise" is Loss1, but no line defines that. Did you mean "loss"?',
      'minimise',
    ]);
  });
});
