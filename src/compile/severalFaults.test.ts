import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../problem';
import { compile } from '.';
import { NO_MEMORY, withProgram } from './infer';
import { programOf } from './testing/programs';

/** Place and beginning of everything that is said of a program with the test's values. */
function saidOf(program: string): readonly string[] {
  const compiled = compile(programOf(program));
  if (compiled.ok) return [];
  return faultsOf(compiled).map(({ error, where }) =>
    `${where.replace(/^program, line (\d+), column (\d+)$/, '$1:$2')} ${error}`.slice(0, 44),
  );
}

describe('all that is wrong with a program is said at once, each with its place', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'two unknown functions on two lines',
      'a = sigmod(s)\nL = ln(a)',
      [
        '1:5 There is no function sigmod. Did you mea',
        '2:5 There is no function ln. Did you mean "l',
      ],
    ],
    [
      'two on one line',
      'L = sigmod(s) + ln(s)',
      [
        '1:5 There is no function sigmod. Did you mea',
        '1:17 There is no function ln. Did you mean "',
      ],
    ],
    [
      'a cycle and a wrong number of arguments',
      'a = b\nb = a + s\nL = sum(s, t)',
      ['1:5 a needs b and b needs a, so none of them', '3:5 sum takes one argument, but has 2'],
    ],
    [
      'what cannot be read and what has no such shape',
      'a = (s +\nb = A * A\nL = a * sum(b)',
      [
        '1:9 Expected a number, a name or "(", but fo',
        '2:7 A * A: A is 3×2 but A is 3×2, so the inn',
      ],
    ],
    [
      'a name given twice and a character that only looks like one',
      'a = s\na = t\nL = a × s',
      [
        '2:1 a is defined twice; each name stands for',
        '3:7 The character × (multiplication sign) is',
      ],
    ],
    [
      'an error in a line and a loss that is no number',
      'a = nothing(s)\nL = A',
      [
        '1:5 There is no function nothing; there are ',
        '2:1 L is to be minimised, so it must be a si',
      ],
    ],
  ])('%s', (_, program, said) => {
    expect(saidOf(program)).toEqual(said);
  });
});

describe('what merely follows from another fault is not said', () => {
  it.each<readonly [string, string, string]>([
    ['the use of a line that failed', 'a = sigmod(s)\nb = a * a\nL = tanh(a) + b', '1:5'],
    ['the use of a line that cannot be read', 'a = s +\nL = a * s', '1:8'],
    ['a name without a value, again', 'a = q * s\nL = q + a', '1:5'],
    ['the rest of an expression that went on in the next line', 'L = (s +\nt) * 2', '1:9'],
    ['the shape of a loss that has none', 'L = A * A', '1:7'],
    ['the part of a line beside one that failed', 'L = A * A + x', '1:7'],
  ])('%s', (_, program, place) => {
    expect(saidOf(program).map((said) => said.split(' ')[0])).toEqual([place]);
  });
});

it('a line that is wrong never hides or adds what is wrong with a line that has nothing to do with it', () => {
  const wrong = fc.constantFrom(
    'sigmod(s)',
    's +',
    'sum(s, t)',
    'A * A',
    's × t',
    '1e999',
    's t',
    '(s',
  );
  const right = fc.constantFrom('s * t', 'tanh(s)', 'sum(A)', 'sqnorm(x)');
  const line = fc.oneof(
    wrong.map((text) => ({ text, isWrong: true })),
    right.map((text) => ({ text, isWrong: false })),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const program = [
        ...lines.map(({ text }, i) => `q${i} = ${text}`),
        'L = s * t * sum(A) * sum(x)',
      ].join('\n');
      const places = saidOf(program).map((said) => Number(said.split(':')[0]));
      expect(places).toEqual(lines.flatMap(({ isWrong }, i) => (isWrong ? [i + 1] : [])));
    }),
    { seed: 8, numRuns: 300 },
  );
});

describe('in the editor', () => {
  const faultsTyped = (text: string) => {
    const made = withProgram(programOf('L = s'), text, NO_MEMORY);
    return made.ok ? [] : faultsOf(made).map(({ where }) => where);
  };

  it('names that nobody knows are no fault beside those of other lines', () => {
    expect(faultsTyped('a = foo(w1)\nb = bar(w2) * x1\nL = a + b')).toEqual([
      'program, line 1, column 5',
      'program, line 2, column 5',
    ]);
  });

  it('a line that is half written makes no fault of the shapes of others', () => {
    expect(faultsTyped('h = W * x\nd = h - y\nL = sum(d')).toEqual(['program, line 3, column 10']);
    expect(faultsTyped('h = W * (x\nd = h - y\nL = sum(d)')).toEqual([
      'program, line 1, column 11',
    ]);
  });

  it('too long a text, and too many names, have the place where the limit is passed', () => {
    expect(faultsTyped(`L = s\n${' '.repeat(20_000)}`)).toEqual(['program, line 2, column 19995']);
    const names = Array.from({ length: 502 }, (_, i) => `n${i}`);
    expect(faultsTyped(`L = s\nM = ${names.join(' + ')}`)).toEqual([
      `program, line 2, column ${5 + names.slice(0, 499).join(' + ').length + 3}`,
    ]);
  });

  it('of very many lines that are wrong the first twenty are said', () => {
    const text = Array.from({ length: 1500 }, (_, i) => `q${i} = )`).join('\n');
    expect(faultsTyped(text)).toHaveLength(20);
  });
});
