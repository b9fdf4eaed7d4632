import type { Step } from '../derive';
import { consumersOf, type Graph, type GraphNode, memo, updatedId } from '../engine';

/** The index of the step from which each quantity is known; −1 for leaves, which always are. */
export type KnownFrom = ReadonlyMap<string, number>;

const earliest = (indices: readonly (number | undefined)[]) => {
  const found = indices.filter((i) => i !== undefined);
  return found.length > 0 ? Math.min(...found) : undefined;
};

/**
 * A quantity is known from the step that writes it on. One without a step of its own (hidden dA at the detail
 * `layers`, an unnamed product) becomes known with the first step that needs it: a value with its consumers, a
 * gradient with the gradients that are computed from it.
 */
function knownFrom(graph: Graph, steps: readonly Step[]): KnownFrom {
  const known = new Map<string, number>();
  const lastOf = (phases: readonly Step['phase'][]) =>
    steps.findLastIndex(({ phase }) => phases.includes(phase));
  const note = (id: string, index: number | undefined) => {
    if (index !== undefined && !known.has(id)) known.set(id, index);
  };

  for (const node of graph.nodes) if (node.args.length === 0) note(node.id, -1);
  steps.forEach(({ writes }, index) => {
    note(writes, index);
  });
  steps.forEach(({ reads }, index) => {
    for (const id of reads) note(id, index);
  });

  const consumers = consumersOf(graph);
  const nodesOf = (indices: readonly number[] = []): GraphNode[] =>
    indices.flatMap((i) => graph.nodes[i] ?? []);
  for (const node of graph.nodes.toReversed()) {
    const users = nodesOf(consumers[node.index]);
    note(node.id, earliest(users.map(({ id }) => known.get(id))) ?? lastOf(['forward', 'loss']));
  }
  for (const node of graph.nodes) {
    if (!node.differentiable) continue;
    note(node.gradientId, earliest(nodesOf(node.args).map((arg) => known.get(arg.gradientId))));
  }
  // What is left flows on to nothing: the gradient of the input.
  for (const node of graph.nodes)
    if (node.differentiable) note(node.gradientId, lastOf(['backward']));
  for (const index of graph.parameters) {
    const node = graph.nodes[index];
    if (node) note(updatedId(node.id), lastOf(['update']));
  }
  return known;
}

const byGraph = memo((graph: Graph) => memo((steps: readonly Step[]) => knownFrom(graph, steps)));

export function knownFromFor(graph: Graph, steps: readonly Step[]): KnownFrom {
  return byGraph(graph)(steps);
}
