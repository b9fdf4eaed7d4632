import type { GraphNode } from '../engine';
import { type Formula, quantitiesIn } from './formula';
import { total } from './vjp';
import { expressionOf, node, type Source, sentBack, usesOf, type Walk, walkOf } from './walk';

// A graph looked at with some of its lines opened to their operations; the graph view loads it.
export { evaluate } from './evaluate';
export { ruleText } from './print/rule-text';
export { formulaText, raised } from './print/text';
export { expressionOf, type Source, type Walk } from './walk';

/** The named quantity that each node is a part of, by index; a named one is its own. */
export function linesOf({ nodes, root }: Walk['graph']): readonly number[] {
  const lines = nodes.map(({ index }) => index);
  for (const { index, args } of nodes.toReversed())
    for (const a of args) {
      const inner = nodes[a];
      if (inner && !inner.named && a !== root && inner.args.length > 0)
        lines[a] = lines[index] ?? index;
    }
  return lines;
}

/** A walk that names the operations of the lines that are open, and of all others the result only. */
export function foldedWalk(source: Source, isOpen: (line: string) => boolean): Walk {
  const walk = walkOf(source, 'operations');
  const { graph } = source;
  const lines = linesOf(graph);
  const shows = (n: GraphNode) => {
    const line = lines[n.index];
    return line === n.index || isOpen(graph.nodes[line ?? n.index]?.id ?? '');
  };
  return {
    ...walk,
    showsValue: shows,
    showsGradient: (n) => n.differentiable && n.index !== graph.root && shows(n),
  };
}

/** The quantities that a shown node reads, constants aside. */
export function sourcesOf(walk: Walk, n: GraphNode): readonly GraphNode[] {
  if (n.args.length === 0) return [];
  return quantitiesIn(expressionOf(walk, n)).map((q) => node(walk, walk.graph.byId.get(q.of) ?? 0));
}

/** The shown node that a node is a part of. */
export function shownOf(walk: Walk, n: GraphNode): GraphNode {
  if (walk.showsValue(n)) return n;
  const [consumer] = walk.consumers[n.index] ?? [];
  return consumer === undefined ? n : shownOf(walk, node(walk, consumer));
}

/** Each use of a quantity inside what a shown node computes. */
function usesWithin(walk: Walk, by: GraphNode, of: GraphNode) {
  const consumers = [...new Set(walk.consumers[by.index])].map((c) => node(walk, c));
  return consumers
    .filter((c) => shownOf(walk, c).index === of.index)
    .flatMap((consumer) =>
      consumer.args.flatMap((a, index) => (a === by.index ? [{ consumer, index }] : [])),
    )
    .filter(({ consumer, index }) => !isFusedLogits(consumer, index));
}

function isFusedLogits({ op }: GraphNode, index: number): boolean {
  return 'from' in op && op.from === 'fused' && index === 2;
}

/** ∂of/∂by, where `of` is read from `by`. */
export interface Local {
  /** `derivative`: the derivative of a number. `rule`: what becomes of the gradient that arrives, `g`. */
  readonly kind: 'derivative' | 'rule';
  readonly formula: Formula;
  /** The gradient's name in a rule. */
  readonly gradient: string;
}

export function localOf(walk: Walk, by: GraphNode, of: GraphNode): Local | null {
  if (!by.differentiable || !of.differentiable) return null;
  const isNumber = of.shape[0] === 1 && of.shape[1] === 1;
  // With `of` in the loss's place the gradient that arrives is 1.
  const seen = isNumber ? { ...walk, graph: { ...walk.graph, root: of.index } } : walk;
  const uses = usesWithin(walk, by, of);
  if (uses.length === 0) return null;
  return {
    kind: isNumber ? 'derivative' : 'rule',
    formula: total(uses.map(({ consumer, index }) => sentBack(seen, consumer, index))),
    gradient: of.gradientId,
  };
}

/** What arrives at `by` from `of`; the sum over all that read it is its gradient. */
export function contributionOf(walk: Walk, by: GraphNode, of: GraphNode): Formula | null {
  if (!by.differentiable || !of.differentiable) return null;
  const uses = of.bypassed
    ? usesOf(walk, by).filter(({ consumer, index }) => isFusedLogits(consumer, index))
    : usesWithin(walk, by, of);
  if (uses.length === 0) return null;
  return total(uses.map(({ consumer, index }) => sentBack(walk, consumer, index)));
}
