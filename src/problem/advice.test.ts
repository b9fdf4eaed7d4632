import { expect, test } from 'vitest';
import {
  ACTIVATIONS,
  type Activation,
  adviceFor,
  type LossKind,
  type NetworkProblem,
  parseProblem,
} from '.';

function problem(activation: Activation, kind: LossKind, more: object = {}): NetworkProblem {
  const read = parseProblem({
    format: 'backstep-problem',
    version: 1,
    network: { layers: [{ units: 1 }, { units: 2, activation }], loss: { kind, ...more } },
    data: { X: [[1]], Y: [[0], [1]] },
    parameters: { W1: [[1], [2]], b1: [[0], [0]] },
  });
  if (!read.ok || read.value.kind !== 'network') throw new Error('not read');
  return read.value;
}

test('three pairs are the usual ones, one a loss', () => {
  const losses: LossKind[] = ['squared-error', 'binary-cross-entropy', 'categorical-cross-entropy'];
  const pairs = losses.flatMap((kind) =>
    ACTIVATIONS.filter((each) => adviceFor(problem(each, kind))[0]?.usual).map((each) => [
      each,
      kind,
    ]),
  );
  expect(pairs).toEqual([
    ['identity', 'squared-error'],
    ['sigmoid', 'binary-cross-entropy'],
    ['softmax', 'categorical-cross-entropy'],
  ]);
});

test('a ReLU output with cross-entropy is said to give a negative loss', () => {
  const [first] = adviceFor(problem('relu', 'categorical-cross-entropy'));
  expect(first?.text).toMatch(/^ReLU output with cross-entropy can give a negative loss/);
});

test('softmax over one output unit is never called usual', () => {
  const { network, ...rest } = problem('softmax', 'categorical-cross-entropy');
  const layers = network.layers.map((layer, i) =>
    i === network.layers.length - 1 ? { ...layer, units: 1 } : layer,
  );
  const advice = adviceFor({ ...rest, network: { ...network, layers } });
  expect(advice.map(({ usual }) => usual)).not.toContain(true);
  expect(advice[0]?.text).toMatch(/is always 1, and nothing is learned/);
});

test('logits with identity are as usual as what they stand for', () => {
  const [first] = adviceFor(problem('identity', 'binary-cross-entropy', { fromLogits: true }));
  expect(first).toMatchObject({ usual: true, text: expect.stringMatching(/its sigmoid is part/) });
});
