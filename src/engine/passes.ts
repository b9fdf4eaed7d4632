import type { Buffers, Plan } from './plan';

// Nothing here allocates: these run thousands of times a second while training.

function run(plan: Plan, buffers: Buffers, from: number, to: number): void {
  const { nodes } = plan.graph;
  for (let i = from; i < to; i++) {
    const compute = plan.forwardKernels[i];
    if (compute) compute(nodes[i]!.op, buffers.args[i]!, buffers.values[i]!);
  }
}

/** Computes the values of the nodes with from ≤ index < to; those before them must be up to date. */
export function forwardRange(plan: Plan, from: number, to: number): void {
  run(plan, plan.buffers, from, to);
}

/** Computes every value from the leaves; the loss is that of the graph's root. */
export function forward(plan: Plan): void {
  forwardRange(plan, 0, plan.graph.nodes.length);
}

/** Sets every gradient to zero but that of the loss with respect to itself, which is 1. */
export function startBackward(plan: Plan): void {
  plan.gradientMemory.fill(0);
  plan.gradients[plan.graph.root]?.data.fill(1);
}

/**
 * Sends on the gradients of the nodes with from ≤ index < to, the last one first. Those from `to` on must have
 * been sent before; then the gradients of all nodes from `from` on are complete.
 */
export function backwardRange(plan: Plan, from: number, to: number): void {
  const { nodes } = plan.graph;
  const { args, values } = plan.buffers;
  for (let i = to - 1; i >= from; i--) {
    const send = plan.backwardKernels[i];
    if (send) send(nodes[i]!.op, args[i]!, values[i]!, plan.gradients[i]!, plan.argGradients[i]!);
  }
}

/** Computes ∂J/∂(node) for every differentiable node; `forward` must have run. */
export function backward(plan: Plan): void {
  startBackward(plan);
  backwardRange(plan, 0, plan.graph.nodes.length);
}

/** Computes the loss at the updated parameters into its slot, and leaves every value as it is. */
export function measureUpdate(plan: Plan): void {
  run(plan, plan.updatedBuffers, 0, plan.graph.nodes.length);
  const { offset } = plan.layout.lossAfterUpdate;
  plan.memory[offset] = plan.updatedBuffers.values[plan.graph.root]!.data[0]!;
}
