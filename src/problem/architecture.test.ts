import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArchitectureEdit,
  changeArchitecture,
  changeBatch,
  type Loss,
  loadLibraryProblem,
  type NetworkProblem,
  type Problem,
  readProblem,
  type Seeded,
  writeProblem,
} from '.';
import { anyEdits, changed } from './testing/edits';

const SEEDED: Seeded = { kind: 'readable', seed: 1 };

async function network(id = 's1-relu2-softmax-cce'): Promise<NetworkProblem> {
  const read = await loadLibraryProblem(id);
  if (!read.ok || read.value.kind !== 'network') throw new Error(id);
  return read.value;
}

function edited(problem: Problem, ...edits: readonly ArchitectureEdit[]): NetworkProblem {
  return edits.reduce<Problem>((before, edit) => {
    const after = changeArchitecture(before, edit, SEEDED);
    if (!after.ok) throw new Error(after.fault.error);
    return after.value;
  }, problem) as NetworkProblem;
}

const shapes = ({ parameters }: NetworkProblem) =>
  Object.entries(parameters).map(([name, m]) =>
    typeof m === 'number' ? name : `${name} ${m.length}×${m[0]?.length}`,
  );

test('a unit more keeps all weights that were there', async () => {
  const before = await network();
  const after = edited(before, { kind: 'units', layer: 1, units: 5 });
  const W1 = after.parameters.W1 as number[][];
  expect(W1.slice(0, 4)).toEqual(before.parameters.W1);
  expect(W1).toHaveLength(5);
  expect((after.parameters.W2 as number[][]).map((row) => row.slice(0, 4))).toEqual(
    before.parameters.W2,
  );
  expect([after.parameters.W3, after.parameters.b3, after.data]).toEqual([
    before.parameters.W3,
    before.parameters.b3,
    before.data,
  ]);
});

test('a unit more and one less is the problem that it was', async () => {
  const before = await network();
  const there = edited(
    before,
    { kind: 'units', layer: 2, units: 4 },
    { kind: 'units', layer: 2, units: 3 },
  );
  expect(there).toEqual(before);
});

test('a layer is put in where it is asked for, and taken out again', async () => {
  const before = await network();
  const more = edited(before, { kind: 'add-layer', before: 2 });
  expect(shapes(more)).toEqual([
    'W1 4×3',
    'b1 4×1',
    'W2 3×4',
    'b2 3×1',
    'W3 3×3',
    'b3 3×1',
    'W4 2×3',
    'b4 2×1',
  ]);
  expect(more.parameters.W4).toEqual(before.parameters.W3);
  const W3 = more.parameters.W3 as number[][];
  expect(W3).toEqual((before.parameters.W2 as number[][]).map((row) => row.slice(0, 3)));
  const less = edited(more, { kind: 'remove-layer', layer: 2 });
  expect(less.parameters.W1).toEqual(before.parameters.W1);
  expect(less.parameters.W3).toEqual(before.parameters.W3);
  expect(less.network).toEqual(before.network);
});

test('a new layer takes after the hidden layer beside it', async () => {
  const before = edited(
    await network(),
    { kind: 'activation', layer: 1, activation: 'sigmoid' },
    { kind: 'bias', layer: 1, bias: false },
  );
  for (const at of [1, 2]) {
    const { network: more, parameters } = edited(before, { kind: 'add-layer', before: at });
    expect(more.layers[at - 1]).toEqual({ units: 3, activation: 'sigmoid', bias: false });
    expect(Object.keys(parameters)).not.toContain(`b${at}`);
  }
});

