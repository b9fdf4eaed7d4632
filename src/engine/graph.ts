import type { Shape } from './matrix';
import type { Examples, Op } from './op';

export type Role =
  | 'input'
  | 'target'
  | 'parameter'
  | 'constant'
  | 'pre-activation'
  | 'activation'
  | 'intermediate'
  | 'loss';

/**
 * One operation and the quantity it computes. `id` names the quantity everywhere (`Z1`, or `_7` where the
 * author gave no name), `gradientId` the gradient of the loss with respect to it (`delta1`, `dW1`).
 */
export interface GraphNode {
  readonly index: number;
  readonly id: string;
  readonly gradientId: string;
  /** Whether the author (or the network) gave the name; unnamed nodes have exactly one consumer. */
  readonly named: boolean;
  readonly role: Role;
  /** 1 for the first layer after the input; absent in programs. */
  readonly layer?: number;
  readonly op: Op;
  /** Indices of earlier nodes. */
  readonly args: readonly number[];
  readonly shape: Shape;
  /** False for targets, constants and all that depends on nothing else. */
  readonly differentiable: boolean;
  /**
   * True for an output activation whose backward pass a fused cross-entropy has taken over: its gradient is
   * computed to be shown, and is not sent on.
   */
  readonly bypassed: boolean;
}

/** Nodes in topological order; `root` is the loss, 1×1. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly root: number;
  readonly byId: ReadonlyMap<string, number>;
  readonly parameters: readonly number[];
  readonly examples: Examples;
}

export function nodeOf(graph: Graph, id: string): GraphNode | undefined {
  const index = graph.byId.get(id);
  return index === undefined ? undefined : graph.nodes[index];
}

export function rootOf(graph: Graph): GraphNode {
  return graph.nodes[graph.root] as GraphNode;
}

/** For each node, the indices of those that take it as an argument (once per occurrence), in order. */
export function consumersOf(graph: Graph): readonly (readonly number[])[] {
  const consumers: number[][] = graph.nodes.map(() => []);
  for (const node of graph.nodes) for (const arg of node.args) consumers[arg]?.push(node.index);
  return consumers;
}
