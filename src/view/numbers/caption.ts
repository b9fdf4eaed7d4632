import type { GraphNode, Shape } from '../../engine';
import type { Problem } from '../../problem';
import { type Axis, axesOf } from '../../store';

const counted = (n: number, axis: Axis) =>
  axis === '' ? `${n}` : `${n} ${axis}${n === 1 ? '' : 's'}`;

/** `3 features × 5 examples`, `4 units × 3 inputs`; without words where there is no convention. */
export function shapeCaption(node: GraphNode, problem: Problem): string {
  const [rows, cols]: Shape = node.shape;
  const [down, across] = axesOf(node, problem);
  if (rows === 1 && cols === 1 && down === '' && across === '') return 'one number';
  return `${counted(rows, down)} × ${counted(cols, across)}`;
}

/** `units × examples`; nothing where there is no convention. */
export function axesCaption(node: GraphNode, problem: Problem): string {
  const axes = axesOf(node, problem);
  return axes.includes('') ? '' : axes.map((axis) => `${axis}s`).join(' × ');
}
