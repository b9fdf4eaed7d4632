import { layout as dagreLayout, graphlib } from '@dagrejs/dagre';
import type { Box, Point } from '../curve';

/** What the layout is told: sizes only, so it is the same for the same structure. */
export interface Sized {
  readonly nodes: readonly {
    readonly key: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly width: number;
    readonly height: number;
    /** Where its line runs through the label, from the label's middle: down, or to the right. */
    readonly lineAt: number;
  }[];
  readonly direction: 'LR' | 'TB';
}

export interface Placed {
  readonly nodes: ReadonlyMap<string, Box>;
  /** Of each edge its label, and the points it goes through, from border to border. */
  readonly edges: ReadonlyMap<string, { readonly label: Box; readonly points: readonly Point[] }>;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 16;
/** So much of it may be cut. */
export const SLACK = 12;

interface Found {
  readonly x?: number;
  readonly y?: number;
  readonly points?: readonly Point[];
}

/** The extent of each column of nodes and labels, by its middle: an edge crosses it level. */
function columnsOf(boxes: readonly Box[], isAcross: boolean): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  for (const { x, y, width, height } of boxes) {
    const at = Math.round(isAcross ? x : y);
    columns.set(at, Math.max(columns.get(at) ?? 0, (isAcross ? width : height) / 2));
  }
  return columns;
}

/** Straight through each column, and past its own label on the line that the label leaves free. */
function levelled(
  points: readonly Point[],
  columns: ReadonlyMap<number, number>,
  isAcross: boolean,
  line: Point,
) {
  return points.flatMap((point, i): Point[] => {
    const at = isAcross ? point.x : point.y;
    const half = columns.get(Math.round(at)) ?? 0;
    if (i === 0 || i === points.length - 1) return [point];
    const isLabel = Math.abs(at - (isAcross ? line.x : line.y)) < 1;
    const across = isAcross ? (isLabel ? line.y : point.y) : isLabel ? line.x : point.x;
    const ends = [at - half, at + half];
    return ends.map((end) => (isAcross ? { x: end, y: across } : { x: across, y: end }));
  });
}

/** Nodes and labels in their places; nothing overlaps. */
export function placed({ nodes, edges, direction }: Sized): Placed {
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({
    rankdir: direction,
    nodesep: direction === 'LR' ? 12 : 18,
    edgesep: 10,
    ranksep: 30,
    marginx: MARGIN,
    marginy: MARGIN,
    ranker: nodes.length > 100 ? 'tight-tree' : 'network-simplex',
  });
  for (const { key, width, height } of nodes) graph.setNode(key, { width, height });
  for (const { from, to, width, height } of edges)
    graph.setEdge(from, to, { width, height, labelpos: 'c', minlen: 1 });
  dagreLayout(graph, { disableOptimalOrderHeuristic: nodes.length > 40 });
  const isAcross = direction === 'LR';
  const boxes = new Map(
    nodes.map(({ key, width, height }): [string, Box] => {
      const { x = 0, y = 0 } = graph.node(key) as Found;
      return [key, { x, y, width, height }];
    }),
  );
  const found = edges.map(({ key, from, to, width, height, lineAt }) => {
    const { x, y, points = [] } = graph.edge(from, to) as Found;
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    const label = { x: x ?? middle.x, y: y ?? middle.y, width, height };
    const line = isAcross
      ? { x: label.x, y: label.y + lineAt }
      : { x: label.x + lineAt, y: label.y };
    return { key, from, to, points, label, line };
  });
  const columns = columnsOf([...boxes.values(), ...found.map(({ label }) => label)], isAcross);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    nodes: boxes,
    edges: new Map(
      found.map(({ key, from, to, points, label, line }) => {
        const ends = withPorts(points, boxes.get(from), boxes.get(to), isAcross);
        return [key, { label, points: levelled(ends, columns, isAcross, line) }];
      }),
    ),
    width,
    height,
  };
}

/** An edge leaves at the middle of a side, towards which it leads, and arrives at the other. */
function withPorts(
  points: readonly Point[],
  from: Box | undefined,
  to: Box | undefined,
  isAcross: boolean,
): readonly Point[] {
  if (!from || !to) return points;
  const inner = points.slice(1, -1);
  const ends: readonly [Point, Point] = isAcross
    ? [
        { x: from.x + from.width / 2, y: from.y },
        { x: to.x - to.width / 2, y: to.y },
      ]
    : [
        { x: from.x, y: from.y + from.height / 2 },
        { x: to.x, y: to.y - to.height / 2 },
      ];
  return [ends[0], ...inner, ends[1]];
}
