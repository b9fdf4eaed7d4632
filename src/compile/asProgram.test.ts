import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../engine';
import { ACTIVATIONS, type Network, type NetworkProblem, type Problem } from '../problem';
import { programAsNetwork } from './asNetwork';
import { networkAsProgram } from './asProgram';
import { compiled, everyProblem, excess, goldens, numbersOf, passOf } from './testing/cases';

const networks = [...everyProblem()].filter(
  (entry): entry is [string, NetworkProblem] => entry[1].kind === 'network',
);

/** Where outputs are exactly 0 or 1 the logarithms that are written out are infinite. */
const SATURATED = ['edge-saturated', 'edge-logits1000'];

/** The engine's loss and gradients of every leaf that both have, of the same shapes and numbers. */
function far(a: Problem, b: Problem, tolerance: number): readonly string[] {
  const [first, second] = [compiled(a), compiled(b)];
  const [before, after] = [passOf(first), passOf(second)];
  const lossOf = (source: typeof first) => source.graph.nodes[source.graph.root]?.id ?? '';
  const loss = read(before, 'value', lossOf(first));
  const gaps = first.graph.parameters.map((p) => {
    const id = first.graph.nodes[p]?.id ?? '';
    const expected = [...(read(before, 'gradient', id)?.data ?? [])];
    return [id, excess(read(after, 'gradient', id), expected, tolerance, tolerance)] as const;
  });
  const same = excess(
    read(after, 'value', lossOf(second)),
    [...(loss?.data ?? [])],
    tolerance,
    tolerance,
  );
  return [...gaps, ['the loss', same] as const].flatMap(([id, gap]) => (gap <= 1 ? [] : [id]));
}

describe('a network as a program', () => {
  test.each(networks.filter(([id]) => !SATURATED.includes(id)))(
    '%s has the same loss and gradients to twelve digits',
    (_, network) => {
      expect(far(network, networkAsProgram(network), 1e-12)).toEqual([]);
    },
  );

  test.each(networks.filter(([id]) => !SATURATED.includes(id)))(
    '%s has the gradients that PyTorch computes of the written-out loss',
    (id, network) => {
      const golden = goldens().find((g) => g.id === id);
      if (!golden) return;
      const snapshot = passOf(compiled(networkAsProgram(network)));
      for (const [name, tensor] of Object.entries(golden.gradients)) {
        if (!/^[WbX]\d*$/.test(name)) continue;
        const gap = excess(read(snapshot, 'gradient', name), numbersOf(tensor), 1e-11, 1e-13);
        expect([name, gap <= 1]).toEqual([name, true]);
      }
    },
  );

  test.each(networks)('%s goes back to layers with the same numbers', (_, network) => {
    const back = programAsNetwork(networkAsProgram(network));
    if (!back.ok) throw new Error(back.reason);
    expect(back.value.data).toEqual(network.data);
    expect(back.value.parameters).toEqual(network.parameters);
    expect(back.value.network.layers).toEqual(network.network.layers);
    if (!SATURATED.includes(_)) expect(far(network, back.value, 1e-12)).toEqual([]);
  });
});

const decimal = fc.integer({ min: -15, max: 15 }).map((n) => n / 10);
const matrix = (rows: number, cols: number) =>
  fc.array(fc.array(decimal, { minLength: cols, maxLength: cols }), {
    minLength: rows,
    maxLength: rows,
  });

const losses = fc.oneof(
  fc.constant(['squared-error', false, undefined] as const),
  fc.constant(['binary-cross-entropy', false, 'sigmoid'] as const),
  fc.constant(['binary-cross-entropy', true, 'identity'] as const),
  fc.constant(['categorical-cross-entropy', false, 'softmax'] as const),
  fc.constant(['categorical-cross-entropy', true, 'identity'] as const),
);

