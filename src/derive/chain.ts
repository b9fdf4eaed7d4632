import type { GraphNode } from '../engine';
import { quantitiesIn } from './formula';
import type { Chain, ChainTerm, Factor } from './step';
import { expressionOf, node, type Walk } from './walk';

/** Beyond this many ways to the loss the sum is written over the consumers instead. */
const MOST_PATHS = 8;

/** The quantities that a node is a direct function of, as its forward step shows them. */
export function dependsOn(walk: Walk, n: GraphNode): readonly GraphNode[] {
  if (n.args.length === 0) return [];
  return quantitiesIn(expressionOf(walk, n)).flatMap((q) => {
    const index = walk.graph.byId.get(q.of);
    return index === undefined ? [] : [node(walk, index)];
  });
}

/** Each way from the loss down to `target`, as nodes in that order. */
export function pathsTo(
  walk: Walk,
  target: GraphNode,
): readonly (readonly GraphNode[])[] | undefined {
  const root = node(walk, walk.graph.root);
  const memo = new Map<number, readonly (readonly GraphNode[])[] | undefined>();
  const from = (n: GraphNode): readonly (readonly GraphNode[])[] | undefined => {
    if (n.index === target.index) return [[n]];
    if (n.index < target.index) return [];
    if (memo.has(n.index)) return memo.get(n.index);
    const below = dependsOn(walk, n).map(from);
    const all = below.some((b) => b === undefined)
      ? undefined
      : below.flatMap((paths) => (paths ?? []).map((path) => [n, ...path]));
    const result = all && all.length <= MOST_PATHS ? all : undefined;
    memo.set(n.index, result);
    return result;
  };
  return from(root);
}

function factorsOf(path: readonly GraphNode[]): readonly Factor[] {
  return path.slice(1).map((n, i) => ({ of: (path[i] as GraphNode).id, by: n.id }));
}

/** The longest stretch from the loss whose product has a name already. */
function withKnown(walk: Walk, path: readonly GraphNode[]): ChainTerm {
  const factors = factorsOf(path);
  for (let known = path.length - 2; known > 0; known--) {
    const end = path[known] as GraphNode;
    if (walk.showsGradient(end)) return { factors, known, knownAs: end.gradientId };
  }
  return { factors, known: 0 };
}

/** The chain rule for ∂J/∂target: the sum over the ways from the loss, or over its consumers where those are many. */
export function chainOf(walk: Walk, target: GraphNode): Chain {
  const paths = pathsTo(walk, target);
  const [only] = paths ?? [];
  if (paths?.length === 1 && only?.length === 2)
    return { kind: 'direct', loss: expressionOf(walk, node(walk, walk.graph.root)) };
  if (paths) {
    const terms = paths.map((path) => withKnown(walk, path));
    return { kind: 'paths', terms: sharedPrefix(terms) };
  }
  const root = node(walk, walk.graph.root);
  const consumers = walk.graph.nodes.filter(
    (n) => walk.showsValue(n) && dependsOn(walk, n).some((d) => d.index === target.index),
  );
  const terms = consumers.map((consumer) =>
    consumer.index === root.index
      ? withKnown(walk, [root, target])
      : withKnown(walk, [root, consumer, target]),
  );
  return { kind: 'paths', terms };
}

/**
 * Several ways that share the same known gradient and the same last factor are one term: the known gradient has
 * summed over them already.
 */
function sharedPrefix(terms: readonly ChainTerm[]): readonly ChainTerm[] {
  const seen = new Map<string, ChainTerm[]>();
  for (const term of terms) {
    const rest = term.factors.slice(term.known).map((f) => `${f.of}/${f.by}`);
    const key = term.knownAs === undefined ? rest.join(' ') : [term.knownAs, ...rest].join(' ');
    seen.set(key, [...(seen.get(key) ?? []), term]);
  }
  return [...seen.values()].map(
    (group) => (group.length === 1 ? group[0] : folded(group)) as ChainTerm,
  );
}

function folded(group: readonly ChainTerm[]): ChainTerm {
  const term = group[0] as ChainTerm;
  const last = term.factors[term.known - 1];
  const root = term.factors[0];
  if (!last || !root) return term;
  return {
    ...term,
    factors: [{ of: root.of, by: last.by }, ...term.factors.slice(term.known)],
    known: 1,
  };
}
