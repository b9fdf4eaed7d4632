import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { faultsOf, type ProgramProblem, readProblem } from '../problem';
import { compile } from '.';
import { everyProblem } from './testing/cases';
import { programOf } from './testing/programs';
import { type Agreement, agreement } from './testing/smooth';

const PLACE = /^(program, line \d+, column \d+|(data|parameters)\..+|minimise)$/;

/** Whether a place is one of the text: a column of the line, or the end of it. */
function isWithin(text: string, where: string): boolean {
  const [, line, column] = /line (\d+), column (\d+)/.exec(where) ?? [];
  if (line === undefined) return PLACE.test(where);
  const own = text.split('\n')[Number(line) - 1];
  return own !== undefined && Number(column) >= 1 && Number(column) <= own.length + 1;
}
/** As many operations as the compiler lets through, and the leaves beside them. */
const MOST_NODES = 5100;

/** What became of a text: a sentence with a place, or a graph within the budget. */
function outcome(problem: ProgramProblem): Agreement | 'refused' {
  const compiled = compile(problem);
  if (!compiled.ok) {
    const faults = faultsOf(compiled);
    for (const { error, where } of faults) {
      expect(error).toMatch(/^\S.{8,}/u);
      expect(error).not.toMatch(/undefined|\[object|NaN/);
      expect(where).toMatch(PLACE);
      expect(isWithin(problem.program, where), where).toBe(true);
    }
    // None is said twice.
    expect(new Set(faults.map(({ error, where }) => error + where)).size).toBe(faults.length);
    return 'refused';
  }
  expect(compiled.value.graph.nodes.length).toBeLessThanOrEqual(MOST_NODES);
  return agreement(compiled.value);
}

const programs = [...everyProblem().values()].filter((p) => p.kind === 'program');

const STRANGE =
  'constructor __proto__ toString hasOwnProperty σ ŷ − × ² ᵀ ( ) [ ] \' " ` \\ \0 \n # = == ^ .^ ' +
  "' , ; 0 1e999 .5 e eval x s L а α 😀 \u202e \ufeff \u00a0 ＝";
const piece = fc.constantFrom(...STRANGE.split(' '), ' ', '\n', 's', '2', '+', '*', ')');

interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly put: readonly string[];
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(4),
  put: fc.array(piece, { maxLength: 3 }),
});

function changed(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { at, drop, put }) => {
    const start = Math.floor(at * before.length);
    return before.slice(0, start) + put.join('') + before.slice(start + drop);
  }, text);
}

test('a changed program has a fault with a place, or gradients that agree with differences', () => {
  const seen = { refused: 0, agrees: 0, differs: 0, 'not smooth': 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...programs),
      fc.array(edit, { maxLength: 3 }),
      (problem, edits) => {
        const result = outcome({ ...problem, program: changed(problem.program, edits) });
        seen[result]++;
        expect(result).not.toBe('differs');
      },
    ),
    { seed: 11, numRuns: 1500 },
  );
  expect(seen.refused).toBeGreaterThan(300);
  expect(seen.agrees).toBeGreaterThan(200);
});

test('a random program has gradients that agree with differences in a random direction', () => {
  const { scalar } = fc.letrec<{ scalar: string; column: string }>((tie) => ({
    scalar: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('s', 't', '2', '0.5'),
      fc
        .tuple(tie('scalar'), fc.constantFrom('+', '-', '*', '/'), tie('scalar'))
        .map(([a, op, b]) => `(${a} ${op} (${b}))`),
      fc
        .tuple(fc.constantFrom('tanh', 'sigmoid', 'sin', 'softplus'), tie('scalar'))
        .map(([f, e]) => `${f}(${e})`),
      fc
        .tuple(fc.constantFrom('sum', 'sqnorm', 'mean'), tie('column'))
        .map(([f, e]) => `${f}(${e})`),
      tie('column').map((c) => `(${c})' * (${c})`),
    ),
    column: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('x', 'A * v', "(v' * A')'"),
      fc
        .tuple(tie('column'), fc.constantFrom('+', '-', '.*'), tie('column'))
        .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
      fc
        .tuple(fc.constantFrom('tanh', 'sigmoid', 'cos', 'softmax'), tie('column'))
        .map(([f, e]) => `${f}(${e})`),
      fc.tuple(tie('scalar'), tie('column')).map(([a, b]) => `(${a}) * (${b})`),
    ),
  }));
  let agrees = 0;
  fc.assert(
    fc.property(fc.array(scalar, { minLength: 1, maxLength: 3 }), (lines) => {
      const named = lines.map((line, i) => `q${i} = ${line}`);
      const program = [...named, `L = s * ${lines.map((_, i) => `q${i}`).join(' + ')}`].join('\n');
      const result = outcome(programOf(program));
      expect(result, program).not.toBe('differs');
      if (result === 'agrees') agrees++;
    }),
    { seed: 21, numRuns: 400 },
  );
  expect(agrees).toBeGreaterThan(250);
});

