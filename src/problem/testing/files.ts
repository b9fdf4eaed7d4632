import type { Problem } from '../problem';
import type { Result } from '../result';

// Files of the tests, and changes to them.

export type Json = Record<string, unknown>;

/** 2 inputs, 3 hidden units, 1 output, 2 examples. */
export const NETWORK: Json = {
  examples: 'columns',
  layers: [{ units: 2 }, { units: 3, activation: 'relu' }, { units: 1, activation: 'sigmoid' }],
  loss: { kind: 'binary-cross-entropy' },
};
export const FILE: Json = {
  format: 'backstep-problem',
  version: 1,
  title: 'Small',
  network: NETWORK,
  data: {
    X: [
      [1, 2],
      [3, 4],
    ],
    Y: [[0, 1]],
  },
  parameters: { W1: [[1, 2]], b1: 0.5 },
};
export const PROGRAM: Json = {
  format: 'backstep-problem',
  version: 1,
  title: 'Line',
  program: 'L = (w * x - y)^2',
  data: { x: 1, y: 2 },
  parameters: { w: 3 },
};

export function network(change: Json): Json {
  return { ...FILE, network: { ...NETWORK, ...change } };
}

export function layer(change: Json): Json {
  return network({ layers: [{ units: 2 }, { units: 3, ...change }] });
}

export function w1(value: unknown): Json {
  return { ...FILE, parameters: { W1: value } };
}

export function faultOf(result: Result<Problem>): [string, string] {
  if (result.ok) throw new Error('expected a fault');
  return [result.fault.error, result.fault.where];
}
