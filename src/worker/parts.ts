import { type Graph, type GraphNode, type Layout, type Part, type Slot, sizeOf } from '../engine';

/** A part together with the nodes that fill it; an update fills from no nodes. */
export interface Stage extends Part {
  readonly from: number;
  readonly to: number;
}

const isLeaf = (node: GraphNode) => node.op.kind === 'input' || node.op.kind === 'constant';

/** A layer of a network, or one named quantity of a program. */
const groupOf = (node: GraphNode) => node.layer ?? node.id;

/**
 * The nodes in stretches that belong together; leaves and unnamed nodes go with the named one after them. What
 * the file says after the loss is computed with it, so that the phases come in order.
 */
function stretches(graph: Graph): readonly (readonly [from: number, to: number])[] {
  const ends: number[] = [];
  let previous: GraphNode | undefined;
  for (const node of graph.nodes) {
    if (isLeaf(node) || !node.named || node.index > graph.root) continue;
    const starts = node.index === graph.root || (previous && groupOf(previous) !== groupOf(node));
    if (previous && starts) ends.push(previous.index + 1);
    previous = node;
  }
  ends.push(graph.nodes.length);
  return ends.map((to, i) => [ends[i - 1] ?? 0, to]);
}

/** Every stretch of the memory that one pass fills, in the order of the pass and of the memory. */
export function stagesOf(graph: Graph, layout: Layout): readonly Stage[] {
  let filled = 0;
  const stage = (
    phase: Part['phase'],
    from: number,
    to: number,
    slots: readonly (Slot | undefined)[],
  ): Stage => {
    const start = filled;
    for (const slot of slots) if (slot) filled += sizeOf(slot.shape);
    return { phase, from, to, start, end: filled };
  };
  const slotsOf = (slots: ReadonlyMap<string, Slot>, from: number, to: number) =>
    graph.nodes.slice(from, to).map((node) => slots.get(node.id));

  const forward = stretches(graph).map(([from, to]) =>
    stage(
      from <= graph.root && graph.root < to ? 'loss' : 'forward',
      from,
      to,
      slotsOf(layout.value, from, to),
    ),
  );
  const backward = forward
    .toReversed()
    .map(({ from, to }) => stage('backward', from, to, slotsOf(layout.gradient, from, to)));
  const updated = slotsOf(layout.updated, 0, graph.nodes.length);
  const update = stage('update', 0, 0, [...updated, layout.lossAfterUpdate]);
  return [...forward, ...backward, update];
}
