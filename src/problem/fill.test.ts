import { expect, test } from 'vitest';
import { loadLibraryProblem, type Problem, pasteInto, setMatrix } from '.';

async function problem(): Promise<Problem> {
  const read = await loadLibraryProblem('s1-relu2-softmax-cce');
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

test('a matrix of the same shape replaces the whole, from whichever cell', async () => {
  const b1 = [[1], [2], [3], [4]];
  const pasted = pasteInto(await problem(), 'b1', 2, 0, b1);
  expect(pasted.ok && pasted.value.parameters.b1).toEqual(b1);
});

test('a smaller one fills right and below of the cell', async () => {
  const pasted = pasteInto(await problem(), 'W1', 2, 1, [
    [8, 9],
    [6, 7],
  ]);
  expect(pasted.ok && pasted.value.parameters.W1).toEqual([
    [-0.7, 0.2, -0.8],
    [-0.2, -0.9, 0.8],
    [0.8, 8, 9],
    [0.9, 6, 7],
  ]);
});

test('one that does not fit is refused, and the sentence says what would', async () => {
  const row = [[1, 2, 3, 4]];
  const pasted = pasteInto(await problem(), 'b1', 0, 0, row);
  expect(pasted.ok || pasted.fault.error).toBe(
    'What was pasted is 1×4 and b1 is 4×1, it looks transposed; from this cell there is room for 4 rows and 1 column',
  );
  const beyond = pasteInto(await problem(), 'W1', 3, 2, [[1, 2]]);
  expect(beyond.ok || beyond.fault.error).toMatch(/room for 1 row and 1 column$/);
});

test('setting a matrix keeps its shape and takes finite numbers only', async () => {
  const given = await problem();
  expect(setMatrix(given, 'b3', [[1]]).ok).toBe(false);
  expect(setMatrix(given, 'b3', [[1], [Number.NaN]]).ok).toBe(false);
  expect(setMatrix(given, 'constructor', [[1]]).ok).toBe(false);
  const set = setMatrix(given, 'b3', [[1], [2]]);
  expect(set.ok && set.value.parameters.b3).toEqual([[1], [2]]);
});
