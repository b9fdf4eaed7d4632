import { type Expression, postorder } from '../ast';
import type { Choice, OpenShape } from './constraints';
import type { Dims } from './dims';
import { bareName, carriedName } from './names';

/** The ways in which an operator can be meant, as equations between sizes. */
export type Way =
  | 'same'
  | 'left'
  | 'right'
  | 'row'
  | 'column'
  | 'rowLeft'
  | 'columnLeft'
  | 'matmul';

type Equations = readonly (readonly [number, number])[];

function both(a: OpenShape, b: OpenShape): Equations {
  return [
    [a[0], b[0]],
    [a[1], b[1]],
  ];
}

/** What holds if the choice is meant this way. `left`: that side is a single number. */
export function equationsOf({ left, right, out }: Choice, way: Way, dims: Dims): Equations {
  const one = dims.constant(1);
  const scalar: OpenShape = [one, one];
  const table: { readonly [W in Way]: () => Equations } = {
    same: () => [...both(left, right), ...both(out, left)],
    left: () => [...both(left, scalar), ...both(out, right)],
    right: () => [...both(right, scalar), ...both(out, left)],
    row: () => [...both(right, [one, left[1]]), ...both(out, left)],
    column: () => [...both(right, [left[0], one]), ...both(out, left)],
    rowLeft: () => [...both(left, [one, right[1]]), ...both(out, right)],
    columnLeft: () => [...both(left, [right[0], one]), ...both(out, right)],
    matmul: () => [[left[1], right[0]], ...both(out, [left[0], right[1]])],
  };
  return table[way]();
}

const isCapital = (name: string) => /^[A-Z]/.test(name);

/** Whether matrices or vectors are at work here: a capital, or something that is turned. */
function looksLikeMatrix(expression: Expression): boolean {
  return postorder(expression).some(
    (part) => part.type === 'transpose' || (part.type === 'name' && isCapital(part.name)),
  );
}

/** a, b, c, k, s and t are numbers before a matrix; x, y, z, h, u, v and w are vectors. */
export const isVectorLetter = (name: string) => /^[xyzhuvwpqrg](?:_?\d+|hat)?$/.test(name);

function productWays({ node }: Choice): readonly Way[] {
  const [left, right] = [bareName(node.left), bareName(node.right)];
  const matrixLeft = looksLikeMatrix(node.left);
  const matrixRight = looksLikeMatrix(node.right);
  if (!matrixLeft && !matrixRight) return ['left', 'right', 'matmul'];
  if (matrixLeft && right !== undefined && !isCapital(right) && !isVectorLetter(right)) {
    return matrixRight ? ['matmul', 'right', 'left'] : ['right', 'matmul', 'left'];
  }
  const carried = carriedName(node.right);
  const meetsMatrix = isVectorLetter(left ?? '') && isCapital(carried ?? '');
  if (!matrixLeft && left !== undefined && !meetsMatrix) {
    return ['left', 'matmul', 'right'];
  }
  return ['matmul', 'left', 'right'];
}

export const isBias = (expression: Expression) =>
  expression.type === 'name' && /^(?:b|c|bias)_?\d*$/.test(expression.name);

const isWeight = (expression: Expression) => /^[wWvVuU]/.test(bareName(expression) ?? '');

/** Whether examples lie as rows here: the weights stand on the right. */
function inRows(expression: Expression): boolean {
  return (
    expression.type === 'binary' &&
    expression.op === '*' &&
    isWeight(expression.right) &&
    !isWeight(expression.left)
  );
}

function elementwiseWays({ node }: Choice): readonly Way[] {
  if (node.op === '+' && isBias(node.right)) {
    const bias: Way = inRows(node.left) ? 'row' : 'column';
    return [
      bias,
      'same',
      'right',
      bias === 'row' ? 'column' : 'row',
      'left',
      'rowLeft',
      'columnLeft',
    ];
  }
  if (node.op === '+' && isBias(node.left)) {
    const bias: Way = inRows(node.right) ? 'rowLeft' : 'columnLeft';
    return [bias, 'same', 'left', 'right', 'row', 'column', 'rowLeft', 'columnLeft'];
  }
  return ['same', 'right', 'left', 'column', 'row', 'columnLeft', 'rowLeft'];
}

/** The ways of a choice, the likeliest first, by how it is written. */
export function likeliest(choice: Choice): readonly Way[] {
  return choice.kind === 'product' ? productWays(choice) : elementwiseWays(choice);
}

/** A side that is one number already leaves the other open. */
export function inOrder(ways: readonly Way[], { left, right }: Choice, dims: Dims): readonly Way[] {
  const isOne = (shape: OpenShape) => dims.valueOf(shape[0]) === 1 && dims.valueOf(shape[1]) === 1;
  const first: Way[] = [
    ...(isOne(left) ? (['left'] as const) : []),
    ...(isOne(right) ? (['right'] as const) : []),
  ];
  return first.length === 0 ? ways : [...first, ...ways.filter((way) => !first.includes(way))];
}
