import type { Graph, Op, OpKind, OpOf, Per } from '../engine';
import { type Axes, axesOf, axesOfFormula } from './axes';
import type { Apply, Formula } from './formula';
import {
  type Axis,
  apply,
  type Bound,
  type Index,
  minus,
  negative,
  over,
  plain,
  type Scalar,
  type ScalarOp,
  times,
} from './scalar';
import type { Step } from './step';
import { share } from './vjp';

/** One entry of a quantity, rows and columns from 0. */
export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** The place in a formula that is expanded: an entry, and the indices of the sums around it. */
interface Place {
  readonly row: Index;
  readonly col: Index;
  readonly around: readonly string[];
  readonly axes: ReadonlyMap<string, Axes>;
}

const NAMES: Readonly<Record<Axis, readonly string[]>> = {
  example: ['k', 'q', 's'],
  unit: ['j', 'i', 'l', 'p', 'r', 't'],
  none: ['j', 'i', 'l', 'p', 'r', 't'],
};

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;

/** Sums over one index; where it takes one value only there is nothing to sum. */
function summed(axis: Axis, count: number, place: Place, body: (i: Index, p: Place) => Scalar) {
  if (count === 1) return body(0, place);
  const name = NAMES[axis].find((n) => !place.around.includes(n)) ?? `j_${place.around.length}`;
  const bound: Bound = { name, count, axis };
  const inside = { ...place, around: [...place.around, name] };
  return { kind: 'sum', over: bound, body: body(bound, inside) } as const;
}

/** Over all entries of a formula: the examples outside, the units inside. */
function overAll(f: Formula, place: Place, body: (p: Place) => Scalar): Scalar {
  const [rows, cols] = axesOfFormula(f, place.axes);
  const down = (p: Place, then: (p: Place) => Scalar) =>
    summed(rows, f.shape[0], p, (row, inside) => then({ ...inside, row }));
  const across = (p: Place, then: (p: Place) => Scalar) =>
    summed(cols, f.shape[1], p, (col, inside) => then({ ...inside, col }));
  return cols === 'example'
    ? across(place, (p) => down(p, body))
    : down(place, (p) => across(p, body));
}

function along(f: Formula, per: Per, place: Place): Scalar {
  if (per === 'all') return overAll(f, place, (p) => expand(f, p));
  const [rows, cols] = axesOfFormula(f, place.axes);
  return per === 'row'
    ? summed(cols, f.shape[1], place, (col, inside) => expand(f, { ...inside, col }))
    : summed(rows, f.shape[0], place, (row, inside) => expand(f, { ...inside, row }));
}

/** An argument with one row or one column serves all of them. */
function broadcast(f: Formula, place: Place): Scalar {
  const row = f.shape[0] === 1 ? 0 : place.row;
  return expand(f, { ...place, row, col: f.shape[1] === 1 ? 0 : place.col });
}

type Rule<K extends OpKind = OpKind> = (f: Apply, place: Place, op: OpOf<K>) => Scalar;

const elementwise =
  (op: ScalarOp): Rule =>
  (f, place) =>
    apply(op, ...f.args.map((a) => broadcast(a, place)));

const square = (s: Scalar) => apply('power', s, plain(2));
const log = (s: Scalar) => apply('log', s);
const same: Rule = (f, place) => expand(arg(f, 0), place);

/** What stands before the sum of a loss. */
function shareOf(f: Apply): Scalar {
  if (!('over' in f.op)) return plain(1);
  const factor = share(f.op, arg(f, 1).shape, 1);
  return factor.kind === 'coefficient'
    ? factor
    : plain(factor.kind === 'number' ? factor.value : 1);
}

function isLogits(op: Op): boolean {
  return 'from' in op && op.from === 'logits';
}

function softmax(f: Formula, per: 'row' | 'column', place: Place): Scalar {
  const [rows, cols] = axesOfFormula(f, place.axes);
  const total =
    per === 'row'
      ? summed(cols, f.shape[1], place, (col, inside) => expand(f, { ...inside, col }))
      : summed(rows, f.shape[0], place, (row, inside) => expand(f, { ...inside, row }));
  if (total.kind !== 'sum') return plain(1);
  return { kind: 'softmax', own: expand(f, place), over: total.over, body: total.body };
}

