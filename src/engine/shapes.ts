import { formatShape, type Shape, sameShape } from './matrix';
import type { Op, OpKind, OpOf, Per } from './op';

export type ShapeResult =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly reason: string };

type ShapeRule<K extends OpKind> = (op: OpOf<K>, args: readonly Shape[]) => ShapeResult;
type AnyRule = (op: Op, args: readonly Shape[]) => ShapeResult;

const SCALAR: Shape = [1, 1];

function good(rows: number, cols: number): ShapeResult {
  return { ok: true, shape: [rows, cols] };
}

function bad(reason: string): ShapeResult {
  return { ok: false, reason };
}

/** The rule for exactly `count` arguments; any other number of them is refused before it is asked. */
function taking(count: number, rule: (op: Op, args: readonly Shape[]) => ShapeResult): AnyRule {
  return (op, args) => {
    if (args.length === count) return rule(op, args);
    return bad(`${op.kind} takes ${count} argument${count === 1 ? '' : 's'}, not ${args.length}`);
  };
}

/** The size that two sizes broadcast to, or undefined. */
function together(a: number, b: number): number | undefined {
  if (a === b || b === 1) return a;
  return a === 1 ? b : undefined;
}

const broadcast = taking(2, (_, [a = SCALAR, b = SCALAR]) => {
  const rows = together(a[0], b[0]);
  const cols = together(a[1], b[1]);
  if (rows !== undefined && cols !== undefined) return good(rows, cols);
  return bad(`${formatShape(a)} and ${formatShape(b)} can neither be matched nor broadcast`);
});

const same = taking(1, (_, [a = SCALAR]) => good(a[0], a[1]));
const toScalar = taking(1, () => good(1, 1));
const transposed = taking(1, (_, [a = SCALAR]) => good(a[1], a[0]));

function matmulShape(op: OpOf<'matmul'>, args: readonly Shape[]): ShapeResult {
  if (args.length !== 2) return bad(`matmul takes 2 arguments, not ${args.length}`);
  const [a = SCALAR, b = SCALAR] = args;
  const [rows, innerLeft] = op.transposeLeft ? [a[1], a[0]] : a;
  const [innerRight, cols] = op.transposeRight ? [b[1], b[0]] : b;
  if (innerLeft === innerRight) return good(rows, cols);
  const product = `${formatShape([rows, innerLeft])} times ${formatShape([innerRight, cols])}`;
  return bad(`the inner dimensions differ: ${product} (${innerLeft} and ${innerRight})`);
}

function reduced(op: { readonly kind: OpKind; readonly per: Per }, args: readonly Shape[]) {
  const [a] = args;
  if (a === undefined || args.length > 1)
    return bad(`${op.kind} takes 1 argument, not ${args.length}`);
  return good(op.per === 'row' ? a[0] : 1, op.per === 'column' ? a[1] : 1);
}

/** Losses take arguments of one shape and give a scalar. */
function lossShape(op: Op, args: readonly Shape[]): ShapeResult {
  const count = 'from' in op && op.from === 'fused' ? 3 : 2;
  if (args.length !== count) return bad(`${op.kind} takes ${count} arguments, not ${args.length}`);
  const [prediction = SCALAR, target = SCALAR, logits = prediction] = args;
  const first = formatShape(prediction);
  if (!sameShape(prediction, target)) {
    return bad(`the prediction is ${first} and the target ${formatShape(target)}`);
  }
  if (sameShape(prediction, logits)) return good(1, 1);
  return bad(`the probabilities are ${first} and the logits ${formatShape(logits)}`);
}

/** What shape each op makes of the shapes of its arguments, or the reason why it cannot. */
export const shapeRules: { readonly [K in OpKind]: ShapeRule<K> } = {
  input: () => bad('the shape of an input is that of its data'),
  constant: taking(0, () => good(1, 1)),
  add: broadcast,
  subtract: broadcast,
  multiply: broadcast,
  divide: broadcast,
  power: broadcast,
  matmul: matmulShape,
  transpose: transposed,
  sum: reduced,
  mean: reduced,
  norm: toScalar,
  squaredNorm: toScalar,
  negate: same,
  exp: same,
  log: same,
  sqrt: same,
  sin: same,
  cos: same,
  abs: same,
  identity: same,
  sigmoid: same,
  tanh: same,
  relu: same,
  leakyRelu: same,
  elu: same,
  softplus: same,
  gelu: same,
  softmax: same,
  squaredError: lossShape,
  binaryCrossEntropy: lossShape,
  categoricalCrossEntropy: lossShape,
};

/** The shape of the result of `op`; leaves (`input`) have none of their own. */
export function inferShape(op: Op, args: readonly Shape[]): ShapeResult {
  // Sound because the table's entry at op.kind takes exactly the op of that kind.
  const rule = shapeRules[op.kind] as AnyRule;
  return rule(op, args);
}
