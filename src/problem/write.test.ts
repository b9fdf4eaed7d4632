import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ACTIVATIONS,
  LOSSES,
  type NetworkProblem,
  NOTATIONS,
  type ProgramProblem,
  parseProblem,
  readProblem,
  writeProblem,
} from '.';

/** As JSON makes them, with the usual prototype. */
function record<T, K extends keyof T>(
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
  constraints: { requiredKeys?: K[] } = {},
) {
  return fc.record(model, { ...constraints, noNullPrototype: true });
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const tensor = fc.oneof(
  number,
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, cols]) =>
    fc.array(fc.array(number, { minLength: cols, maxLength: cols }), {
      minLength: rows,
      maxLength: rows,
    }),
  ),
);

function tensors(prefix: string) {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/),
    fc.constantFrom('constructor', 'toString', 'hasOwnProperty'),
  );
  return fc
    .uniqueArray(fc.tuple(name, tensor), { selector: ([key]) => key, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries.map(([key, value]) => [prefix + key, value])));
}

const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter((s) => !/[\p{Cc}\p{Cs}]/u.test(s));

const common = {
  title: text,
  data: tensors('x'),
  parameters: tensors('w'),
  optimizer: record({ kind: fc.constant('sgd' as const), learningRate: number.map(Math.abs) }),
};
const optional = {
  source: record({ document: text, section: text }, { requiredKeys: ['document'] }),
  description: text,
  notation: fc.constantFrom(...NOTATIONS),
};
const required = ['kind', 'title', 'data', 'parameters', 'optimizer'] as const;

const networkProblem: fc.Arbitrary<NetworkProblem> = record(
  {
    kind: fc.constant('network' as const),
    ...common,
    ...optional,
    network: record({
      examples: fc.constantFrom('columns' as const, 'rows' as const),
      weights: fc.constantFrom('out-in' as const, 'in-out' as const),
      inputs: fc.integer({ min: 1, max: 9 }),
      layers: fc.array(
        record({
          units: fc.integer({ min: 1, max: 9 }),
          activation: fc.constantFrom(...ACTIVATIONS),
          bias: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      loss: record({
        kind: fc.constantFrom(...LOSSES),
        fromLogits: fc.boolean(),
        scale: fc.constantFrom(1 as const, 0.5 as const),
        over: fc.constantFrom('sum' as const, 'mean' as const, 'mean-all' as const),
      }),
    }),
  },
  { requiredKeys: [...required, 'network'] },
);

const programProblem: fc.Arbitrary<ProgramProblem> = record(
  {
    kind: fc.constant('program' as const),
    ...common,
    ...optional,
    program: text,
    minimise: fc.constantFrom('L', 'J'),
    examples: fc.constantFrom('columns' as const, 'rows' as const),
  },
  { requiredKeys: [...required, 'program', 'examples'] },
);

test('reading what was written gives the same problem, to the last bit and sign of zero', () => {
  fc.assert(
    fc.property(fc.oneof(networkProblem, programProblem), (problem) => {
      const read = readProblem(writeProblem(problem));
      expect(read).toStrictEqual({ ok: true, value: problem });
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a matrix is written one row a line', () => {
  const read = parseProblem({
    format: 'backstep-problem',
    version: 1,
    title: 'Line',
    program: 'L = sum(A)',
    parameters: {
      A: [
        [1, -0, 0.5],
        [3, 4, 1e-7],
      ],
    },
  });
  expect(read.ok && writeProblem(read.value)).toBe(`{
  "format": "backstep-problem",
  "version": 1,
  "title": "Line",
  "program": "L = sum(A)",
  "examples": "columns",
  "data": {},
  "parameters": {
    "A": [
      [1, -0, 0.5],
      [3, 4, 1e-7]
    ]
  },
  "optimizer": { "kind": "sgd", "learningRate": 0.1 }
}
`);
});
