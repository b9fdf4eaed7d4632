import { exampleCount } from '../../derive';
import type { Graph, GraphNode } from '../../engine';
import type { Problem } from '../../problem';
import type { Subject } from '../../store';

const layersIn = (graph: Graph) => Math.max(0, ...graph.nodes.map(({ layer }) => layer ?? 0));

function layerName(graph: Graph, layer: number): string {
  if (layer === 0) return 'the input';
  return layer === layersIn(graph) ? 'the output layer' : `hidden layer ${layer}`;
}

const isPerExample = ({ role }: GraphNode) =>
  role === 'input' || role === 'target' || role === 'activation' || role === 'pre-activation';

export interface UnitPlace {
  readonly unit: number;
  readonly example: number;
}

/** Which unit of which example an entry is, where it is one. */
export function unitOf(graph: Graph, node: GraphNode, row: number, col: number): UnitPlace | null {
  if (!isPerExample(node) || layersIn(graph) === 0) return null;
  return graph.examples === 'columns' ? { unit: row, example: col } : { unit: col, example: row };
}

const ofExample = (graph: Graph, example: number) =>
  exampleCount(graph) > 1 ? `, example ${example + 1}` : '';

function ofParameter(problem: Problem, graph: Graph, { quantity, row, col }: Subject): string {
  const { node } = quantity;
  const layer = node.layer ?? 0;
  if (problem.kind !== 'network') return '';
  const here = layerName(graph, layer);
  if (node.id.startsWith('b')) return `the bias of unit ${Math.max(row, col) + 1} of ${here}`;
  const [to, from] = problem.network.weights === 'out-in' ? [row, col] : [col, row];
  return `the weight from unit ${from + 1} of ${layerName(graph, layer - 1)} to unit ${to + 1} of ${here}`;
}

/** What an entry is, in words: `the weight from unit 1 of hidden layer 1 to unit 2 of hidden layer 2`. */
export function describe(subject: Subject, problem: Problem, graph: Graph): string {
  const { quantity, row, col } = subject;
  const { node, aspect } = quantity;
  const unit = unitOf(graph, node, row, col);
  const isLayered = problem.kind === 'network' && (node.layer !== undefined || unit);
  const single = node.shape[0] === 1 && node.shape[1] === 1;
  const plain = single ? '' : `row ${row + 1}, column ${col + 1}`;
  if (!isLayered) return node.role === 'loss' ? 'the loss' : plain;
  const what = unit
    ? `${node.role === 'target' ? 'the target of ' : ''}unit ${unit.unit + 1} of ${layerName(graph, node.role === 'target' ? layersIn(graph) : (node.layer ?? 0))}${ofExample(graph, unit.example)}`
    : node.role === 'parameter'
      ? ofParameter(problem, graph, subject)
      : plain;
  if (aspect === 'gradient') return `the gradient at ${what}`;
  return aspect === 'updated' ? `the new value of ${what}` : what;
}
