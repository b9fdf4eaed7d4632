import type { Matrix } from '../matrix';
import { forward } from '../passes';
import type { Plan } from '../plan';

/**
 * The slope of the loss along a direction D in one leaf, by central difference: (J(X + εD) − J(X − εD))/2ε. It
 * should be the sum of ∂J/∂X ⊙ D. Leaves the plan as a forward pass leaves it; the gradients are not touched.
 */
export function directionalDifference(
  plan: Plan,
  leafId: string,
  direction: Matrix,
  epsilon: number,
): number {
  const index = plan.graph.byId.get(leafId);
  const leaf = index === undefined ? undefined : plan.buffers.values[index];
  if (!leaf) throw new RangeError(`${leafId} is not in the graph`);
  const original = leaf.data.slice();
  const lossAt = (step: number): number => {
    leaf.data.set(original.map((x, i) => x + step * direction.data[i]!));
    forward(plan);
    return plan.buffers.values[plan.graph.root]!.data[0]!;
  };
  const difference = lossAt(epsilon) - lossAt(-epsilon);
  lossAt(0);
  return difference / (2 * epsilon);
}