describe('targets follow output and loss', () => {
  test('one-hot columns stay those of the same class', async () => {
    const after = edited(await network(), { kind: 'units', layer: 3, units: 3 });
    expect(after.data.Y).toEqual([
      [1, 0, 1, 0, 1],
      [0, 1, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  test('0 and 1 of one unit become the classes of two', async () => {
    const before = await network('s4-p2-m4');
    const flat = (before.data.Y as number[][])[0] as number[];
    const after = edited(
      before,
      { kind: 'units', layer: before.network.layers.length, units: 2 },
      { kind: 'loss', loss: { kind: 'categorical-cross-entropy' } },
    );
    expect(after.data.Y).toEqual([flat, flat.map((y) => 1 - y)]);
  });

  const ONE = { kind: 'units', layer: 3, units: 1 } as const;
  const TWO = { kind: 'units', layer: 3, units: 2 } as const;
  const loss = (kind: Loss['kind']) => ({ kind: 'loss', loss: { kind } }) as const;
  const [BINARY, CLASSES] = [loss('binary-cross-entropy'), loss('categorical-cross-entropy')];

  test.each<readonly [string, readonly ArchitectureEdit[]]>([
    ['the unit first', [ONE, BINARY]],
    ['the loss first', [BINARY, ONE]],
    ['by way of the squared error', [ONE, loss('squared-error'), BINARY]],
    ['there and back', [ONE, BINARY, TWO, CLASSES, ONE, BINARY]],
    ['there and back, the loss first', [ONE, BINARY, CLASSES, TWO, BINARY, ONE]],
  ])('two classes become one unit that keeps the first class’s 0 and 1: %s', async (_, edits) => {
    const after = edited(await network(), ...edits);
    expect(after.data.Y).toEqual([[1, 0, 1, 0, 1]]);
    expect(edited(after, CLASSES, TWO).data.Y).toEqual((await network()).data.Y);
  });

  test('the ½ of a square does not come along into a cross-entropy, unless it is asked for', async () => {
    const half = edited(await network('s3-mlp-mse-batch'), {
      kind: 'loss',
      loss: { kind: 'squared-error', scale: 0.5 },
    });
    expect(half.network.loss.scale).toBe(0.5);
    expect(edited(half, CLASSES).network.loss.scale).toBe(1);
    const asked = edited(half, CLASSES, { kind: 'loss', loss: { scale: 0.5 } });
    expect(asked.network.loss.scale).toBe(0.5);
    expect(edited(asked, BINARY).network.loss.scale).toBe(1);
  });

  test('numbers become 0 or 1 for a binary loss', async () => {
    const before = await network('s3-mlp-mse-batch');
    const after = edited(before, { kind: 'loss', loss: { kind: 'binary-cross-entropy' } });
    for (const y of (after.data.Y as number[][]).flat()) expect(y >= 0 && y <= 1).toBe(true);
  });
});

test('logits and output activation keep to each other', async () => {
  const logits = edited(await network(), { kind: 'loss', loss: { fromLogits: true } });
  expect(logits.network.layers.at(-1)?.activation).toBe('identity');
  const squared = edited(logits, { kind: 'loss', loss: { kind: 'squared-error' } });
  expect(squared.network.loss.fromLogits).toBe(false);
  const relu = edited(logits, { kind: 'activation', layer: 3, activation: 'relu' });
  expect(relu.network.loss.fromLogits).toBe(false);
});

test.each<[ArchitectureEdit, RegExp]>([
  [{ kind: 'remove-layer', layer: 3 }, /output layer cannot be removed/],
  [{ kind: 'remove-layer', layer: 9 }, /no such layer/],
  [{ kind: 'units', layer: 1, units: 0 }, /whole number of units/],
  [{ kind: 'units', layer: 1, units: 1e9 }, /may have 4.096 units/],
  [{ kind: 'units', layer: 1, units: Number.NaN }, /whole number/],
  [{ kind: 'learning-rate', rate: -1 }, /from 0/],
])('%j is refused with a sentence', async (edit, sentence) => {
  const refused = changeArchitecture(await network(), edit, SEEDED);
  expect(refused.ok || refused.fault.error).toMatch(sentence);
});

test('examples are added, duplicated and removed in either layout', async () => {
  for (const id of ['s1-relu2-softmax-cce', 's3-mlp-cce-batch']) {
    const before = await network(id);
    const added = changeBatch(before, { kind: 'add' }, 1);
    const count =
      before.network.examples === 'columns'
        ? ((before.data.X as number[][])[0]?.length ?? 0)
        : (before.data.X as number[][]).length;
    const back = added.ok && changeBatch(added.value, { kind: 'remove', example: count }, 1);
    expect(back).toEqual({ ok: true, value: before });
    const twice = changeBatch(before, { kind: 'duplicate', example: 1 }, 1);
    const once = twice.ok && changeBatch(twice.value, { kind: 'remove', example: 2 }, 1);
    expect(once).toEqual({ ok: true, value: before });
  }
});

test('the last example stays', async () => {
  const refused = changeBatch(
    await network('s3-mlp-mse-single'),
    { kind: 'remove', example: 0 },
    1,
  );
  expect(refused.ok || refused.fault.error).toMatch(/at least one example/);
});

test('after any edits the problem is a file that can be read again', async () => {
  const start = await network('s3-mlp-cce-batch');
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const after = changed(start, edits);
      expect(readProblem(writeProblem(after))).toEqual({ ok: true, value: after });
    }),
    { seed: 11, numRuns: 200 },
  );
});
