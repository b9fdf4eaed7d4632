import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../engine';
import { compile } from '.';
import { compiledOf, pass, programOf } from './testing/programs';

test('long chains of operators compile, however deep their trees', () => {
  for (const chain of [
    `${'-'.repeat(4000)}s`,
    `s${"'".repeat(4000)}`,
    `s${' ^ 1'.repeat(2000)}`,
    `s${' + s'.repeat(4000)}`,
  ]) {
    expect(compile(programOf(`L = ${chain}`)).ok).toBe(true);
  }
});

test('no text makes the compiler throw', () => {
  const token = fc.constantFrom(
    ...[
      's',
      'x',
      'A',
      'v',
      'L',
      '=',
      '=',
      '\n',
      '+',
      '-',
      '*',
      '.*',
      '/',
      './',
      '^',
      '.^',
      "'",
      '(',
      ')',
      ',',
    ],
    ...['sum', 'norm2', '2', '0.5', '#', ';', '[', 'ŷ', '\0', '"'],
  );
  const program = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));
  fc.assert(
    fc.property(fc.oneof(program, fc.string({ unit: 'binary' })), (text) => {
      const compiled = compile(programOf(text));
      if (!compiled.ok) expect(compiled.fault.error.length).toBeGreaterThan(10);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('random scalar expressions compile and compute one number', () => {
  const column = fc
    .constantFrom('x', '(A * v)', '(B * v)', "(x' * A)'", '(s * v)', '(v - t)')
    .map(String);
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('s', 't', '2', '0.5', '-1'),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '.*', '^'), tie('expression'))
        .map((p) => p.join(' ')),
      tie('expression').map((e) => `(${e})`),
      fc
        .tuple(fc.constantFrom('tanh', 'sigmoid', 'relu', 'cos'), tie('expression'))
        .map(([f, e]) => `${f}(${e})`),
      fc
        .tuple(fc.constantFrom('sum', 'norm2', 'mean'), column, tie('expression'))
        .map(([f, c, e]) => `${f}(${c} * (${e}))`),
    ),
  }));
  fc.assert(
    fc.property(expression, (e) => {
      const snapshot = pass(compiledOf(`L = s * (${e})`));
      expect(read(snapshot, 'value', 'L')?.data.length).toBe(1);
    }),
    { seed: 9, numRuns: 300 },
  );
});
