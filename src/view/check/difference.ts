import { type Comparison, compareGradients, type Printing, quantityText } from '../../derive';
import { type GraphNode, type Matrix, read, rootOf } from '../../engine';
import type { Check, Shown } from '../../store';

/** One parameter: its gradient, the central differences, and how they compare. */
export interface Compared {
  readonly node: GraphNode;
  readonly gradient: Matrix;
  readonly difference: Matrix;
  readonly apart: Matrix;
  readonly comparison: Comparison;
  /** For each entry the unit whose z changes sign within ±ε, in words; empty elsewhere. */
  readonly kinks: readonly string[];
}

/** `unit 2 of Z¹, example 3`: the entry of a pre-activation in words. */
function unitOf(printing: Printing, node: GraphNode, entry: number): string {
  const z = printing.graph.nodes[node.args[0] ?? -1];
  if (!z) return '';
  const [row, col] = [Math.floor(entry / z.shape[1]) + 1, (entry % z.shape[1]) + 1];
  const name = quantityText(printing, z.id);
  if (z.layer === undefined) return `${name}, row ${row}, column ${col}`;
  const [unit, example] = printing.graph.examples === 'columns' ? [row, col] : [col, row];
  return `unit ${unit} of ${name}, example ${example}`;
}

/** The parameters whose differences have all come. */
export function comparedOf(shown: Shown, check: Check, printing: Printing): readonly Compared[] {
  const { graph } = shown.compiled;
  const loss = read(shown.snapshot, 'value', rootOf(graph).id)?.data[0] ?? Number.NaN;
  let start = 0;
  return graph.parameters.flatMap((index) => {
    const node = graph.nodes[index];
    if (!node) return [];
    const [rows, cols] = node.shape;
    const from = start;
    start += rows * cols;
    const gradient = read(shown.snapshot, 'gradient', node.id);
    if (!gradient || start > check.done) return [];
    const difference = { rows, cols, data: check.difference.subarray(from, start) };
    const kinkAt = (i: number) => check.kinkNode[from + i] ?? -1;
    const apart = {
      rows,
      cols,
      data: gradient.data.map((g, i) => g - (difference.data[i] as number)),
    };
    const kinks = [...gradient.data].map((_, i) => {
      const kinked = graph.nodes[kinkAt(i)];
      return kinked ? unitOf(printing, kinked, check.kinkEntry[from + i] ?? 0) : '';
    });
    const isKink = (i: number) => kinkAt(i) >= 0;
    const at = { epsilon: check.epsilon, loss };
    const comparison = compareGradients(gradient.data, difference.data, isKink, at);
    return [{ node, gradient, difference, apart, comparison, kinks }];
  });
}