/** Any architecture, in any layout. */
const anyNetwork: fc.Arbitrary<NetworkProblem> = fc
  .record({
    examples: fc.constantFrom('columns' as const, 'rows' as const),
    weights: fc.constantFrom('out-in' as const, 'in-out' as const),
    inputs: fc.integer({ min: 1, max: 3 }),
    m: fc.integer({ min: 1, max: 3 }),
    layers: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 3 }),
        activation: fc.constantFrom(...ACTIVATIONS),
        bias: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    loss: losses,
    scale: fc.constantFrom(1 as const, 0.5 as const),
    over: fc.constantFrom('sum' as const, 'mean' as const, 'mean-all' as const),
  })
  .chain(({ m, loss: [kind, fromLogits, output], scale, over, ...rest }) => {
    const layers = rest.layers.map((layer, i) =>
      i === rest.layers.length - 1 && output ? { ...layer, activation: output } : layer,
    );
    const network: Network = { ...rest, layers, loss: { kind, fromLogits, scale, over } };
    const columns = network.examples === 'columns';
    const lie = (units: number, others: number) =>
      columns ? matrix(units, others) : matrix(others, units);
    const sizes = [network.inputs, ...layers.map(({ units }) => units)];
    const parameters = layers.flatMap(({ units, bias }, i) => {
      const [rows, cols] =
        network.weights === 'out-in' ? [units, sizes[i] ?? 1] : [sizes[i] ?? 1, units];
      const w: [string, fc.Arbitrary<number[][]>] = [`W${i + 1}`, matrix(rows, cols)];
      const b: [string, fc.Arbitrary<number[][]>] = [`b${i + 1}`, lie(units, 1)];
      return bias ? [w, b] : [w];
    });
    return fc.record({
      kind: fc.constant('network' as const),
      title: fc.constant('Any'),
      network: fc.constant(network),
      data: fc.record({ X: lie(network.inputs, m), Y: lie(sizes.at(-1) ?? 1, m) }),
      parameters: fc.record(Object.fromEntries(parameters)),
      optimizer: fc.constant({ kind: 'sgd' as const, learningRate: 0.1 }),
    });
  });

test('any architecture survives the way to a program and back, with its loss and gradients', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const program = networkAsProgram(network);
      const back = programAsNetwork(program);
      if (!back.ok) throw new Error(back.reason);
      expect(far(program, networkAsProgram(back.value), 1e-9)).toEqual([]);
      expect(far(network, back.value, 1e-9)).toEqual([]);
    }),
    { seed: 4, numRuns: 400 },
  );
});

const renamed = {
  kind: 'program',
  title: 'Own names',
  examples: 'columns',
  program:
    'hidden = relu(c + V * inp)\nunused = U * hidden\nguess = unused + d\nL = 0.5 * mean((out - guess) .^ 2)',
  data: {
    inp: [
      [1, 2],
      [0.5, -1],
    ],
    out: [[1, 0]],
  },
  parameters: {
    V: [
      [0.3, -0.2],
      [0.8, 0.4],
    ],
    c: [[0.1], [0.2]],
    U: [[0.5, -0.6]],
    d: 0.3,
  },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
} as const;

test('layers are known by what they compute, whatever the lines are called', () => {
  const back = programAsNetwork(renamed);
  if (!back.ok) throw new Error(back.reason);
  expect(back.value.network).toEqual({
    examples: 'columns',
    weights: 'out-in',
    inputs: 2,
    layers: [
      { units: 2, activation: 'relu', bias: true },
      { units: 1, activation: 'identity', bias: true },
    ],
    loss: { kind: 'squared-error', fromLogits: false, scale: 0.5, over: 'mean' },
  });
  expect(back.value.parameters.W2).toEqual([[0.5, -0.6]]);
});

describe('a program that is no network says why', () => {
  const s = {
    examples: 'columns',
    title: 'T',
    kind: 'program',
    optimizer: renamed.optimizer,
  } as const;
  test.each([
    ['L = (tanh(sigmoid(w * x + b)) - y) ^ 2', 'what is calculated there is no layer'],
    ['L = sin(w * x + b) + y', 'neither a squared error nor a cross-entropy'],
    ['L = (w * (w * x) + b - y) ^ 2', 'w is used in two places'],
    ['z = w * x + b\nside = z * 2\nL = (z - y) ^ 2', 'side is calculated beside the loss'],
    ['L = 7 * (w * x + b - y) ^ 2', 'the number before the sum'],
  ])('%s', (program, reason) => {
    const found = programAsNetwork({
      ...s,
      program,
      data: { x: 1, y: 2 },
      parameters: { w: 0.5, b: 1 },
    });
    expect(found).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});
