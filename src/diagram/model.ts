import type { Examples, Graph, GraphNode, OpKind } from '../engine';
import type { Cell } from './numbers';

export interface Weights {
  readonly node: GraphNode;
  /** Which way the stored matrix lies: its rows are the layer's units, or its columns are. */
  readonly units: 'rows' | 'columns';
}

/** A layer of the network as one column of the drawing; layer 0 is the input. */
export interface Column {
  readonly layer: number;
  readonly name: string;
  readonly activation: OpKind;
  readonly units: number;
  /** What the units compute, last first: activation, pre-activation, product. */
  readonly stages: readonly GraphNode[];
  readonly weights: Weights | null;
  readonly bias: GraphNode | null;
}

export interface NetworkModel {
  readonly columns: readonly Column[];
  readonly target: GraphNode | null;
  readonly loss: GraphNode;
  readonly examples: Examples;
  readonly batch: number;
}

const PRODUCTS: readonly OpKind[] = ['matmul', 'multiply'];

function argsOf(graph: Graph, node: GraphNode): readonly GraphNode[] {
  return node.args.flatMap((index) => graph.nodes[index] ?? []);
}

/** From the pre-activation down to the product of weights and inputs. */
function chainToProduct(graph: Graph, start: GraphNode): readonly GraphNode[] {
  if (PRODUCTS.includes(start.op.kind)) return [start];
  for (const arg of argsOf(graph, start)) {
    if (arg.role !== 'intermediate') continue;
    const rest = chainToProduct(graph, arg);
    if (rest.length > 0) return [start, ...rest];
  }
  return [];
}

/** A parameter, perhaps behind transposes. */
function parameterBehind(graph: Graph, node: GraphNode | undefined, turned = false) {
  let [at, isTurned] = [node, turned];
  while (at?.op.kind === 'transpose') [at, isTurned] = [argsOf(graph, at)[0], !isTurned];
  return at?.role === 'parameter' ? { node: at, turned: isTurned } : null;
}

function weightsOf(graph: Graph, product: GraphNode): Weights | null {
  const [left, right] = argsOf(graph, product);
  const { op } = product;
  const flags = op.kind === 'matmul' ? op : { transposeLeft: false, transposeRight: false };
  const first = parameterBehind(graph, left, flags.transposeLeft);
  if (first) return { node: first.node, units: first.turned ? 'columns' : 'rows' };
  const second = parameterBehind(graph, right, flags.transposeRight);
  return second && { node: second.node, units: second.turned ? 'rows' : 'columns' };
}

function unitsIn(node: GraphNode, examples: Examples): number {
  return node.shape[examples === 'columns' ? 0 : 1];
}

function layerColumn(graph: Graph, layer: number, last: number): Column | null {
  const own = graph.nodes.filter((node) => node.layer === layer);
  const before = own.find((node) => node.role === 'pre-activation');
  const chain = before ? chainToProduct(graph, before) : [];
  const product = chain.at(-1);
  const weights = product ? weightsOf(graph, product) : null;
  if (!before || !weights) return null;
  const activation = own.find((node) => node.role === 'activation');
  const bias = chain
    .flatMap((node) => argsOf(graph, node))
    .find((node) => node.role === 'parameter' && node !== weights.node);
  return {
    layer,
    name: layer === last ? 'output' : `hidden ${layer}`,
    activation: activation?.op.kind ?? 'identity',
    units: unitsIn(before, graph.examples),
    stages: activation ? [activation, ...chain] : chain,
    weights,
    bias: bias ?? null,
  };
}

/** The layers of a network; null for a program, which has none. */
export function networkModel(graph: Graph): NetworkModel | null {
  const last = Math.max(0, ...graph.nodes.map((node) => node.layer ?? 0));
  const input = graph.nodes.find((node) => node.role === 'input');
  const loss = graph.nodes[graph.root];
  if (last === 0 || !input || !loss) return null;
  const { examples } = graph;
  const first: Column = {
    layer: 0,
    name: 'input',
    activation: 'identity',
    units: unitsIn(input, examples),
    stages: [input],
    weights: null,
    bias: null,
  };
  const layers = Array.from({ length: last }, (_, i) => layerColumn(graph, i + 1, last));
  if (layers.includes(null)) return null;
  return {
    columns: [first, ...layers.filter((column) => column !== null)],
    target: graph.nodes.find((node) => node.role === 'target') ?? null,
    loss,
    examples,
    batch: input.shape[examples === 'columns' ? 1 : 0],
  };
}

export function weightCell(weights: Weights, unit: number, input: number): Cell {
  return weights.units === 'rows' ? [unit, input] : [input, unit];
}

export function unitCell(examples: Examples, unit: number, example: number): Cell {
  return examples === 'columns' ? [unit, example] : [example, unit];
}

export function biasCell(bias: GraphNode, unit: number): Cell {
  return bias.shape[1] === 1 ? [unit, 0] : [0, unit];
}
