import {
  type Graph,
  type GraphNode,
  type LossOp,
  type Matrix,
  perExampleLoss,
  read,
  type Snapshot,
  view,
} from '../engine';
import { evaluate } from './evaluate';
import { type Formula, quantitiesIn } from './formula';
import { depthOf, exampleCount } from './notation';
import type { Step } from './step';

export type ExampleAxis = 'rows' | 'columns';

/** Which way a quantity's examples lie; undefined where it has none, such as a weight or a program's line. */
export function exampleAxis(graph: Graph, node: GraphNode): ExampleAxis | undefined {
  const isNetwork = depthOf(graph) > 0;
  if (!isNetwork || node.role === 'parameter' || node.role === 'loss') return undefined;
  const side = graph.examples === 'columns' ? 1 : 0;
  return node.shape[side] === exampleCount(graph) ? graph.examples : undefined;
}

/** The matrix with every example but one set to 0. */
function masked({ rows, cols, data }: Matrix, axis: ExampleAxis, example: number): Float64Array {
  const of = (i: number) => (axis === 'columns' ? i % cols : Math.floor(i / cols));
  return data.map((value, i) => (of(i) === example || rows * cols === 0 ? value : 0));
}

/** The numbers of the pass, with the gradients of all other examples set to 0. */
function onlyExample(graph: Graph, { layout, memory }: Snapshot, example: number): Snapshot {
  const copy = memory.slice();
  for (const node of graph.nodes) {
    const slot = layout.gradient.get(node.id);
    const axis = exampleAxis(graph, node);
    if (!slot || !axis) continue;
    copy.set(masked(view(memory, slot), axis, example), slot.offset);
  }
  return { layout, memory: copy };
}

/** Whether each term of the rule has a gradient as a factor, so that the rule adds up over the examples. */
function readsGradient(rule: Formula): boolean {
  return quantitiesIn(rule).some(({ aspect }) => aspect === 'gradient');
}

const LOSSES: readonly string[] = ['squaredError', 'binaryCrossEntropy', 'categoricalCrossEntropy'];
const isLoss = ({ op }: GraphNode) => LOSSES.includes(op.kind);

/** J = c Σₖ Jₖ: the coefficient is the same for all examples. */
function coefficientOf(op: LossOp, examples: number, units: number): number {
  if (op.over === 'sum') return 1;
  return 1 / (examples * (op.over === 'mean' ? 1 : units));
}

function lossPart(graph: Graph, snapshot: Snapshot, node: GraphNode, example: number) {
  const args = node.args.flatMap((i) => {
    const arg = graph.nodes[i];
    return (arg && read(snapshot, 'value', arg.id)) ?? [];
  });
  const op = node.op as LossOp;
  const losses = perExampleLoss(op, args);
  const entries = args[0]?.data.length ?? 0;
  const coefficient = coefficientOf(op, losses.length, entries / losses.length);
  const data = losses.slice(example, example + 1).map((loss) => loss * coefficient);
  return { rows: 1, cols: 1, data };
}

/**
 * What one example adds to a sum over all of them: its share of the loss, or its part of ∂J/∂W and ∂J/∂b.
 * Undefined for a step that is no such sum. `only` is the pass of that example, where somebody has it already.
 */
export function partOf(
  step: Step,
  graph: Graph,
  snapshot: Snapshot,
  example: number,
  only = () => onlyExample(graph, snapshot, example),
): Matrix | undefined {
  const index = graph.byId.get(step.of);
  const node = index === undefined ? undefined : graph.nodes[index];
  if (!node) return undefined;
  if (step.aspect === 'value' && node.role === 'loss' && isLoss(node)) {
    return lossPart(graph, snapshot, node, example);
  }
  const sums = step.aspect === 'gradient' && node.role === 'parameter';
  if (!sums || !readsGradient(step.rule)) return undefined;
  return evaluate(step.rule, only());
}

/** The numbers of the pass with that example's part in place of each sum over all of them. */
export function aloneSnapshot(
  steps: readonly Step[],
  graph: Graph,
  snapshot: Snapshot,
  example: number,
): Snapshot {
  const { layout, memory } = snapshot;
  const copy = memory.slice();
  const only = onlyExample(graph, snapshot, example);
  for (const step of steps) {
    const part = partOf(step, graph, snapshot, example, () => only);
    const slot = part && layout[step.aspect].get(step.of);
    if (slot) copy.set(part.data, slot.offset);
  }
  return { layout, memory: copy };
}
