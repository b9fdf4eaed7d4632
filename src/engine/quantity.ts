import type { Graph, GraphNode } from './graph';
import type { Aspect } from './layout';
import { memo } from './memo';

/** A quantity as the page names it: a node's value (`W1`), its gradient (`dW1`) or its updated value (`W1_new`). */
export interface Quantity {
  readonly id: string;
  readonly aspect: Aspect;
  readonly node: GraphNode;
}

export function updatedId(id: string): string {
  return `${id}_new`;
}

/** Every quantity of a graph by its id. */
export const quantitiesOf = memo((graph: Graph): ReadonlyMap<string, Quantity> => {
  const found = new Map<string, Quantity>();
  const add = (id: string, aspect: Aspect, node: GraphNode) => found.set(id, { id, aspect, node });
  for (const node of graph.nodes) {
    add(node.id, 'value', node);
    if (node.differentiable) add(node.gradientId, 'gradient', node);
  }
  for (const index of graph.parameters) {
    const node = graph.nodes[index];
    if (node) add(updatedId(node.id), 'updated', node);
  }
  return found;
});

/** One number of a quantity. */
export interface EntryPlace {
  readonly quantity: string;
  readonly row: number;
  readonly col: number;
}

/** An entry by the name that its cells on the page carry: `dW2[1,0]`. */
export function entryName(quantity: string, row: number, col: number): string {
  return `${quantity}[${row},${col}]`;
}

/** The way back; null where it is no name of an entry. */
export function placeOf(name: string | null | undefined): EntryPlace | null {
  const [, quantity, row, col] = /^(.+)\[(\d+),(\d+)\]$/.exec(name ?? '') ?? [];
  if (quantity === undefined) return null;
  return { quantity, row: Number(row), col: Number(col) };
}
