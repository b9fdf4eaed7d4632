import { describe, expect, test } from 'vitest';
import { read } from '../engine';
import { compiledOf, pass } from './testing/programs';

function resultOf(expression: string): number {
  const compiled = compiledOf(`L = ${expression}`);
  return read(pass(compiled), 'value', 'L')?.data[0] ?? Number.NaN;
}

describe('operators bind as in mathjs', () => {
  // s = 2, t = 3, u = 5
  test.each([
    ['s + t * u', 17],
    ['s - t - u', -6],
    ['u / s / t', 5 / 6],
    ['u / s * t', 7.5],
    ['-s ^ 2', -4],
    ['(-s) ^ 2', 4],
    ['s ^ t ^ 2', 512],
    ['(s ^ t) ^ 2', 64],
    ['s ^ -1', 0.5],
    ['s ^ -t ^ 2', 2 ** -9],
    ['-s * t', -6],
    ['s * -t', -6],
    ['- - s', 2],
    ['s - -t', 5],
    ['-2 ^ 2 + 0 * s', -4],
    ['s .^ t .^ 2', 512],
    ['s .* t + u ./ s', 8.5],
    ["sum(x' * x)", 14],
    ["sum(-x' * x)", -14],
    ["sum(x' .^ 2)", 14],
    [
      "sum((A * B)')",
      21 +
        21 +
        25 +
        31 -
        98 +
        1 * 1 +
        2 * 3 +
        3 * 1 +
        4 * 3 +
        5 * 1 +
        6 * 3 +
        1 * 2 +
        2 * 5 +
        3 * 2 +
        4 * 5 +
        5 * 2 +
        6 * 5,
    ],
    ["sum(A' * x)", 22 + 28],
    ["sum(v' * A' * x)", 78],
    ['1.5e1 * s', 30],
    ['.5 * s', 1],
    ['2.*s', 4],
    ['norm2(v) ^ 2', 5],
    ['sqnorm(A)', 91],
    ['mean(A)', 3.5],
    ["sum(A + v')", 21 + 9],
    ['sum(A + x)', 21 + 12],
    ['sum(softmax(x))', 1],
    ['abs(-s) + sqrt(s * s)', 4],
  ])('%s = %d', (expression, expected) => {
    expect(resultOf(expression)).toBeCloseTo(expected, 12);
  });
});
