import { type Graph, type GraphNode, nodeOf, type Quantity, type Shape } from '../engine';
import { depthOf, exampleCount, layerMark, type Notation } from './notation';
import type { Printing } from './print/context';
import { symbolTex } from './symbol';

/** What a row or column stands for: a unit of a layer (0 is the input), an example, or nothing. */
export type Dimension =
  | { readonly kind: 'units'; readonly layer: number; readonly size: number }
  | { readonly kind: 'examples'; readonly size: number }
  | { readonly kind: 'plain'; readonly size: number };

export interface LedgerRow {
  readonly id: string;
  readonly shape: Shape;
  /** `(n^{[1]}, m)` in TeX. */
  readonly symbolic: string;
  /** The same as it is said: `n 1 by m`. */
  readonly spoken: string;
  /** `units of layer 1`, `examples`; empty where there is no convention. */
  readonly rows: string;
  readonly columns: string;
}

type Axes = readonly [rows: Dimension, columns: Dimension];

const plain = (size: number): Dimension => ({ kind: 'plain', size });

/** The units of a layer that enter it; of a program's quantity the sizes are all there is. */
function axesOf(graph: Graph, node: GraphNode): Axes {
  const [rows, cols] = node.shape;
  const depth = depthOf(graph);
  if (depth === 0 || node.role === 'loss') return [plain(rows), plain(cols)];
  const examplesAre = graph.examples;
  const layer = node.layer ?? (node.role === 'target' ? depth : 0);
  const width = (of: number): number => {
    const a = of === 0 ? graph.nodes.find((n) => n.role === 'input') : nodeOf(graph, `Z${of}`);
    return a ? a.shape[examplesAre === 'columns' ? 0 : 1] : 1;
  };
  const units = (of: number): Dimension => ({ kind: 'units', layer: of, size: width(of) });
  const across = (own: Dimension, other: Dimension): Axes =>
    examplesAre === 'columns' ? [own, other] : [other, own];
  if (node.role !== 'parameter')
    return across(units(layer), { kind: 'examples', size: exampleCount(graph) });
  if (node.id.startsWith('b')) return across(units(layer), plain(1));
  return isOutIn(graph, node) ? [units(layer), units(layer - 1)] : [units(layer - 1), units(layer)];
}

/** Whether W is units × inputs: `W A` or `A Wᵀ`, and not `Wᵀ A` or `A W`. */
function isOutIn(graph: Graph, node: GraphNode): boolean {
  const product = graph.nodes.find((n) => n.op.kind === 'matmul' && n.args.includes(node.index));
  if (product?.op.kind !== 'matmul') return true;
  const isLeft = product.args[0] === node.index;
  return isLeft ? !product.op.transposeLeft : product.op.transposeRight;
}

/** The number of units: `n^{[1]}`, `n^{(1)}`, `n_{1}`. */
const unitsTex = (notation: Notation, layer: number) =>
  symbolTex({ base: 'n', ...layerMark[notation.layerAs](layer) });

function dimensionTex(d: Dimension, notation: Notation): string {
  if (d.kind === 'units') return unitsTex(notation, d.layer);
  return d.kind === 'examples' ? notation.count : `${d.size}`;
}

function dimensionSpoken(d: Dimension, notation: Notation): string {
  if (d.kind === 'units') return `n ${d.layer}`;
  return d.kind === 'examples' ? notation.count : `${d.size}`;
}

function dimensionWords(d: Dimension): string {
  if (d.kind === 'examples') return 'examples';
  if (d.kind === 'plain') return '';
  return d.layer === 0 ? 'inputs' : `units of layer ${d.layer}`;
}

/** The shapes of the quantities: symbolic, in numbers, and what rows and columns stand for. */
export function ledgerOf(
  printing: Printing,
  quantities: readonly Quantity[],
): readonly LedgerRow[] {
  const { graph, notation } = printing;
  return quantities.map(({ id, node }) => {
    const [rows, columns] = axesOf(graph, node);
    return {
      id,
      shape: node.shape,
      symbolic: `(${dimensionTex(rows, notation)},\\, ${dimensionTex(columns, notation)})`,
      spoken: `${dimensionSpoken(rows, notation)} by ${dimensionSpoken(columns, notation)}`,
      rows: dimensionWords(rows),
      columns: dimensionWords(columns),
    };
  });
}

/** What the letters are: `n^{[1]} = 4`, `m = 5`; nothing for a program. */
export function legendOf({ graph, notation }: Printing): readonly string[] {
  const depth = depthOf(graph);
  if (depth === 0) return [];
  const input = graph.nodes.find((n) => n.role === 'input');
  const at = graph.examples === 'columns' ? 0 : 1;
  const widths = Array.from({ length: depth + 1 }, (_, layer) =>
    layer === 0 ? input?.shape[at] : nodeOf(graph, `Z${layer}`)?.shape[at],
  );
  return [
    ...widths.map((width, layer) => `${unitsTex(notation, layer)} = ${width ?? 1}`),
    `${notation.count} = ${exampleCount(graph)}`,
  ];
}
