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

/** The first node with which one pass computes more numbers than the limit; −1 where none does. */
function passesLimit(specs: readonly NodeSpec[]): number {
  let numbers = 0;
  return specs.findIndex(({ shape }) => {
    numbers += sizeOf(shape);
    return numbers > MOST_NUMBERS;
  });
}

/** `placeOf` says where a node comes from, by its index. */
export function toGraph(
  specs: readonly NodeSpec[],
  root: number,
  examples: Examples,
  placeOf: (index: number) => string,
): Result<Graph> {
  const passing = passesLimit(specs);
  if (passing >= 0) {
    const numbers = specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    return fail(
      `One pass would compute ${grouped(numbers)} numbers; the limit is ${grouped(MOST_NUMBERS)}`,
      placeOf(passing),
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
