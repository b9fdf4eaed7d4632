import type { GraphNode, Shape } from '../../engine';
import type { Problem } from '../../problem';

type Axis = 'feature' | 'example' | 'unit' | 'input' | '';

/** What the rows and the columns of a quantity stand for, in a network. */
function axesOf(node: GraphNode, problem: Problem): readonly [Axis, Axis] {
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
