import { describe, expect, it } from 'vitest';
import { compile } from '../../compile';
import { nodeOf } from '../../engine';
import { loadLibraryProblem } from '../../problem';
import { axesCaption, shapeCaption } from './caption';

async function captions(
  id: string,
  names: readonly string[],
  caption: typeof shapeCaption = shapeCaption,
) {
  const problem = await loadLibraryProblem(id);
  const compiled = problem.ok ? compile(problem.value) : problem;
  if (!compiled.ok) throw new Error(compiled.fault.error);
  const { graph } = compiled.value;
  return names.map((name) => {
    const node = nodeOf(graph, name);
    return node && caption(node, compiled.value.problem);
  });
}

describe('shapeCaption', () => {
  it('names units, inputs and examples in columns', async () => {
    const names = ['X', 'W1', 'b1', 'Z1', 'Y', 'J'];
    expect(await captions('s1-relu2-softmax-cce', names)).toEqual([
      '3 features × 5 examples',
      '4 units × 3 inputs',
      '4 units × 1',
      '4 units × 5 examples',
      '2 units × 5 examples',
      'one number',
    ]);
  });

  it('turns round with examples in rows', async () => {
    expect(await captions('s3-mlp-mse-batch', ['X', 'W1', 'b1', 'Z1'])).toEqual([
      '4 examples × 5 features',
      '7 units × 5 inputs',
      '1 × 7 units',
      '4 examples × 7 units',
    ]);
  });

  it('says inputs first where weights are stored so, and 1 without a plural', async () => {
    expect(await captions('s4-p3-multinomial-a0.01', ['X', 'W1', 'b1'])).toEqual([
      '1 feature × 2 examples',
      '1 input × 2 units',
      '2 units × 1',
    ]);
  });

  it('has no words for the matrices of a program', async () => {
    expect(await captions('s2-single-expr', ['A', 'L'])).toEqual(['3 × 2', 'one number']);
  });
});

describe('axesCaption', () => {
  it('names the axes of a matrix, and says nothing of a vector or a number', async () => {
    const names = ['W1', 'Z1', 'b1', 'J'];
    expect(await captions('s1-relu2-softmax-cce', names, axesCaption)).toEqual([
      'units × inputs',
      'units × examples',
      '',
      '',
    ]);
  });
});
