import type { Graph } from './graph';
import type { Snapshot } from './layout';
import type { Matrix } from './matrix';
import { createOptimizer, type OptimizerOptions, update } from './optimizers';
import { backward, forward, measureUpdate } from './passes';
import { createPlan, setLeaf, snapshotOf } from './plan';

/** One whole pass from the leaves' values: forward, backward, update, and the loss after it. */
export function passOnce(
  graph: Graph,
  values: ReadonlyMap<string, Matrix>,
  optimizer: OptimizerOptions,
): Snapshot {
  const plan = createPlan(graph);
  for (const [id, value] of values) setLeaf(plan, id, value);
  forward(plan);
  backward(plan);
  update(plan, createOptimizer(plan, optimizer));
  measureUpdate(plan);
  return snapshotOf(plan);
}
