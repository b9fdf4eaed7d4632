import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeOf, quantitiesOf, rootOf } from '../engine';
import { parseProblem } from '../problem';
import { compile } from '.';
import { compiledOf, describeNodes, programOf } from './testing/programs';

test('every operation as written is a node of its own, and a line names the last', () => {
  const { graph } = compiledOf("z = v' * A' # no sharing\n\n; L = sum(z .^ 2) + sum(z .^ 2)");
  expect(describeNodes(graph)).toEqual([
    'v parameter input() 2×1',
    '_1 intermediate transpose(v) 1×2',
    'A parameter input() 3×2',
    '_3 intermediate transpose(A) 2×3',
    'z intermediate matmul(_1 _3) 1×3',
    '_5 constant constant() 1×1',
    '_6 intermediate power(z _5) 1×3',
    '_7 intermediate sum(_6) 1×1',
    '_8 constant constant() 1×1',
    '_9 intermediate power(z _8) 1×3',
    '_10 intermediate sum(_9) 1×1',
    'L loss add(_7 _10) 1×1',
  ]);
  expect(graph.root).toBe(11);
});

test('a second name for a quantity is a node of its own', () => {
  expect(describeNodes(compiledOf('a = s\nL = a').graph)).toEqual([
    's parameter input() 1×1',
    'a intermediate identity(s) 1×1',
    'L loss identity(a) 1×1',
  ]);
});

test('a minus before a number is part of the number', () => {
  const { graph } = compiledOf('L = s * -2');
  expect(graph.nodes[1]?.op).toEqual({ kind: 'constant', value: -2 });
});

test('data and parameters have gradients, constants and what is made of them have none', () => {
  const { graph } = compiledOf('c = 2 * 3\nL = c * s * t', {
    data: { t: 3 },
    parameters: { s: 2 },
  });
  expect(graph.nodes.filter((n) => !n.differentiable).map((n) => n.id)).toEqual(['_0', '_1', 'c']);
  expect(nodeOf(graph, 't')).toMatchObject({ role: 'input', differentiable: true });
  expect(graph.parameters.map((p) => graph.nodes[p]?.id)).toEqual(['s']);
});

test('what is minimised may stand on an earlier line; what comes below is left out', () => {
  const { graph, values } = compiledOf('p = s + 1\nq = t\nL = p ^ 2\nM = L * u', {
    minimise: 'L',
    data: { t: 3, u: 5 },
    parameters: { s: 2 },
  });
  expect(rootOf(graph).id).toBe('L');
  expect(graph.nodes.at(-1)?.id).toBe('L');
  expect([...values.keys()]).toEqual(['t', 's']);
  expect(nodeOf(graph, 'q')?.differentiable).toBe(false);
});

test('no two quantities share a name, whatever the author calls them', () => {
  const name = fc.constantFrom(
    's',
    'd',
    'ds',
    'd_s',
    'dds',
    'd_',
    'd_2',
    'd__2',
    'constructor',
    'new',
    'd_new',
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), ([first = '', ...rest]) => {
      const program = rest.map((id, i) => `${id} = ${rest[i - 1] ?? first} * 2`).join('\n');
      const compiled = compile(programOf(program, { parameters: { [first]: 1 } }));
      if (!compiled.ok) {
        expect(compiled.fault.error).toMatch(/after its update/);
        return;
      }
      const { graph } = compiled.value;
      const expected = graph.nodes.length + graph.nodes.filter((n) => n.differentiable).length;
      expect(quantitiesOf(graph).size).toBe(expected + graph.parameters.length);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('the example of the format compiles from its file', () => {
  const problem = parseProblem({
    format: 'backstep-problem',
    version: 1,
    program: 'z = sigmoid(w*x^2 + b)\nyhat = tanh(z)\nL = (yhat - y)^2',
    minimise: 'L',
    data: { x: 1.5, y: 0.2 },
    parameters: { w: 0.7, b: -0.4 },
  });
  expect(problem.ok && compile(problem.value)).toMatchObject({ ok: true });
});

test('the same problem is compiled once, whoever asks', () => {
  const problem = programOf('L = (s - 1)^2');
  const first = compile(problem);
  expect(compile(problem)).toBe(first);
  expect(compile({ ...problem, program: 'L = s^2' })).not.toBe(first);
});
