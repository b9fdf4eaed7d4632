import type { GraphNode } from '../engine';
import type { Problem } from '../problem';

export type Axis = 'feature' | 'example' | 'unit' | 'input' | '';

/** What the rows and the columns of a quantity stand for, in a network; nothing in a program. */
export function axesOf(node: GraphNode, problem: Problem): readonly [Axis, Axis] {
  if (problem.kind !== 'network') return ['', ''];
  const { examples, weights } = problem.network;
  const perExample = (axis: Axis): readonly [Axis, Axis] =>
    examples === 'columns' ? [axis, 'example'] : ['example', axis];
  switch (node.role) {
    case 'input':
      return perExample('feature');
    case 'target':
    case 'activation':
    case 'pre-activation':
    case 'intermediate':
      return perExample('unit');
    case 'parameter':
      if (node.id.startsWith('b')) return examples === 'columns' ? ['unit', ''] : ['', 'unit'];
      return weights === 'out-in' ? ['unit', 'input'] : ['input', 'unit'];
    default:
      return ['', ''];
  }
}

type Cell = readonly [row: number, col: number];

/** The example that an entry is of, from 0; undefined where it is of none. */
export function exampleAt(node: GraphNode, problem: Problem, cell: Cell): number | undefined {
  const side = axesOf(node, problem).indexOf('example');
  return cell[side];
}

/** How far along each axis an entry stands. */
function alongAxes(node: GraphNode, problem: Problem, cell: Cell): ReadonlyMap<Axis, number> {
  return new Map(axesOf(node, problem).map((axis, side) => [axis, cell[side] ?? 0]));
}

/**
 * The entry of `to` that belongs to an entry of `from`: the same unit, the same input of a weight, and of what has
 * examples the one that is looked at. Where rows and columns stand for nothing, the same row and column.
 */
export function cellLike(
  from: { readonly node: GraphNode; readonly cell: Cell } | null,
  to: GraphNode,
  problem: Problem,
  example: number,
): Cell {
  const at = from ? alongAxes(from.node, problem, from.cell) : new Map<Axis, number>();
  const along = (axis: Axis, same: number): number => {
    if (axis === '') return same;
    if (axis === 'example') return example;
    return at.get(axis) ?? (axis === 'input' ? 0 : (at.get('unit') ?? at.get('feature') ?? 0));
  };
  const axes = axesOf(to, problem);
  const cell = axes.map((axis, side) => {
    const index = along(axis, from?.cell[side] ?? 0);
    return Math.min(Math.max(0, index), (to.shape[side] ?? 1) - 1);
  });
  return [cell[0] ?? 0, cell[1] ?? 0];
}
