import type { Graph, GraphNode, Role } from '../graph';
import { type Aspect, read } from '../layout';
import { fromRows, isScalar, type Matrix, type Shape, toRows } from '../matrix';
import type { Examples, LossOptions, Op } from '../op';
import { backward, forward } from '../passes';
import { createPlan, setLeaf } from '../plan';
import { inferShape } from '../shapes';

/** One node as a test writes it: what is left out is inferred. */
export interface Line {
  readonly id: string;
  readonly op?: Op;
  readonly args?: readonly string[];
  /** Of an input; other shapes are inferred. */
  readonly shape?: Shape;
  readonly role?: Role;
  readonly bypassed?: boolean;
}

const INPUT: Op = { kind: 'input' };

/** A leaf that the gradient is wanted of. */
export function parameter(id: string, shape: Shape): Line {
  return { id, shape, role: 'parameter' };
}

/** A leaf that it is not wanted of. */
export function data(id: string, shape: Shape): Line {
  return { id, shape, role: 'target' };
}

/** The graph of these lines, whose last one is the loss. */
export function graphOf(lines: readonly Line[], examples: Examples = 'columns'): Graph {
  const nodes: GraphNode[] = [];
  const byId = new Map<string, number>();
  for (const { id, op = INPUT, args = [], shape, role, bypassed = false } of lines) {
    const from = args.map((arg) => nodes[byId.get(arg) ?? -1] as GraphNode);
    const inferred = shape
      ? { ok: true as const, shape }
      : inferShape(
          op,
          from.map((node) => node.shape),
        );
    if (!inferred.ok) throw new Error(`${id}: ${inferred.reason}`);
    byId.set(id, nodes.length);
    nodes.push({
      index: nodes.length,
      id,
      gradientId: `d${id}`,
      named: true,
      role: role ?? 'intermediate',
      op,
      args: from.map((node) => node.index),
      shape: inferred.shape,
      differentiable:
        role === 'parameter' || role === 'input' || from.some((node) => node.differentiable),
      bypassed,
    });
  }
  const root = nodes.length - 1;
  if (!isScalar((nodes[root] as GraphNode).shape)) throw new Error('the last line is not a scalar');
  const parameters = nodes.filter((node) => node.role === 'parameter').map((node) => node.index);
  return { nodes, root, byId, parameters, examples };
}

export const MEAN: LossOptions = { factor: 1, over: 'mean', examples: 'columns' };

/** Z = W A + b and A = g(Z) of layer `l`, examples as columns; the last layer may be bypassed by its loss. */
export function layer(
  l: number,
  [units, inputs]: Shape,
  activation: Op,
  input: string,
  bypassed = false,
): Line[] {
  const product: Op = { kind: 'matmul', transposeLeft: false, transposeRight: false };
  return [
    parameter(`W${l}`, [units, inputs]),
    parameter(`b${l}`, [units, 1]),
    { id: `WA${l}`, op: product, args: [`W${l}`, input] },
    { id: `Z${l}`, op: { kind: 'add' }, args: [`WA${l}`, `b${l}`] },
    { id: `A${l}`, op: activation, args: [`Z${l}`], bypassed },
  ];
}

/** The plan of these lines after a forward and a backward pass, and its numbers by name. */
export function passOf(lines: readonly Line[], leaves: Readonly<Record<string, number[][]>>) {
  const plan = createPlan(graphOf(lines));
  for (const [id, rows] of Object.entries(leaves)) setLeaf(plan, id, fromRows(rows));
  forward(plan);
  backward(plan);
  const numbers = (aspect: Aspect) => (id: string) => toRows(read(plan, aspect, id) as Matrix);
  return { plan, value: numbers('value'), gradient: numbers('gradient') };
}
