import { type Graph, type GraphNode, type Op, read, type Snapshot } from '../engine';
import { formatNumber } from './print/number';

const short = (value: number) => formatNumber(value, { decimals: 4 });

export interface Found {
  readonly node: GraphNode;
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

export function firstIn(node: GraphNode, data: ArrayLike<number> | undefined): Found | undefined {
  if (!data) return undefined;
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (Number.isFinite(value)) continue;
    return { node, row: Math.floor(i / node.shape[1]), col: i % node.shape[1], value };
  }
  return undefined;
}

type At = (arg: number, row: number, col: number) => number;

/** Entries of the arguments, a thin one broadcast. */
export function argsAt(graph: Graph, snapshot: Snapshot, node: GraphNode): At {
  return (arg, row, col) => {
    const source = graph.nodes[node.args[arg] ?? -1];
    const m = source && read(snapshot, 'value', source.id);
    if (!m) return Number.NaN;
    return m.data[Math.min(row, m.rows - 1) * m.cols + Math.min(col, m.cols - 1)] as number;
  };
}

/** The product of a row and a column that is too large, or the largest there is. */
function productsOf(op: Op, graph: Graph, snapshot: Snapshot, found: Found): string {
  const [a, b] = found.node.args.map((i) => read(snapshot, 'value', graph.nodes[i]?.id ?? ''));
  if (op.kind !== 'matmul' || !a || !b) return '';
  const inner = op.transposeLeft ? a.rows : a.cols;
  const left = (k: number) =>
    a.data[op.transposeLeft ? k * a.cols + found.row : found.row * a.cols + k] as number;
  const right = (k: number) =>
    b.data[op.transposeRight ? found.col * b.cols + k : k * b.cols + found.col] as number;
  const pairs = Array.from({ length: inner }, (_, k) => [left(k), right(k)] as const);
  const single = pairs.find(([x, y]) => !Number.isFinite(x * y));
  if (single) return `${short(single[0])} · ${short(single[1])}`;
  const products = pairs.map(([x, y]) => x * y).sort((x, y) => Math.abs(y) - Math.abs(x));
  return products.slice(0, 2).map(short).join(' + ');
}

/** The largest of the differences that a squared error squares. */
function squareOf(graph: Graph, snapshot: Snapshot, { node }: Found): string {
  const [a, y] = node.args.map((i) => read(snapshot, 'value', graph.nodes[i]?.id ?? ''));
  if (!a || !y) return '';
  const differences = [...a.data].map((x, i) => x - (y.data[i] as number));
  const largest = differences.reduce((most, d) => (Math.abs(d) > Math.abs(most) ? d : most), 0);
  return `(${short(largest)})²`;
}

const calls: Partial<Record<Op['kind'], (at: (arg: number) => string) => string>> = {
  add: (at) => `${at(0)} + ${at(1)}`,
  subtract: (at) => `${at(0)} − ${at(1)}`,
  multiply: (at) => `${at(0)} · ${at(1)}`,
  divide: (at) => `${at(0)} / ${at(1)}`,
  power: (at) => `${at(0)} to the power ${at(1)}`,
  exp: (at) => `exp(${at(0)})`,
  log: (at) => `log(${at(0)})`,
  sqrt: (at) => `the root of ${at(0)}`,
};

export const isLoss = (op: Op) =>
  op.kind === 'binaryCrossEntropy' || op.kind === 'categoricalCrossEntropy';

/** What was calculated at that place, with its numbers. */
export function calculated(graph: Graph, snapshot: Snapshot, found: Found): string {
  const { op } = found.node;
  if (op.kind === 'matmul') return productsOf(op, graph, snapshot, found);
  if (op.kind === 'squaredError') return squareOf(graph, snapshot, found);
  const at = argsAt(graph, snapshot, found.node);
  return calls[op.kind]?.((arg) => short(at(arg, found.row, found.col))) ?? '';
}

/** The first of the unnamed operations of a quantity that is not finite: where it really arose. */
export function unnamedBefore(
  graph: Graph,
  snapshot: Snapshot,
  node: GraphNode,
): Found | undefined {
  for (const index of node.args) {
    const arg = graph.nodes[index];
    if (!arg || arg.named) continue;
    const deeper = unnamedBefore(graph, snapshot, arg);
    if (deeper) return deeper;
    const found = firstIn(arg, read(snapshot, 'value', arg.id)?.data);
    if (found) return found;
  }
  return undefined;
}

export function parameterOf(graph: Graph, node: GraphNode): GraphNode | undefined {
  return node.args.map((i) => graph.nodes[i]).find((n) => n?.role === 'parameter');
}
