import { describe, expect, it } from 'vitest';
import { compiled, type Golden, goldens, numbersOf, problemOf } from '../compile/testing/cases';
import { createDifferences } from './differences';
import { createPlan, type Plan, setLeaf } from './plan';

function planOf(id: string): Plan {
  const { graph, values } = compiled(problemOf(id));
  const plan = createPlan(graph);
  for (const [leaf, value] of values) setLeaf(plan, leaf, value);
  return plan;
}

/** PyTorch's gradients in the order of the differences; where the output saturates those from the logits. */
function expectedOf(golden: Golden, plan: Plan): number[] {
  const gradients = (golden.fused ?? golden).gradients;
  return plan.graph.parameters.flatMap((p) => {
    const tensor = gradients[plan.graph.nodes[p]!.id];
    return tensor === undefined ? [] : [...numbersOf(tensor)];
  });
}

const networks = goldens().filter(
  ({ id }) => problemOf(id).kind === 'network' && !id.startsWith('edge-'),
);

describe('central differences of every parameter entry', () => {
  it.each(networks.map((g) => [g.id, g] as const))(
    '%s: are the gradients that PyTorch computes, but where a kink is crossed',
    (id, golden) => {
      const plan = planOf(id);
      const checked = createDifferences(plan, 1e-5);
      checked.compute(0, checked.total);
      const expected = expectedOf(golden, plan);
      expect(expected).toHaveLength(checked.total);
      const largest = Math.max(...expected.map(Math.abs));
      const wrong = expected.filter(
        (g, i) =>
          checked.kinkNode[i] === -1 &&
          !(Math.abs(g - checked.difference[i]!) <= 1e-7 * largest + 1e-9),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('come out the same in one go and in pieces that end anywhere', () => {
    const plan = planOf('s1-relu2-softmax-cce');
    const whole = createDifferences(plan, 1e-6);
    whole.compute(0, whole.total);
    const pieces = createDifferences(plan, 1e-6);
    for (let i = 0; i < pieces.total; i += 7) pieces.compute(i, Math.min(i + 7, pieces.total));
    expect([...pieces.difference]).toEqual([...whole.difference]);
  });

  it('leave every value of the plan as it was', () => {
    const plan = planOf('mlp-03');
    const checked = createDifferences(plan, 0.1);
    const before = plan.memory.slice();
    checked.compute(0, checked.total);
    expect([...plan.memory]).toEqual([...before]);
  });

  it('flag the units at exactly 0, and no unit away from the kink', () => {
    const at = createDifferences(planOf('edge-relu-at-zero'), 1e-6);
    at.compute(0, at.total);
    expect(at.kinkNode.some((node) => node >= 0)).toBe(true);
    const away = createDifferences(planOf('s1-relu2-softmax-cce'), 1e-6);
    away.compute(0, away.total);
    expect(away.kinkNode.every((node) => node === -1)).toBe(true);
  });
});
