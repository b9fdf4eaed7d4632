import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passOnce, read, rootOf } from '../../engine';
import type { ProgramProblem } from '../../problem';
import { compile } from '../compile';
import { everyProblem } from '../testing/cases';
import { type Memory, NO_MEMORY, withGroup, withProgram, withShape } from '.';

const EMPTY: ProgramProblem = {
  kind: 'program',
  title: 'Test',
  program: '',
  examples: 'columns',
  data: {},
  parameters: {},
  optimizer: { kind: 'sgd', learningRate: 0.1 },
};

function proposed(text: string, before: ProgramProblem = EMPTY, memory: Memory = NO_MEMORY) {
  const result = withProgram(before, text, memory);
  if (!result.ok) throw new Error(`${result.fault.error} (${result.fault.where})`);
  return result.value;
}

const shapesOf = (text: string) =>
  Object.fromEntries(proposed(text).names.map(({ name, shape }) => [name, shape.join('×')]));
const kindsOf = (text: string) =>
  Object.fromEntries(proposed(text).names.map(({ name, group }) => [name, group]));

describe('names without a value get a shape that fits', () => {
  test.each([
    ['L = sum((W*x + b - y)^2)', { W: '1×2', x: '2×1', b: '1×1', y: '1×1' }],
    ['L = sum((W*x + b - y).^2)', { W: '3×2', x: '2×1', b: '3×1', y: '3×1' }],
    ['L = (tanh(sigmoid(w*x^2 + b)) - y)^2', { w: '1×1', x: '1×1', b: '1×1', y: '1×1' }],
    ["L = -y*log(relu(w'*x + b))", { y: '1×1', w: '2×1', x: '2×1', b: '1×1' }],
    ['L = sqnorm(sigmoid(x)*W - y)', { x: '1×2', W: '2×1', y: '1×1' }],
    ["f = b'*sigmoid(A*x)", { b: '3×1', A: '3×2', x: '2×1' }],
    ['f = x1^2 + x1*x2 + 4*x2^2', { x1: '1×1', x2: '1×1' }],
    ['Z = W*X + b\nJ = sum((Z - Y).^2)', { W: '4×2', X: '2×3', b: '4×1', Y: '4×3' }],
    ['Z = X*W + b\nJ = sum((Z - Y).^2)', { X: '2×3', W: '3×4', b: '1×4', Y: '2×4' }],
    ['L = norm2(constructor * toString)', { constructor: '1×1', toString: '1×1' }],
  ])('%s', (text, shapes) => {
    expect(shapesOf(text)).toEqual(shapes);
  });

  test('the reason names what a name meets', () => {
    const { names } = proposed("f = b'*sigmoid(A*x)");
    const reasons = Object.fromEntries(names.map(({ name, reason }) => [name, reason]));
    expect(reasons).toEqual({
      A: 'A*x meets x, 2×1',
      x: undefined,
      b: "b'*sigmoid(A*x) meets sigmoid(A*x), 3×1",
    });
  });
});

describe('names without a value become data or parameters', () => {
  test.each([
    ['L = sum((W*x + b - y)^2)', { W: 'parameters', b: 'parameters', x: 'data', y: 'data' }],
    ["f = b'*sigmoid(A*x)", { A: 'data', x: 'data', b: 'parameters' }],
    ['f = x1^2 + x1*x2 + 4*x2^2', { x1: 'parameters', x2: 'parameters' }],
    ['side = 2 * w\nL = (v * x - y)^2', { w: 'data', v: 'parameters', x: 'data', y: 'data' }],
  ])('%s', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });
});

describe('the text alone of every golden expression and library program is a page', () => {
  const programs = [...everyProblem()].filter(([, p]) => p.kind === 'program');
  test.each(programs)('%s', (_, problem) => {
    if (problem.kind !== 'program') return;
    const { problem: found } = proposed(problem.program, { ...EMPTY, examples: problem.examples });
    const compiled = compile(found);
    if (!compiled.ok) throw new Error(compiled.fault.error);
    expect(rootOf(compiled.value.graph).shape).toEqual([1, 1]);
    const names = (tensors: object) => Object.keys(tensors);
    expect([...names(found.data), ...names(found.parameters)].sort()).toEqual(
      [...names(problem.data), ...names(problem.parameters)].sort(),
    );
  });
});

