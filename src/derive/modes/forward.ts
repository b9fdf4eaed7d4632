import { type Graph, type GraphNode, read, type Snapshot } from '../../engine';
import { evaluate } from '../evaluate';
import type { Formula } from '../formula';
import { gradientLeaf, valueLeaf } from '../walk';
import { tangentRule } from './jvp';

/** One number that is moved: an entry of a leaf. */
export interface Seed {
  readonly of: string;
  readonly row: number;
  readonly col: number;
}

/**
 * How one quantity moves with the seed: its tangent as a formula, in which the leaf of a gradient stands for the
 * tangent of its quantity. Both have the quantity's shape.
 */
export interface TangentStep {
  readonly node: GraphNode;
  readonly rule: Formula;
}

const at = (graph: Graph, index: number) => graph.nodes[index] as GraphNode;

/** All that moves when the leaf does, in the order of the forward pass; the leaf itself has no rule. */
export function tangentSteps(graph: Graph, leaf: string): readonly TangentStep[] {
  const moves = new Set([graph.byId.get(leaf)]);
  return graph.nodes.flatMap((node) => {
    if (!node.differentiable || node.args.length === 0) return [];
    const args = node.args.map((a) => at(graph, a));
    const rule = tangentRule({
      op: node.op,
      args: args.map(valueLeaf),
      out: valueLeaf(node),
      dots: args.map((a) => (moves.has(a.index) ? gradientLeaf(a) : undefined)),
    });
    if (!rule) return [];
    moves.add(node.index);
    return [{ node, rule }];
  });
}

/** The numbers of one forward-mode pass: the values as they were and, where gradients lie, the tangents. */
export function tangentsOf(graph: Graph, snapshot: Snapshot, seed: Seed): Snapshot {
  const tangents = { ...snapshot, memory: snapshot.memory.slice() };
  for (const id of snapshot.layout.gradient.keys()) read(tangents, 'gradient', id)?.data.fill(0);
  const start = read(tangents, 'gradient', seed.of);
  if (!start) return tangents;
  start.data[seed.row * start.cols + seed.col] = 1;
  const moves = (index: number) =>
    read(tangents, 'gradient', at(graph, index).id)?.data.some((dot) => dot !== 0);
  for (const { node, rule } of tangentSteps(graph, seed.of)) {
    // What nothing moves does not move, whatever its slope: 0 · ∞ is not NaN here.
    if (!node.args.some(moves)) continue;
    read(tangents, 'gradient', node.id)?.data.set(evaluate(rule, tangents).data);
  }
  return tangents;
}
