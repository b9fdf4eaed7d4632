import { describe, expect, it } from 'vitest';
import golden from './golden/optimizers.json';
import { read } from './layout';
import { fromRows, type Matrix, toRows } from './matrix';
import { commit, createOptimizer, type OptimizerOptions, update } from './optimizers';
import { backward, forward, measureUpdate } from './passes';
import { createPlan, type Plan, setLeaf, snapshotOf } from './plan';
import { data, graphOf, layer, MEAN } from './testing/graph';
import { isClose } from './testing/numbers';

const options: Readonly<Record<string, OptimizerOptions>> = {
  sgd: { kind: 'sgd', learningRate: 0.5 },
  momentum: { kind: 'momentum', learningRate: 0.1, momentum: 0.9 },
  nesterov: { kind: 'nesterov', learningRate: 0.1, momentum: 0.9 },
  rmsprop: { kind: 'rmsprop', learningRate: 0.01, decay: 0.99, epsilon: 1e-8 },
  adam: { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  adamw: { kind: 'adamw', learningRate: 0.05, weightDecay: 0.1 },
};

/** The golden network, 2-3-1 with tanh and sigmoid, at its first parameters. */
function networkPlan(): Plan {
  const plan = createPlan(
    graphOf([
      data('X', [2, 4]),
      data('Y', [1, 4]),
      ...layer(1, [3, 2], { kind: 'tanh' }, 'X'),
      ...layer(2, [1, 3], { kind: 'sigmoid' }, 'A1', true),
      {
        id: 'J',
        op: { kind: 'binaryCrossEntropy', from: 'fused', ...MEAN },
        args: ['A2', 'Y', 'Z2'],
      },
    ]),
  );
  setLeaf(plan, 'X', fromRows(golden.X));
  setLeaf(plan, 'Y', fromRows(golden.Y));
  golden.params.W.forEach((w, l) => void setLeaf(plan, `W${l + 1}`, fromRows(w)));
  golden.params.b.forEach((b, l) => void setLeaf(plan, `b${l + 1}`, fromRows(b)));
  return plan;
}

const valuesOf = (plan: Plan, id: string) => toRows(read(plan, 'value', id) as Matrix);
const lossOf = (plan: Plan) => valuesOf(plan, 'J')[0]?.[0];

describe('optimizers', () => {
  it.each(golden.cases)('$optimizer takes the ten steps of torch.optim', (trajectory) => {
    const plan = networkPlan();
    const optimizer = createOptimizer(plan, options[trajectory.optimizer] as OptimizerOptions);
    const losses: unknown[] = [];
    for (const { W, b } of trajectory.steps) {
      forward(plan);
      losses.push(lossOf(plan));
      backward(plan);
      update(plan, optimizer);
      commit(plan, optimizer);
      expect(isClose([valuesOf(plan, 'W1'), valuesOf(plan, 'W2')], W, 1e-12)).toBe(true);
      expect(isClose([valuesOf(plan, 'b1'), valuesOf(plan, 'b2')], b, 1e-12)).toBe(true);
    }
    forward(plan);
    expect(isClose([...losses, lossOf(plan)], trajectory.losses, 1e-12)).toBe(true);
  });

  it.each(Object.values(options))('$kind can show its update any number of times', (option) => {
    const plan = networkPlan();
    const optimizer = createOptimizer(plan, option);
    const step = () => {
      forward(plan);
      backward(plan);
      update(plan, optimizer);
      return plan.memory.slice();
    };
    step();
    commit(plan, optimizer);
    const once = step();
    expect(step()).toEqual(once);
  });

  it('an update leaves the values alone, and the loss after it is the one of the next pass', () => {
    const plan = networkPlan();
    const optimizer = createOptimizer(plan, { kind: 'sgd', learningRate: 0.5 });
    forward(plan);
    backward(plan);
    const before = plan.memory.slice();
    update(plan, optimizer);
    measureUpdate(plan);
    const { value, updated, lossAfterUpdate } = plan.layout;
    const firstUpdated = Math.min(...[...updated.values()].map((slot) => slot.offset));
    expect(plan.memory.slice(0, firstUpdated)).toEqual(before.slice(0, firstUpdated));
    commit(plan, optimizer);
    forward(plan);
    const loss = plan.memory[value.get('J')?.offset ?? -1];
    expect(snapshotOf(plan).memory[lossAfterUpdate.offset]).toBe(loss);
    expect(loss).toBeCloseTo(golden.cases[0]?.losses[1] as number, 12);
  });
});
