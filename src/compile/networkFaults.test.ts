import { describe, expect, test } from 'vitest';
import { parseProblem } from '../problem';
import { compile } from '.';

type Json = Record<string, unknown>;

const FILE: Json = {
  format: 'backstep-problem',
  version: 1,
  network: {
    layers: [{ units: 3 }, { units: 4, activation: 'relu' }, { units: 3, activation: 'softmax' }],
    loss: { kind: 'categorical-cross-entropy' },
  },
  data: { X: filled(3, 5), Y: filled(3, 5) },
  parameters: { W1: filled(4, 3), b1: filled(4, 1), W2: filled(3, 4), b2: filled(3, 1) },
};

function filled(rows: number, cols: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(cols).fill(0.5));
}

function without(name: string): Json {
  const { [name]: _, ...rest } = FILE.parameters as Json;
  return { ...FILE, parameters: rest };
}

function changed(group: 'data' | 'parameters', values: Json): Json {
  return { ...FILE, [group]: { ...(FILE[group] as Json), ...values } };
}

function outputOf(activation: string, loss: Json): Json {
  return {
    ...FILE,
    network: { layers: [{ units: 3 }, { units: 4 }, { units: 3, activation }], loss },
  };
}

describe('matrices that do not fit get one sentence and a place', () => {
  test.each([
    [
      changed('parameters', { W2: filled(4, 3) }),
      'W2 should be 3×4 (3 units, 4 inputs from layer 1) but is 4×3; it looks transposed, or set "weights": "in-out"',
      'parameters.W2',
    ],
    [
      changed('parameters', { W2: filled(3, 3) }),
      'Layer 2 expects 3 inputs but layer 1 gives 4: W2 should be 3×4 but is 3×3',
      'parameters.W2',
    ],
    [
      changed('parameters', { W1: filled(4, 1) }),
      'Layer 1 expects 1 input but the input gives 3: W1 should be 4×3 but is 4×1',
      'parameters.W1',
    ],
    [
      changed('parameters', { W1: 3 }),
      'W1 should be 4×3 (4 units, 3 inputs from the input) but is 1×1',
      'parameters.W1',
    ],
    [
      changed('parameters', { b1: filled(1, 4) }),
      'b1 should be 4×1 (4 units in layer 1) but is 1×4; it looks transposed',
      'parameters.b1',
    ],
    [without('b2'), 'b2 is missing', 'parameters'],
    [
      changed('parameters', { W4: 1 }),
      'W4 is not among this network\'s parameters, W1, b1, W2, b2. Did you mean "W1"?',
      'parameters.W4',
    ],
    [
      changed('parameters', { gamma: 1 }),
      "gamma is not among this network's parameters, W1, b1, W2, b2",
      'parameters.gamma',
    ],
    [
      changed('data', { X: filled(5, 3) }),
      'X should have 3 rows, one for each input, but has 5; it looks transposed, or set "examples": "rows"',
      'data.X',
    ],
    [
      changed('data', { Y: filled(2, 5) }),
      'Y should have 3 rows, one for each output, but has 2',
      'data.Y',
    ],
    [changed('data', { Y: filled(3, 4) }), 'X has 5 examples but Y has 4', 'data.Y'],
    [
      outputOf('sigmoid', { kind: 'binary-cross-entropy', fromLogits: true }),
      'The loss takes logits, so the output activation must be identity, not sigmoid',
      'network.layers[2].activation',
    ],
    [
      outputOf('identity', { kind: 'squared-error', fromLogits: true }),
      'The squared error takes no logits; leave "fromLogits" out',
      'network.loss.fromLogits',
    ],
  ])('%#', (file, error, where) => {
    const parsed = parseProblem(file);
    if (!parsed.ok) throw new Error(parsed.fault.error);
    expect(compile(parsed.value)).toEqual({ ok: false, fault: { error, where } });
  });
});

test('a network that would fill the memory is refused before anything is computed', () => {
  const parsed = parseProblem({
    ...FILE,
    network: {
      layers: [{ units: 1 }, { units: 4096 }, { units: 1 }],
      loss: { kind: 'squared-error' },
    },
    data: { X: filled(1, 1000), Y: filled(1, 1000) },
    parameters: { W1: filled(4096, 1), b1: filled(4096, 1), W2: filled(1, 4096), b2: 0 },
  });
  expect(parsed.ok && compile(parsed.value)).toEqual({
    ok: false,
    fault: {
      error:
        'One pass would compute 12\u00a0305\u00a0290 numbers; the limit is 10\u00a0000\u00a0000',
      where: 'network.layers[1]',
    },
  });
});
