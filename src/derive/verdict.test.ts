import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../compile/testing/cases';
import { createDifferences, createPlan, lossAfterUpdate, read, rootOf, setLeaf } from '../engine';
import { type Comparison, compareGradients, overallVerdict, type Verdict } from './verdict';

const every = everyProblem();

/** As the page does it, for every parameter; `spoil` makes the analytical gradient wrong. */
function checked(id: string, epsilon: number, spoil = 1): readonly Comparison[] {
  const problem = every.get(id);
  if (!problem) throw new Error(id);
  const source = compiled(problem);
  const snapshot = passOf(source);
  expect(lossAfterUpdate(snapshot)).not.toBeNaN();
  const plan = createPlan(source.graph);
  for (const [leaf, value] of source.values) setLeaf(plan, leaf, value);
  const found = createDifferences(plan, epsilon);
  found.compute(0, found.total);
  const root = rootOf(source.graph).id;
  const loss = read(snapshot, 'value', root)?.data[0] ?? Number.NaN;
  let start = 0;
  return source.graph.parameters.map((p) => {
    const gradient = read(snapshot, 'gradient', source.graph.nodes[p]?.id ?? '');
    if (!gradient) throw new Error(id);
    const from = start;
    start += gradient.data.length;
    return compareGradients(
      gradient.data.map((g) => g * spoil),
      found.difference.subarray(from, start),
      (i) => (found.kinkNode[from + i] ?? -1) >= 0,
      { epsilon, loss },
    );
  });
}

describe('the verdict of a gradient check', () => {
  it.each<readonly [string, number, Verdict]>([
    ['s1-relu2-softmax-cce', 1e-5, 'agrees'],
    ['s1-relu2-softmax-cce', 1e-12, 'rounding'],
    ['s3-mlp-bce-batch', 1e-5, 'agrees'],
    ['s3-mlp-bce-batch', 1e-1, 'step'],
    ['edge-relu-at-zero', 1e-5, 'kink'],
  ])('of %s at ε = %f is: %s', (id, epsilon, verdict) => {
    expect(overallVerdict(checked(id, epsilon))).toBe(verdict);
  });

  it.each(['s1-relu2-softmax-cce', 's3-mlp-mse-batch', 's0-p1-y1'])(
    'tells a gradient of %s that is off by a thousandth',
    (id) => {
      expect(overallVerdict(checked(id, 1e-5, 1.001))).toBe('differs');
    },
  );

  it('says where rounding leaves nothing to compare, and where both are as good as 0', () => {
    const huge = { epsilon: 1e-5, loss: 1e290 };
    expect(compareGradients([0.09], [0], () => false, huge).verdict).toBe('lost');
    expect(compareGradients([1e-11], [0], () => false, { epsilon: 1e-5, loss: 1 }).verdict).toBe(
      'rounding',
    );
  });

  it('compares nothing where a number is not finite', () => {
    const at = { epsilon: 1e-5, loss: 1 };
    expect(compareGradients([1], [Number.NaN], () => false, at).verdict).toBe('undefined');
    expect(compareGradients([0, 0], [0, 0], () => false, at)).toEqual({
      verdict: 'agrees',
      relative: 0,
      kinks: 0,
    });
  });
});
