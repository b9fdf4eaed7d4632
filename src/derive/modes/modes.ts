import { type GraphNode, sizeOf } from '../../engine';
import { stepsOf } from '../steps';
import type { Source } from '../walk';
import { allOf, countOf, NO_WORK, plus, times, type Work } from './count';
import { tangentSteps } from './forward';

/** The passes that give the derivatives of the loss by one leaf. */
export interface LeafCost {
  readonly node: GraphNode;
  /** One pass for each of its numbers. */
  readonly passes: number;
  /** One of them. */
  readonly pass: Work;
}

/** What all gradients of the parameters take in either mode, the forward values being known. */
export interface Modes {
  /** The forward pass itself, which both modes need. */
  readonly values: Work;
  readonly reverse: { readonly passes: 1; readonly total: Work };
  readonly forward: {
    readonly passes: number;
    readonly total: Work;
    readonly leaves: readonly LeafCost[];
  };
}

/**
 * Counted on the formulas of single operations, in which nothing is computed twice. An activation that a
 * cross-entropy has taken over is passed by in both modes.
 */
export function modesOf(source: Source): Modes {
  const { graph } = source;
  const isBypassed = (id: string) => graph.nodes[graph.byId.get(id) ?? -1]?.bypassed === true;
  const steps = stepsOf(source, 'operations');
  const sumOf = (works: readonly Work[]) => works.reduce(plus, NO_WORK);
  const values = sumOf(
    steps.filter(({ aspect }) => aspect === 'value').map(({ rule }) => countOf(rule)),
  );
  const needed = towardsParameters(source);
  const total = sumOf(
    steps
      .filter(({ aspect, of }) => aspect === 'gradient' && !isBypassed(of) && needed.has(of))
      .map(({ rule }) => countOf(rule)),
  );
  const leaves = graph.parameters
    .map((p) => graph.nodes[p] as GraphNode)
    .filter(({ differentiable }) => differentiable)
    .map((node): LeafCost => {
      const moving = tangentSteps(graph, node.id).filter(({ node: { id } }) => !isBypassed(id));
      const pass = sumOf(moving.map(({ rule }) => countOf(rule)));
      return { node, passes: sizeOf(node.shape), pass };
    });
  return {
    values,
    reverse: { passes: 1, total },
    forward: {
      passes: leaves.reduce((sum, { passes }) => sum + passes, 0),
      total: sumOf(leaves.map(({ passes, pass }) => times(pass, passes))),
      leaves,
    },
  };
}

/** The quantities whose gradients the parameters' gradients are made of: not data. */
function towardsParameters({ graph }: Source): ReadonlySet<string> {
  const found = new Set(graph.parameters);
  for (const { index, args } of graph.nodes) if (args.some((a) => found.has(a))) found.add(index);
  return new Set([...found].map((index) => (graph.nodes[index] as GraphNode).id));
}

/** How many times the work of the reverse pass all forward passes are. */
export function ratioOf({ reverse, forward }: Modes): number {
  return allOf(forward.total) / allOf(reverse.total);
}
