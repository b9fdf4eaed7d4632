import type { Graph, GraphNode } from '../engine';

/** One way from a name to a name that is computed from it, with the columns it passes on its way. */
export interface Wire {
  readonly from: string;
  readonly to: string;
}

/** A place in a column: a name, or the passage of a wire that goes further. */
export type Slot =
  | { readonly kind: 'name'; readonly key: string; readonly node: GraphNode }
  | { readonly kind: 'passage'; readonly key: string; readonly wire: Wire };

export interface ProgramModel {
  readonly columns: readonly (readonly Slot[])[];
  readonly wires: readonly Wire[];
}

function isDrawn(graph: Graph, node: GraphNode): boolean {
  return node.named || node.index === graph.root;
}

/** The names that a node is computed from, through unnamed operations. */
function sourcesOf(graph: Graph, node: GraphNode): readonly string[] {
  const found = node.args.flatMap((index): readonly string[] => {
    const arg = graph.nodes[index];
    if (!arg) return [];
    return isDrawn(graph, arg) ? [arg.id] : sourcesOf(graph, arg);
  });
  return [...new Set(found)];
}

/** Columns by depth; what depends on nothing stands just before its first use. */
function depthsOf(
  nodes: readonly GraphNode[],
  wires: readonly Wire[],
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id } of nodes) {
    const into = wires.filter(({ to }) => to === id);
    depths.set(id, Math.max(0, ...into.map(({ from }) => (depths.get(from) ?? 0) + 1)));
  }
  for (const { id } of nodes) {
    const uses = wires.filter(({ from }) => from === id).map(({ to }) => depths.get(to) ?? 0);
    const isLeaf = !wires.some(({ to }) => to === id);
    if (isLeaf && uses.length > 0) depths.set(id, Math.min(...uses) - 1);
  }
  return depths;
}

const SWEEPS = 8;

/** Moves each slot towards the mean place of its neighbours, so that few wires cross. */
function untangled(
  columns: Slot[][],
  neighbours: ReadonlyMap<string, readonly string[]>,
): Slot[][] {
  let current = columns;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const at = new Map<string, number>();
    for (const column of current)
      column.forEach((slot, i) => {
        at.set(slot.key, i - (column.length - 1) / 2);
      });
    const mean = ({ key }: Slot) => {
      const places = (neighbours.get(key) ?? []).flatMap((other) => at.get(other) ?? []);
      return places.length > 0
        ? places.reduce((a, b) => a + b, 0) / places.length
        : (at.get(key) ?? 0);
    };
    const odd = sweep % 2;
    current = current.map((column, i) =>
      i % 2 === odd ? [...column].sort((a, b) => mean(a) - mean(b)) : column,
    );
  }
  return current;
}

export function passageKey({ from, to }: Wire, depth: number): string {
  return `${from}>${to}@${depth}`;
}

/** The places a wire goes through, ends included. */
export function stopsOf(wire: Wire, start: number, end: number): readonly string[] {
  const between = Array.from({ length: Math.max(0, end - start - 1) }, (_, i) =>
    passageKey(wire, start + 1 + i),
  );
  return [wire.from, ...between, wire.to];
}

export function programModel(graph: Graph): ProgramModel {
  const nodes = graph.nodes.filter((node) => isDrawn(graph, node));
  const wires = nodes.flatMap((node) =>
    sourcesOf(graph, node).map((from) => ({ from, to: node.id })),
  );
  const depths = depthsOf(nodes, wires);
  const depthOf = (id: string) => depths.get(id) ?? 0;
  const columns: Slot[][] = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, () => []);
  for (const node of nodes) columns[depthOf(node.id)]?.push({ kind: 'name', key: node.id, node });
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (const wire of wires) {
    const [start, end] = [depthOf(wire.from), depthOf(wire.to)];
    for (let depth = start + 1; depth < end; depth++)
      columns[depth]?.push({ kind: 'passage', key: passageKey(wire, depth), wire });
    const stops = stopsOf(wire, start, end);
    stops.slice(1).forEach((stop, i) => {
      join(stops[i] ?? wire.from, stop);
    });
  }
  return { columns: untangled(columns, neighbours), wires };
}
