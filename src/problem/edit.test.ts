import { describe, expect, test } from 'vitest';
import { loadLibraryProblem, type NetworkProblem, relayout, setEntry, tensorOf } from '.';

async function network(id: string): Promise<NetworkProblem> {
  const read = await loadLibraryProblem(id);
  if (!read.ok || read.value.kind !== 'network') throw new Error(id);
  return read.value;
}

test('switching the layout there and back gives the same problem', async () => {
  const problem = await network('s4-p2-m4');
  const there = relayout(problem, { examples: 'rows', weights: 'out-in' });
  expect(there.network).toMatchObject({ examples: 'rows', weights: 'out-in' });
  expect(relayout(there, { examples: 'columns', weights: 'in-out' })).toEqual(problem);
});

test('examples as rows turn X, Y and the biases, and leave the weights', async () => {
  const problem = await network('s4-p1-collapse');
  const turned = relayout(problem, { examples: 'rows', weights: 'out-in' });
  expect(turned.parameters.b1).toEqual([[0.2, -0.3]]);
  expect(turned.data.Y).toEqual([[1], [0], [1]]);
  expect(turned.parameters.W1).toEqual(problem.parameters.W1);
});

describe('changing one number', () => {
  test('gives a new problem and leaves the old one', async () => {
    const problem = await network('s1-relu2-softmax-cce');
    const before = structuredClone(problem);
    const next = setEntry(problem, 'W1', 3, 2, 7);
    expect(problem).toEqual(before);
    expect(next.ok && tensorOf(next.value.parameters, 'W1')).toEqual([
      [-0.7, 0.2, -0.8],
      [-0.2, -0.9, 0.8],
      [0.8, -0.7, 0.2],
      [0.9, -0.6, 7],
    ]);
  });

  test('works for data and for bare numbers', async () => {
    const read = await loadLibraryProblem('s0-p3-2-tanh-sigmoid');
    if (!read.ok) throw new Error(read.fault.error);
    const next = setEntry(read.value, 'x', 0, 0, -2);
    expect(next.ok && next.value.data).toEqual({ x: -2, y: 0.2 });
  });

  test.each([
    ['W9', 0, 0, 1, 'W9 is not in the data or the parameters', 'W9'],
    ['constructor', 0, 0, 1, 'constructor is not in the data or the parameters', 'constructor'],
    ['W1', 4, 0, 1, 'W1 has no row 5, column 1', 'parameters.W1[4][0]'],
    ['X', 0, 9, 1, 'X has no row 1, column 10', 'data.X[0][9]'],
    ['X', 0, 0, Number.NaN, 'An entry of X must be a finite number', 'data.X[0][0]'],
  ])('is refused for %s[%d,%d]', async (name, row, col, value, error, where) => {
    const problem = await network('s1-relu2-softmax-cce');
    expect(setEntry(problem, name, row, col, value)).toEqual({
      ok: false,
      fault: { error, where },
    });
  });
});