/** Expressions with the shapes that they have, so that each program is valid by its making. */
const typed = fc.letrec<Record<'number' | 'column' | 'row' | 'matrix', string>>((tie) => {
  const entrywise = (of: 'number' | 'column' | 'row' | 'matrix') => [
    fc
      .tuple(tie(of), fc.constantFrom('+', '-', '.*'), tie(of))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('tanh', 'sigmoid', 'relu'), tie(of)).map(([f, a]) => `${f}(${a})`),
  ];
  const any = { depthSize: 'small' } as const;
  return {
    number: fc.oneof(
      any,
      fc.constantFrom('a', 's', '2', '0.5'),
      ...entrywise('number'),
      fc.tuple(tie('row'), tie('column')).map(([r, c]) => `(${r} * ${c})`),
      fc
        .tuple(fc.constantFrom('sum', 'mean', 'sqnorm'), tie('column'))
        .map(([f, c]) => `${f}(${c})`),
    ),
    column: fc.oneof(
      any,
      fc.constantFrom('x', 'v'),
      ...entrywise('column'),
      fc.tuple(tie('matrix'), tie('column')).map(([m, c]) => `(${m} * ${c})`),
      tie('row').map((r) => `${r}'`),
    ),
    row: fc.oneof(
      any,
      fc.constantFrom("x'", "v'"),
      tie('column').map((c) => `(${c})'`),
    ),
    matrix: fc.oneof(
      any,
      fc.constantFrom('A', 'W'),
      ...entrywise('matrix'),
      fc.tuple(tie('matrix'), tie('matrix')).map(([a, b]) => `(${a} * ${b})`),
    ),
  };
});

test('whatever valid program loses its values, the shapes found for it compile', () => {
  fc.assert(
    fc.property(typed.number, fc.constantFrom('', 'h = W * x + b\n'), (e, line) => {
      const text = `${line}L = s * (${e})${line && ' + sum(h)'}`;
      const { problem } = proposed(text);
      const compiled = compile(problem);
      expect(compiled.ok).toBe(true);
      if (!compiled.ok) return;
      const { graph, values } = compiled.value;
      const loss = read(passOnce(graph, values, problem.optimizer), 'value', 'L');
      expect(loss?.data.length).toBe(1);
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('numbers are readable, and finite wherever some are', () => {
  const { problem } = proposed('L = sum(log(x)) + sqrt(w)');
  const x = problem.data.x as number[][];
  expect(x.flat().every((n) => n > 0 && Math.abs(n * 10 - Math.round(n * 10)) < 1e-9)).toBe(true);
});

test('given numbers stay, and what is new fits them', () => {
  const before: ProgramProblem = { ...EMPTY, program: 'L = sum(x)', data: { x: [[1], [2], [5]] } };
  const { problem, names } = proposed('L = sum(W * x)', before);
  expect(problem.data.x).toEqual([[1], [2], [5]]);
  expect(names.find(({ name }) => name === 'W')?.shape).toEqual([2, 3]);
});

test('a name that is deleted and comes back has its numbers again', () => {
  const before: ProgramProblem = { ...EMPTY, program: 'L = w * s', parameters: { w: 7, s: 3 } };
  const without = proposed('L = s', before);
  expect(Object.keys(without.problem.parameters)).toEqual(['s']);
  const again = proposed('L = w * s', without.problem, without.memory);
  expect(again.problem.parameters).toEqual({ w: 7, s: 3 });
});

test('a proposal follows the program, numbers that were set do not', () => {
  const first = proposed('L = sum(W * x)');
  const scalar = proposed('L = W * x^2', first.problem, first.memory);
  expect(scalar.problem.data.x).toBeTypeOf('number');
  const own = { ...first.problem, data: { x: [[4], [5]] } };
  const kept = withProgram(own, 'L = W * x^2', first.memory);
  expect(kept).toMatchObject({
    ok: false,
    fault: { error: expect.stringContaining('x is 2×1, and ^ takes single numbers') },
  });
});

test('a shape that is chosen is kept, the others follow', () => {
  const first = proposed('L = sum((W*x + b - y).^2)');
  const result = withShape(first.problem, 'x', [5, 1], first.memory);
  if (!result.ok) throw new Error(result.fault.error);
  const shapes = Object.fromEntries(result.value.names.map(({ name, shape }) => [name, shape]));
  expect(shapes).toMatchObject({ x: [5, 1], W: [2, 5], b: [2, 1], y: [2, 1] });
});

test('a shape that cannot be is refused with the reason', () => {
  const first = proposed('L = w * x^2');
  const result = withShape(first.problem, 'x', [3, 1], first.memory);
  expect(result).toMatchObject({
    ok: false,
    fault: { error: expect.stringContaining('x cannot be 3×1: x ^ 2: x is 3×1') },
  });
});

test('a name can be made a parameter, and stays one', () => {
  const first = proposed('L = (w * x - y)^2');
  const turned = withGroup(first.problem, 'x', 'parameters', first.memory);
  if (!turned.ok) throw new Error(turned.fault.error);
  const after = proposed('L = (w * x - y)^2 + x', turned.value.problem, turned.value.memory);
  expect(Object.keys(after.problem.parameters)).toEqual(['w', 'x']);
});

test('a parameter that the last line does not need yet waits among the data', () => {
  const before: ProgramProblem = { ...EMPTY, program: 'L = w * s', parameters: { w: 7, s: 3 } };
  const more = proposed('L = w * s\nM = s^2', before);
  expect([more.problem.data, more.problem.parameters]).toEqual([{ w: 7 }, { s: 3 }]);
  const again = proposed('L = w * s\nM = L + s^2', more.problem, more.memory);
  expect(again.problem.parameters).toEqual({ w: 7, s: 3 });
});
