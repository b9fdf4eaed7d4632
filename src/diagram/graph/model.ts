import {
  foldedWalk,
  type Local,
  linesOf,
  localOf,
  type Source,
  shownOf,
  sourcesOf,
  type Walk,
} from '../../derive/folding';
import type { GraphNode } from '../../engine';

export interface ModelNode {
  readonly key: string;
  readonly node: GraphNode;
  /** `line`: a named line folded to one node. */
  readonly kind: 'leaf' | 'operation' | 'line';
  /** The line that it is a part of. */
  readonly line: string;
  /** Its line has more than one operation. */
  readonly folds: boolean;
  readonly isRoot: boolean;
}

export interface ModelEdge {
  readonly key: string;
  readonly from: ModelNode;
  readonly to: ModelNode;
  /** Null where no gradient flows. */
  readonly local: Local | null;
  /** The tag it starts at, where its leaf is used too often for a wire to each use. */
  readonly tag: string | null;
}

/** More uses of a leaf than this, and each but the first starts at a tag with its name, close by. */
const MOST_WIRES = 3;

function withTags(edges: readonly ModelEdge[]): readonly ModelEdge[] {
  const uses = new Map<string, number>();
  const count = (key: string) => {
    const before = uses.get(key) ?? 0;
    uses.set(key, before + 1);
    return before;
  };
  const all = grouped(edges, ({ from }) => from.key);
  return edges.map((edge) => {
    const { key, kind } = edge.from;
    const isCrowded = kind === 'leaf' && (all.get(key)?.length ?? 0) > MOST_WIRES;
    return isCrowded && count(key) > 0 ? { ...edge, tag: `#${edge.key}` } : edge;
  });
}

/** A compiled graph with some of its lines open: operations and leaves, and what flows between them. */
export interface GraphModel {
  readonly walk: Walk;
  readonly nodes: readonly ModelNode[];
  readonly edges: readonly ModelEdge[];
  readonly byKey: ReadonlyMap<string, ModelNode>;
  readonly out: ReadonlyMap<string, readonly ModelEdge[]>;
  readonly into: ReadonlyMap<string, readonly ModelEdge[]>;
  /** The node on the drawing that stands for a node of the graph. */
  readonly shown: (id: string) => string;
}

/** The lines that have more than one operation, by the index of their result. */
function foldable(graph: Walk['graph']): ReadonlySet<number> {
  const lines = linesOf(graph);
  return new Set(lines.filter((line, index) => line !== index));
}

export function grouped(
  edges: readonly ModelEdge[],
  by: (edge: ModelEdge) => string,
): ReadonlyMap<string, readonly ModelEdge[]> {
  const groups = new Map<string, ModelEdge[]>();
  for (const edge of edges) {
    const list = groups.get(by(edge));
    if (list) list.push(edge);
    else groups.set(by(edge), [edge]);
  }
  return groups;
}

export function graphModel(source: Source, isOpen: (line: string) => boolean): GraphModel {
  const walk = foldedWalk(source, isOpen);
  const { graph } = walk;
  const lines = linesOf(graph);
  const folds = foldable(graph);
  const nodes = graph.nodes.flatMap((node): ModelNode[] => {
    if (!walk.showsValue(node) || node.op.kind === 'constant') return [];
    const line = graph.nodes[lines[node.index] ?? node.index] ?? node;
    const isFolded = folds.has(node.index) && !isOpen(node.id);
    return [
      {
        key: node.id,
        node,
        kind: node.args.length === 0 ? 'leaf' : isFolded ? 'line' : 'operation',
        line: line.id,
        folds: folds.has(line.index),
        isRoot: node.index === graph.root,
      },
    ];
  });
  const byKey = new Map(nodes.map((each) => [each.key, each]));
  const wires = nodes.flatMap((to) =>
    sourcesOf(walk, to.node).flatMap((node): ModelEdge[] => {
      const from = byKey.get(node.id);
      if (!from) return [];
      const local = localOf(walk, node, to.node);
      return [{ key: `${from.key}>${to.key}`, from, to, local, tag: null }];
    }),
  );
  const edges = withTags(wires);
  return {
    walk,
    nodes,
    edges,
    byKey,
    out: grouped(edges, ({ from }) => from.key),
    into: grouped(edges, ({ to }) => to.key),
    shown(id) {
      const index = graph.byId.get(id);
      const node = index === undefined ? undefined : graph.nodes[index];
      return node ? shownOf(walk, node).id : id;
    },
  };
}

/** The edges by which a gradient comes back to a node. */
export function returning(model: GraphModel, key: string): readonly ModelEdge[] {
  return (model.out.get(key) ?? []).filter(({ local }) => local !== null);
}
