import { formatShape, isScalar, type Op, type Shape, sameShape } from '../engine';
import type { Operator } from './ast';

/** An argument as the author wrote it, and its shape. */
export interface Operand {
  readonly text: string;
  readonly shape: Shape;
}

export type Applied =
  | { readonly ok: true; readonly op: Op; readonly shape: Shape }
  | { readonly ok: false; readonly reason: string };

type ElementwiseKind = 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
type Rule = (left: Operand, right: Operand, symbol: Operator) => Applied;

function is({ text, shape }: Operand): string {
  return `${text} is ${formatShape(shape)}`;
}

function refuse(left: Operand, symbol: string, right: Operand, reason: string): Applied {
  return { ok: false, reason: `${left.text} ${symbol} ${right.text}: ${reason}` };
}

/** Whether `part` fills `whole` when its single rows and columns are repeated. */
function fills(part: Shape, whole: Shape): boolean {
  return part.every((n, i) => n === 1 || n === whole[i]);
}

/**
 * Equal shapes, or one operand repeated to fit the other. A row and a column are not both repeated, as NumPy
 * would: in a derivation that is always a missing transpose.
 */
function elementwise(kind: ElementwiseKind): Rule {
  return (left, right, symbol) => {
    if (fills(right.shape, left.shape)) return { ok: true, op: { kind }, shape: left.shape };
    if (fills(left.shape, right.shape)) return { ok: true, op: { kind }, shape: right.shape };
    const turned = sameShape(left.shape, [right.shape[1], right.shape[0]]);
    const hint = turned
      ? '; transpose one of them'
      : ', and neither can be repeated to fit the other';
    return refuse(left, symbol, right, `${is(left)} but ${is(right)}${hint}`);
  };
}

/** The matrix product, or scaling where one side is a single number. */
const times: Rule = (left, right, symbol) => {
  if (isScalar(left.shape)) return { ok: true, op: { kind: 'multiply' }, shape: right.shape };
  if (isScalar(right.shape)) return { ok: true, op: { kind: 'multiply' }, shape: left.shape };
  const [rows, inner] = left.shape;
  const [other, cols] = right.shape;
  if (inner === other) {
    const op: Op = { kind: 'matmul', transposeLeft: false, transposeRight: false };
    return { ok: true, op, shape: [rows, cols] };
  }
  const hint = sameShape(left.shape, right.shape) ? '; write .* to multiply entry by entry' : '';
  return refuse(
    left,
    symbol,
    right,
    `${is(left)} but ${is(right)}, so the inner dimensions ${inner} and ${other} differ${hint}`,
  );
};

const divideByNumber: Rule = (left, right, symbol) =>
  isScalar(right.shape)
    ? { ok: true, op: { kind: 'divide' }, shape: left.shape }
    : refuse(
        left,
        symbol,
        right,
        `${is(right)}, and / divides by a single number; write ./ to divide entry by entry`,
      );

const powerOfNumber: Rule = (left, right, symbol) => {
  const matrix = [left, right].find(({ shape }) => !isScalar(shape));
  if (!matrix) return { ok: true, op: { kind: 'power' }, shape: left.shape };
  return refuse(
    left,
    symbol,
    right,
    `${is(matrix)}, and ^ takes single numbers; write .^ to raise entry by entry`,
  );
};

/** What each operator computes for operands of these shapes, or why it cannot. */
export const OPERATOR_RULES: { readonly [O in Operator]: Rule } = {
  '+': elementwise('add'),
  '-': elementwise('subtract'),
  '.*': elementwise('multiply'),
  './': elementwise('divide'),
  '.^': elementwise('power'),
  '*': times,
  '/': divideByNumber,
  '^': powerOfNumber,
};