const rules: { readonly [K in OpKind]: Rule<K> } = {
  input: same,
  constant: (_, __, op) => plain(op.value),
  add: elementwise('add'),
  subtract: elementwise('subtract'),
  multiply: (f, place) => times(broadcast(arg(f, 0), place), broadcast(arg(f, 1), place)),
  divide: elementwise('divide'),
  power: elementwise('power'),
  matmul: (f, place, { transposeLeft, transposeRight }) => {
    const [a, b] = [arg(f, 0), arg(f, 1)];
    const axis = axesOfFormula(a, place.axes)[transposeLeft ? 0 : 1];
    const count = a.shape[transposeLeft ? 0 : 1];
    return summed(axis, count, place, (i, inside) => {
      const left = transposeLeft ? { row: i, col: place.row } : { row: place.row, col: i };
      const right = transposeRight ? { row: place.col, col: i } : { row: i, col: place.col };
      return times(expand(a, { ...inside, ...left }), expand(b, { ...inside, ...right }));
    });
  },
  transpose: (f, place) => expand(arg(f, 0), { ...place, row: place.col, col: place.row }),
  sum: (f, place, { per }) => along(arg(f, 0), per, place),
  mean: (f, place, { per }) => {
    const inner = arg(f, 0);
    const count = (inner.shape[0] * inner.shape[1]) / (f.shape[0] * f.shape[1]);
    return over(along(inner, per, place), plain(count));
  },
  norm: (f, place) =>
    apply(
      'sqrt',
      overAll(arg(f, 0), place, (p) => square(expand(arg(f, 0), p))),
    ),
  squaredNorm: (f, place) => overAll(arg(f, 0), place, (p) => square(expand(arg(f, 0), p))),
  negate: (f, place) => negative(expand(arg(f, 0), place)),
  exp: elementwise('exp'),
  log: elementwise('log'),
  sqrt: elementwise('sqrt'),
  sin: elementwise('sin'),
  cos: elementwise('cos'),
  abs: elementwise('abs'),
  identity: same,
  sigmoid: elementwise('sigmoid'),
  tanh: elementwise('tanh'),
  relu: elementwise('relu'),
  leakyRelu: elementwise('leakyRelu'),
  elu: elementwise('elu'),
  softplus: elementwise('softplus'),
  gelu: elementwise('gelu'),
  softmax: (f, place, { per }) => softmax(arg(f, 0), per, place),
  squaredError: (f, place) =>
    times(
      shareOf(f),
      overAll(arg(f, 1), place, (p) => square(minus(expand(arg(f, 0), p), expand(arg(f, 1), p)))),
    ),
  binaryCrossEntropy: (f, place, op) => {
    const total = overAll(arg(f, 1), place, (p) => {
      const y = expand(arg(f, 1), p);
      const z = expand(arg(f, 0), p);
      const a = isLogits(op) ? apply('sigmoid', z) : z;
      const rest = (s: Scalar) => apply('subtract', plain(1), s);
      return apply('add', times(y, log(a)), times(rest(y), log(rest(a))));
    });
    return negative(times(shareOf(f), total));
  },
  categoricalCrossEntropy: (f, place, op) => {
    const per = op.examples === 'columns' ? 'column' : 'row';
    const total = overAll(arg(f, 1), place, (p) => {
      const a = isLogits(op) ? softmax(arg(f, 0), per, p) : expand(arg(f, 0), p);
      return times(expand(arg(f, 1), p), log(a));
    });
    return negative(times(shareOf(f), total));
  },
};

/** One entry of a formula: matrix products and folds become sums, all else is taken entry by entry. */
function expand(f: Formula, place: Place): Scalar {
  switch (f.kind) {
    case 'quantity':
      return {
        kind: 'entry',
        id: f.id,
        of: f.of,
        aspect: f.aspect,
        row: place.row,
        col: place.col,
      };
    case 'number':
    case 'rate':
      return { kind: f.kind, value: f.value };
    case 'ones':
      return plain(1);
    case 'coefficient':
      return f;
    case 'derivative':
      return { kind: 'derivative', fn: f.fn, at: expand(f.at, place) };
    case 'apply':
      // The table is keyed by the op's own kind; TypeScript cannot follow that correlation.
      return (rules[f.op.kind] as Rule)(f, place, f.op);
  }
}

export function entryOf(formula: Formula, { row, col }: Cell, graph: Graph): Scalar {
  return expand(formula, { row, col, around: [], axes: axesOf(graph) });
}

/** The entry of what a step writes, as a formula of entries. */
export function stepEntry(step: Step, cell: Cell, graph: Graph): Scalar {
  return entryOf(step.rule, cell, graph);
}
