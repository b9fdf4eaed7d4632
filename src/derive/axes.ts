import { type Graph, type GraphNode, memo, type Op } from '../engine';
import type { Formula } from './formula';
import { depthOf } from './notation';
import type { Axis } from './scalar';

/** What rows and columns stand for. */
export type Axes = readonly [rows: Axis, cols: Axis];

const NONE: Axes = ['none', 'none'];

const swapped = ([rows, cols]: Axes): Axes => [cols, rows];
const either = (a: Axis, b: Axis): Axis => (a === 'none' || b === 'example' ? b : a);

/** What an operation makes of the axes of its arguments. */
function axesAfter(op: Op, args: readonly Axes[]): Axes {
  const [a = NONE, b = NONE] = args;
  switch (op.kind) {
    case 'matmul':
      return [(op.transposeLeft ? swapped(a) : a)[0], (op.transposeRight ? swapped(b) : b)[1]];
    case 'transpose':
      return swapped(a);
    case 'sum':
    case 'mean':
      return [op.per === 'row' ? a[0] : 'none', op.per === 'column' ? a[1] : 'none'];
    case 'norm':
    case 'squaredNorm':
    case 'squaredError':
    case 'binaryCrossEntropy':
    case 'categoricalCrossEntropy':
      return NONE;
    default:
      return args.reduce<Axes>((all, x) => [either(all[0], x[0]), either(all[1], x[1])], NONE);
  }
}

function leafAxes({ role, shape }: GraphNode, examples: Graph['examples']): Axes {
  if (role === 'parameter') return [shape[0] > 1 ? 'unit' : 'none', shape[1] > 1 ? 'unit' : 'none'];
  if (role !== 'input' && role !== 'target') return NONE;
  return examples === 'columns' ? ['unit', 'example'] : ['example', 'unit'];
}

/** The axes of every quantity of a network. A program says nothing of its own, so there they are plain. */
export const axesOf = memo((graph: Graph): ReadonlyMap<string, Axes> => {
  const axes = new Map<string, Axes>();
  const isNetwork = depthOf(graph) > 0;
  for (const n of graph.nodes) {
    const args = n.args.map((i) => axes.get(graph.nodes[i]?.id ?? '') ?? NONE);
    const own = n.args.length === 0 ? leafAxes(n, graph.examples) : axesAfter(n.op, args);
    axes.set(n.id, isNetwork ? own : NONE);
  }
  return axes;
});

export function axesOfFormula(f: Formula, axes: ReadonlyMap<string, Axes>): Axes {
  if (f.kind === 'quantity') return axes.get(f.of) ?? NONE;
  if (f.kind === 'derivative') return axesOfFormula(f.at, axes);
  if (f.kind !== 'apply') return NONE;
  return axesAfter(
    f.op,
    f.args.map((arg) => axesOfFormula(arg, axes)),
  );
}
