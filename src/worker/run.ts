import {
  backwardRange,
  createDifferences,
  createOptimizer,
  createPlan,
  type Differences,
  forwardRange,
  type Matrix,
  measureUpdate,
  type Phase,
  setLeaf,
  startBackward,
  update,
} from '../engine';
import { type Stage, stagesOf } from './parts';
import type { Calculation, LeafChange } from './protocol';

/** One problem with its numbers, and the stages of its pass, each of which fills its part of the memory. */
export interface Run {
  readonly memory: Float64Array;
  readonly stages: readonly Stage[];
  readonly change: (change: LeafChange) => void;
  readonly fill: (stage: Stage) => void;
  /** In a memory of its own, at the numbers as they are now. */
  readonly differences: (epsilon: number) => Differences;
}

export function createRun({ graph, values, optimizer: options }: Calculation): Run {
  const plan = createPlan(graph);
  const optimizer = createOptimizer(plan, options);
  for (const { id, op } of graph.nodes) {
    const value = op.kind === 'input' && values.get(id);
    if (value) setLeaf(plan, id, value);
  }
  const forward = ({ from, to }: Stage) => forwardRange(plan, from, to);
  const phases: Record<Phase, (stage: Stage) => void> = {
    forward,
    loss: (stage) => {
      forward(stage);
      startBackward(plan);
    },
    backward: ({ from, to }) => backwardRange(plan, from, to),
    update: () => {
      update(plan, optimizer);
      measureUpdate(plan);
    },
  };
  return {
    memory: plan.memory,
    stages: stagesOf(graph, plan.layout),
    change: ({ id, matrix }) => setLeaf(plan, id, matrix),
    fill: (stage) => phases[stage.phase](stage),
    differences(epsilon) {
      const own = createPlan(graph);
      for (const { id, index, op } of graph.nodes)
        if (op.kind === 'input') setLeaf(own, id, plan.buffers.values[index] as Matrix);
      return createDifferences(own, epsilon);
    },
  };
}