describe('bad input ends with a sentence and a place', () => {
  it('10 kB of random characters', () => {
    const text = fc.string({ unit: 'binary', minLength: 10_000, maxLength: 10_000 });
    const printable = fc.string({ unit: 'grapheme-ascii', minLength: 10_000, maxLength: 10_000 });
    fc.assert(
      fc.property(fc.oneof(text, printable), (program) => {
        expect(outcome(programOf('L = s', { program }))).toBe('refused');
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  const n = 10_000;
  it.each([
    ['nested brackets', `L = ${'('.repeat(n)}s${')'.repeat(n)}`],
    ['brackets that are never closed', `L = ${'('.repeat(n)}`],
    ['brackets that were never opened', `L = s${')'.repeat(n)}`],
    ['nested calls', `L = ${'tanh('.repeat(n)}s${')'.repeat(n)}`],
    ['nested square brackets', `L = ${'['.repeat(n)}1${']'.repeat(n)}`],
    ['brackets after each sign', `L = ${'-('.repeat(n)}s${')'.repeat(n)}`],
    ['more operations than the budget', `L = s${' + s * t'.repeat(n)}`],
    ['more lines than the budget', Array.from({ length: n }, (_, i) => `q${i} = s + t`).join('\n')],
    ['a chain of powers', `L = s${' ^ s'.repeat(n)}`],
    ['a very long name', `L = ${'x'.repeat(n)}`],
    ['a very long number', `L = s * ${'9'.repeat(n)}`],
  ])('10 000 %s', (_, program) => {
    expect(outcome(programOf('L = s * t', { program }))).toBe('refused');
  });

  it('a matrix literal of a million elements', () => {
    const row = `[${Array.from({ length: 1_000_000 }, (_, i) => i % 10).join(' ')}]`;
    const compiled = compile(programOf('L = s', { program: `L = sum(${row})` }));
    expect(!compiled.ok && compiled.fault.where).toBe('program, line 1, column 9');
    const file = { format: 'backstep-problem', version: 1, title: 'T', program: `L = ${row}` };
    const read = readProblem(JSON.stringify(file));
    expect(!read.ok && read.fault.error).toMatch(/characters/);
  });

  it('says where the budget of operations is spent', () => {
    const compiled = compile(programOf(`L = s${' + s'.repeat(6000)}`));
    expect(!compiled.ok && compiled.fault.error).toMatch(/more than 5000 operations/);
    expect(!compiled.ok && compiled.fault.where).toMatch(/^program, line 1, column \d+$/);
  });

  it('says where the budget of numbers is spent, at the operation that passes it', () => {
    const column = Array.from({ length: 2200 }, (_, i) => [i]);
    // v * v' has 4.84 million numbers, so the third is too much.
    const data = { v: column };
    for (const [program, place] of [
      ["a = v * v'\nb = a + 1\nL = sum(a) + sum(tanh(b))\nM = L", 'line 3, column 18'],
      ["L = sum(v * v' + v * v')", 'line 1, column 16'],
      ["a = v * v'\nb = a\nc = b\nL = sum(c)", 'line 3, column 5'],
    ]) {
      const compiled = compile({
        ...programOf('L = s'),
        data,
        parameters: {},
        program: program ?? '',
      });
      expect(!compiled.ok && compiled.fault.error).toMatch(
        /^One pass would compute .* the limit is/,
      );
      expect(!compiled.ok && compiled.fault.where).toBe(`program, ${place}`);
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    'the name %s is no way into the page',
    (name) => {
      for (const program of [
        `L = ${name}`,
        `L = ${name}(s)`,
        `L = s.${name}`,
        `${name} = s\nL = ${name} * s`,
        `L = s * t\nM = ${name}`,
      ]) {
        const result = outcome(programOf('L = s * t', { program }));
        expect(['refused', 'agrees']).toContain(result);
      }
      expect(({} as Record<string, unknown>).s).toBeUndefined();
    },
  );

  it.each([...'σα−×·²ᵀ√Σ‖аοрес＝（\u00a0\u200b𝑥ⅼ'])('the look-alike %s', (c) => {
    for (const program of [`L = s ${c} t`, `L = ${c}`, `${c} = s`, `L = s${c}`])
      expect(outcome(programOf('L = s * t', { program }))).toBe('refused');
  });
});

test('no source of the compiler evaluates text', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder).filter((f) => /\.(ts|js)$/.test(f) && !/\.test\./.test(f));
  expect(sources.length).toBeGreaterThan(10);
  for (const file of sources)
    expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/\beval\s*\(|new Function\b/);
});
