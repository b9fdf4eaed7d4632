import { fromRows, type Graph, type Matrix, type Shape, scalar } from '../engine';
import type { Tensor, Tensors } from '../problem';

export function shapeOfTensor(tensor: Tensor): Shape {
  return typeof tensor === 'number' ? [1, 1] : [tensor.length, tensor[0]?.length ?? 0];
}

/** The value of each leaf of the graph by its name. */
export function valuesOf(graph: Graph, ...groups: readonly Tensors[]): ReadonlyMap<string, Matrix> {
  return new Map(
    groups
      .flatMap((tensors) => Object.entries(tensors))
      .filter(([name]) => graph.byId.has(name))
      .map(([name, tensor]) => [
        name,
        typeof tensor === 'number' ? scalar(tensor) : fromRows(tensor),
      ]),
  );
}
