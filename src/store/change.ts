import type { Compiled } from '../compile';
import { fromRows, type Matrix, nodeOf, sameShape, scalar, shapeOf } from '../engine';
import type { Problem, Tensor } from '../problem';
import type { LeafChange } from '../worker';

const matrixOf = (tensor: Tensor): Matrix =>
  typeof tensor === 'number' ? scalar(tensor) : fromRows(tensor);

const sameNames = (a: object, b: object) => Object.keys(a).join('\n') === Object.keys(b).join('\n');

/** Whether both compile to one graph, given leaves of the same shapes. */
function sameStructure(a: Problem, b: Problem): boolean {
  const same =
    a.optimizer.kind === b.optimizer.kind &&
    a.optimizer.learningRate === b.optimizer.learningRate &&
    sameNames(a.data, b.data) &&
    sameNames(a.parameters, b.parameters);
  if (!same) return false;
  if (a.kind === 'network') return b.kind === 'network' && a.network === b.network;
  return (
    b.kind === 'program' &&
    a.program === b.program &&
    a.minimise === b.minimise &&
    a.examples === b.examples
  );
}

/** The leaves whose numbers differ; undefined where more than numbers does, and it must be compiled again. */
export function leafChanges(from: Compiled, to: Problem): readonly LeafChange[] | undefined {
  if (!sameStructure(from.problem, to)) return undefined;
  const before = { ...from.problem.data, ...from.problem.parameters };
  const changes: LeafChange[] = [];
  for (const [id, tensor] of Object.entries({ ...to.data, ...to.parameters })) {
    if (tensor === before[id]) continue;
    const node = nodeOf(from.graph, id);
    // A program need not use all of its data.
    if (!node) continue;
    const matrix = matrixOf(tensor);
    if (!sameShape(node.shape, shapeOf(matrix))) return undefined;
    changes.push({ id, matrix });
  }
  return changes;
}

/** What compiling `problem` would give, with the graph that is there already. */
export function withChanges(
  { graph, values }: Compiled,
  problem: Problem,
  changes: readonly LeafChange[],
): Compiled {
  const changed = changes.map(({ id, matrix }) => [id, matrix] as const);
  return { problem, graph, values: new Map([...values, ...changed]) };
}
