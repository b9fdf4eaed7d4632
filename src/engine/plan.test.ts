import { describe, expect, it } from 'vitest';
import { read } from './layout';
import { fromRows, type Matrix, zeros } from './matrix';
import type { Op } from './op';
import { backward, backwardRange, forward, forwardRange, startBackward } from './passes';
import { createPlan, type Plan, setLeaf, snapshotOf } from './plan';
import { data, graphOf, type Line, parameter, passOf } from './testing/graph';
import { graphs } from './testing/graphs';

const ADD: Op = { kind: 'add' };
const MULTIPLY: Op = { kind: 'multiply' };
const SUM: Op = { kind: 'sum', per: 'all' };
const RELU: Op = { kind: 'relu' };

function filled(plan: Plan): Plan {
  for (const {
    op,
    id,
    shape: [rows, cols],
  } of plan.graph.nodes) {
    if (op.kind !== 'input') continue;
    const entries = Float64Array.from(
      { length: rows * cols },
      (_, i) => 0.5 + 0.4 * Math.sin(3 * i),
    );
    setLeaf(plan, id, { rows, cols, data: entries });
  }
  return plan;
}

describe('a plan', () => {
  it.each(Object.entries(graphs))(
    'gives the same numbers again, to the last bit: %s',
    (_, graph) => {
      const plan = filled(createPlan(graph));
      forward(plan);
      backward(plan);
      const first = plan.memory.slice();
      forward(plan);
      backward(plan);
      expect(plan.memory).toEqual(first);
      expect(first.some((x) => x !== 0)).toBe(true);
      expect(first.every(Number.isFinite)).toBe(true);
    },
  );

  it.each(Object.entries(graphs))('computed in ranges gives the same numbers: %s', (_, graph) => {
    const whole = filled(createPlan(graph));
    forward(whole);
    backward(whole);
    const plan = filled(createPlan(graph));
    const { length } = graph.nodes;
    for (let i = 0; i < length; i += 3) forwardRange(plan, i, Math.min(i + 3, length));
    startBackward(plan);
    for (let i = length; i > 0; i -= 2) backwardRange(plan, Math.max(i - 2, 0), i);
    expect(plan.memory).toEqual(whole.memory);
  });

  it('has complete gradients for the nodes from the start of a backward range on', () => {
    const whole = filled(createPlan(graphs.network));
    forward(whole);
    backward(whole);
    const plan = filled(createPlan(graphs.network));
    forward(plan);
    startBackward(plan);
    for (let i = graphs.network.nodes.length - 1; i >= 0; i--) {
      backwardRange(plan, i, i + 1);
      const { id } = graphs.network.nodes[i] ?? { id: '' };
      expect(read(plan, 'gradient', id)).toEqual(read(whole, 'gradient', id));
    }
  });

  it('is its own snapshot', () => {
    const plan = createPlan(graphs.network);
    expect(snapshotOf(plan).memory).toHaveLength(snapshotOf(plan).layout.length);
  });

  it('refuses a leaf that it has not, or of another shape', () => {
    const plan = createPlan(graphOf([parameter('x', [1, 2]), { id: 'J', op: SUM, args: ['x'] }]));
    expect(() => setLeaf(plan, 'y', zeros(1, 2))).toThrow('y is not a leaf of the graph');
    expect(() => setLeaf(plan, 'J', zeros(1, 1))).toThrow('J is not a leaf of the graph');
    expect(() => setLeaf(plan, 'x', zeros(2, 1))).toThrow('x is 1×2, not 2×1');
  });

  it('copies a leaf, and does not keep it', () => {
    const plan = createPlan(graphOf([parameter('x', [1, 2]), { id: 'J', op: SUM, args: ['x'] }]));
    const value: Matrix = fromRows([[1, 2]]);
    setLeaf(plan, 'x', value);
    value.data.fill(9);
    forward(plan);
    expect(read(plan, 'value', 'J')?.data).toEqual(Float64Array.of(3));
  });
});

describe('backward', () => {
  it('sums the gradient of a broadcast bias over the examples', () => {
    const lines: Line[] = [
      data('X', [2, 3]),
      data('weights', [2, 3]),
      parameter('b', [2, 1]),
      { id: 'Z', op: ADD, args: ['X', 'b'] },
      { id: 'weighted', op: MULTIPLY, args: ['Z', 'weights'] },
      { id: 'J', op: SUM, args: ['weighted'] },
    ];
    const { gradient } = passOf(lines, {
      weights: [
        [1, 2, 3],
        [10, 20, 40],
      ],
    });
    expect(gradient('b')).toEqual([[6], [70]]);
  });

  it('adds up what a quantity gets from each of its uses, twice by the same op too', () => {
    const lines: Line[] = [
      parameter('x', [1, 2]),
      { id: 'square', op: MULTIPLY, args: ['x', 'x'] },
      { id: 'both', op: ADD, args: ['square', 'x'] },
      { id: 'J', op: SUM, args: ['both'] },
    ];
    expect(passOf(lines, { x: [[3, -5]] }).gradient('x')).toEqual([[7, -9]]);
  });

  it('takes a matrix times its own transpose', () => {
    const product: Op = { kind: 'matmul', transposeLeft: false, transposeRight: true };
    const lines: Line[] = [parameter('x', [1, 2]), { id: 'J', op: product, args: ['x', 'x'] }];
    expect(passOf(lines, { x: [[3, -5]] }).gradient('x')).toEqual([[6, -10]]);
  });

  it('keeps the gradient of a bypassed node to itself', () => {
    const lines = (bypassed: boolean): Line[] => [
      parameter('z', [1, 2]),
      { id: 'a', op: RELU, args: ['z'], bypassed },
      { id: 'J', op: SUM, args: ['a'] },
    ];
    expect(passOf(lines(false), { z: [[1, 2]] }).gradient('z')).toEqual([[1, 1]]);
    const bypassed = passOf(lines(true), { z: [[1, 2]] });
    expect(bypassed.gradient('a')).toEqual([[1, 1]]);
    expect(bypassed.gradient('z')).toEqual([[0, 0]]);
  });

  it('gives a quantity that the loss does not depend on a gradient of 0, and data none', () => {
    const lines: Line[] = [
      data('X', [1, 2]),
      parameter('unused', [1, 2]),
      parameter('x', [1, 2]),
      { id: 'Z', op: ADD, args: ['X', 'x'] },
      { id: 'J', op: SUM, args: ['Z'] },
    ];
    const { plan, gradient } = passOf(lines, {});
    expect(gradient('unused')).toEqual([[0, 0]]);
    expect(gradient('J')).toEqual([[1]]);
    expect(read(plan, 'gradient', 'X')).toBeUndefined();
  });
});
