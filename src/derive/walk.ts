import { consumersOf, type Graph, type GraphNode, type Matrix, type Op, rootOf } from '../engine';
import { apply, number, transpose } from './build';
import type { Formula } from './formula';
import { depthOf } from './notation';
import type { Detail } from './step';
import { contribution, total } from './vjp';

/** What `derive` needs of a compiled problem. */
export interface Source {
  readonly graph: Graph;
  readonly values: ReadonlyMap<string, Matrix>;
  readonly problem: { readonly optimizer: { readonly learningRate: number } };
}

/** A graph seen at one detail: which values and which gradients have a step (and so a name) of their own. */
export interface Walk {
  readonly source: Source;
  readonly graph: Graph;
  readonly consumers: readonly (readonly number[])[];
  readonly targetsSumToOne: boolean;
  readonly showsValue: (node: GraphNode) => boolean;
  readonly showsGradient: (node: GraphNode) => boolean;
}

export function walkOf(source: Source, detail: Detail): Walk {
  const { graph } = source;
  const outputLayer = depthOf(graph);
  const isNetwork = outputLayer > 0;
  const showsValue = (n: GraphNode) =>
    n.named || n.args.length === 0 || n.index === graph.root || detail === 'operations';
  const gradientAt: Record<Detail, (n: GraphNode) => boolean> = {
    layers: (n) => n.named && !(n.role === 'activation' && n.layer !== outputLayer),
    quantities: (n) => n.named,
    operations: () => true,
  };
  return {
    source,
    graph,
    consumers: consumersOf(graph),
    targetsSumToOne: targetsSumToOne(source),
    showsValue,
    showsGradient: (n) =>
      n.differentiable &&
      n.index !== graph.root &&
      !(isNetwork && n.role === 'input') &&
      gradientAt[detail](n),
  };
}

/** Whether every example's targets add up to 1, as one-hot rows or columns do. */
function targetsSumToOne({ graph, values }: Source): boolean {
  const { op, args } = rootOf(graph);
  const target = op.kind === 'categoricalCrossEntropy' && graph.nodes[args[1] as number];
  const y = target && values.get(target.id);
  if (!y) return false;
  const examples = graph.examples === 'columns' ? y.cols : y.rows;
  const units = graph.examples === 'columns' ? y.rows : y.cols;
  const at = (unit: number, example: number) =>
    y.data[graph.examples === 'columns' ? unit * y.cols + example : example * y.cols + unit] ?? 0;
  return Array.from({ length: examples }, (_, e) =>
    Array.from({ length: units }, (_, u) => at(u, e)).reduce((a, b) => a + b, 0),
  ).every((total) => Math.abs(total - 1) < 1e-12);
}

export function node(walk: Walk, index: number): GraphNode {
  return walk.graph.nodes[index] as GraphNode;
}

export function valueLeaf(n: GraphNode): Formula {
  const constant = n.op.kind === 'constant' ? n.op.value : undefined;
  if (constant !== undefined) return number(constant);
  return { kind: 'quantity', id: n.id, of: n.id, aspect: 'value', shape: n.shape };
}

export function gradientLeaf(n: GraphNode): Formula {
  return { kind: 'quantity', id: n.gradientId, of: n.id, aspect: 'gradient', shape: n.shape };
}

/** The node's value: its name where it has a step of its own, else the expression it stands for. */
export function valueFormula(walk: Walk, n: GraphNode): Formula {
  return walk.showsValue(n) ? valueLeaf(n) : expressionOf(walk, n);
}

/** What the forward pass computes for a node, in terms of named quantities. */
export function expressionOf(walk: Walk, n: GraphNode): Formula {
  const args = n.args.map((a) => valueFormula(walk, node(walk, a)));
  if (n.op.kind === 'transpose') return transpose(args[0] as Formula);
  return apply(...literal(n.op, args));
}

/**
 * A fused cross-entropy is written with the probabilities, as on paper; that the engine takes the logits changes
 * the value only where 1 − a has lost its digits.
 */
function literal(op: Op, args: Formula[]): [Op, ...Formula[]] {
  if ('from' in op && op.from === 'fused')
    return [{ ...op, from: 'probabilities' }, ...args.slice(0, 2)];
  return [op, ...args];
}

/** ∂J/∂node: its name where it has a step of its own, else the sum of what its consumers send back. */
function gradientFormula(walk: Walk, n: GraphNode): Formula {
  if (n.index === walk.graph.root) return number(1);
  return walk.showsGradient(n) ? gradientLeaf(n) : adjointOf(walk, n);
}

/** The rule for ∂J/∂node in terms of the gradients of its consumers. */
export function adjointOf(walk: Walk, n: GraphNode): Formula {
  return total(usesOf(walk, n).map(({ consumer, index }) => sentBack(walk, consumer, index)));
}

/** Where a node is used: once per occurrence as an argument, without bypassed activations and what the loss does not need. */
export function usesOf(
  walk: Walk,
  n: GraphNode,
): readonly { consumer: GraphNode; index: number }[] {
  const consumers = [...new Set(walk.consumers[n.index])].map((c) => node(walk, c));
  return consumers
    .filter((c) => c.differentiable && !c.bypassed)
    .flatMap((consumer) =>
      consumer.args.flatMap((a, index) => (a === n.index ? [{ consumer, index }] : [])),
    );
}

/** What one use of a node sends back to it. */
export function sentBack(walk: Walk, consumer: GraphNode, index: number): Formula {
  const use = {
    op: consumer.op,
    args: consumer.args.map((a) => valueFormula(walk, node(walk, a))),
    out: valueFormula(walk, consumer),
    gradient: gradientFormula(walk, consumer),
    targetsSumToOne: walk.targetsSumToOne,
  };
  return contribution(use, index);
}
