import { expect, test } from 'vitest';
import { loadLibraryProblem } from '../../problem';
import { editableAt } from './edgeEdit';

test.each([
  ['W1[3,2]', { name: 'W1', row: 3, col: 2 }],
  ['dW1[0,1]', { name: 'W1', row: 0, col: 1 }],
  ['W2_new[0,0]', { name: 'W2', row: 0, col: 0 }],
  ['db2[1,0]', { name: 'b2', row: 1, col: 0 }],
  ['X[0,4]', { name: 'X', row: 0, col: 4 }],
  ['A1[0,0]', undefined],
  ['W1[9,0]', undefined],
  ['J', undefined],
  ['constructor[0,0]', undefined],
])('%s of the diagram is edited as %j', async (entry, number) => {
  const read = await loadLibraryProblem('s1-relu2-softmax-cce');
  expect(read.ok && editableAt(read.value, entry)).toEqual(number);
});
