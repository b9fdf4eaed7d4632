import { forwardRange } from './passes';
import type { Plan } from './plan';

/** Functions with a kink at 0: beside it a central difference mixes two slopes. */
const KINKED: ReadonlySet<string> = new Set(['relu', 'leakyRelu', 'abs']);

/**
 * ∂J/∂θ of every entry of every parameter by central difference, in the order of `graph.parameters`. Where a unit's z
 * changes sign within ±ε, `kinkNode` is the index of the function it goes into and `kinkEntry` the entry; else −1.
 */
export interface Differences {
  readonly total: number;
  readonly epsilon: number;
  readonly difference: Float64Array;
  readonly kinkNode: Int32Array;
  readonly kinkEntry: Int32Array;
  /** Computes the entries with from ≤ index < to. Allocates nothing. */
  readonly compute: (from: number, to: number) => void;
}

/** Uses the plan's values and leaves them as a forward pass leaves them; the gradients are not touched. */
export function createDifferences(plan: Plan, epsilon: number): Differences {
  const { graph, buffers } = plan;
  const end = graph.root + 1;
  const parameters = graph.parameters.map((index) => ({
    index,
    data: buffers.values[index]!.data,
  }));
  const total = parameters.reduce((sum, { data }) => sum + data.length, 0);
  const loss = buffers.values[graph.root]!.data;
  const kinked = graph.nodes.filter((n) => n.index < end && KINKED.has(n.op.kind));
  const before = kinked.map((n) => buffers.args[n.index]![0]!.data);
  const active = before.map((z) => new Uint8Array(z.length));
  const difference = new Float64Array(total);
  const kinkNode = new Int32Array(total).fill(-1);
  const kinkEntry = new Int32Array(total).fill(-1);

  const noteActive = () => {
    for (let k = 0; k < active.length; k++) {
      const z = before[k]!;
      const was = active[k]!;
      for (let i = 0; i < z.length; i++) was[i] = z[i]! > 0 ? 1 : 0;
    }
  };
  const noteKink = (entry: number) => {
    for (let k = 0; k < active.length; k++) {
      const z = before[k]!;
      const was = active[k]!;
      for (let i = 0; i < z.length; i++) {
        if (was[i] === (z[i]! > 0 ? 1 : 0)) continue;
        kinkNode[entry] = kinked[k]!.index;
        kinkEntry[entry] = i;
        return;
      }
    }
  };
  const one = (entry: number, data: Float64Array, at: number, first: number) => {
    const x = data[at]!;
    data[at] = x + epsilon;
    const above = data[at]!;
    forwardRange(plan, first, end);
    const high = loss[0]!;
    noteKink(entry);
    data[at] = x - epsilon;
    // What was really stepped: x ± ε is rounded.
    const width = above - data[at]!;
    forwardRange(plan, first, end);
    difference[entry] = (high - loss[0]!) / width;
    noteKink(entry);
    data[at] = x;
  };

  forwardRange(plan, 0, end);
  noteActive();
  return {
    total,
    epsilon,
    difference,
    kinkNode,
    kinkEntry,
    compute(from, to) {
      let start = 0;
      for (let p = 0; p < parameters.length; p++) {
        const { index, data } = parameters[p]!;
        const last = Math.min(to, start + data.length);
        for (let i = Math.max(from, start); i < last; i++) one(i, data, i - start, index + 1);
        // The next parameter's passes may begin after what this one has moved.
        if (from < start + data.length && last > start) forwardRange(plan, index + 1, end);
        start += data.length;
      }
    },
  };
}
