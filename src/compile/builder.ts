import type { Examples, Graph, GraphNode, Op, Role, Shape } from '../engine';
import { sizeOf } from '../engine';
import { fail, grouped, ok, type Result } from '../problem';

/** Values of one pass; with gradients and updates about three times as many numbers lie in memory. */
const MOST_NUMBERS = 10_000_000;

export interface NodeSpec {
  /** Absent for a sub-expression without a name. */
  readonly id?: string;
  /** `d` and the id, unless given. */
  readonly gradientId?: string;
  readonly role: Role;
  readonly layer?: number;
  readonly op: Op;
  readonly args: readonly number[];
  readonly shape: Shape;
  readonly differentiable: boolean;
  readonly bypassed?: boolean;
}

/** No name that an author can give begins so. */
export function unnamedId(index: number): string {
  return `_${index}`;
}

/** The node of a graph that a specification describes, once its place in the order is known. */
function toNode(spec: NodeSpec, index: number): GraphNode {
  const { id = unnamedId(index), role, layer, op, args, shape, differentiable } = spec;
  return {
    index,
    id,
    gradientId: spec.gradientId ?? `d${id}`,
    named: spec.id !== undefined,
    role,
    ...(layer === undefined ? {} : { layer }),
    op,
    args,
    shape,
    differentiable,
    bypassed: spec.bypassed ?? false,
  };
}

export function toGraph(
  specs: readonly NodeSpec[],
  root: number,
  examples: Examples,
): Result<Graph> {
  const numbers = specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (numbers > MOST_NUMBERS) {
    return fail(
      `One pass would compute ${grouped(numbers)} numbers; the limit is ${grouped(MOST_NUMBERS)}`,
      'file',
    );
  }
  const nodes = specs.map(toNode);
  return ok({
    nodes,
    root,
    byId: new Map(nodes.map((node) => [node.id, node.index])),
    parameters: nodes.filter((node) => node.role === 'parameter').map((node) => node.index),
    examples,
  });
}
