import { isScalar, type OpKind, type Shape } from '../../engine';
import type { Apply, DerivativeOf, Formula } from '../formula';
import { atom, LEVEL, type Level, type Piece, piece } from './piece';

/** Where NumPy and PyTorch differ. */
export interface Dialect {
  readonly name: 'numpy' | 'pytorch';
  /** `np` or `torch`: the module that functions are taken from. */
  readonly module: string;
  readonly call: Partial<Record<OpKind, (a: string) => string>>;
  readonly reduce: (fn: 'sum' | 'mean', a: string, axis: 0 | 1 | 'all') => string;
  readonly softmax: (a: string, axis: 0 | 1) => string;
  readonly ones: (shape: Shape) => string;
  readonly slopes: Record<DerivativeOf, (operand: string, argument: string) => Piece>;
  /** ln(1 + eᶻ) without overflow. */
  readonly softplus: (a: string) => string;
}

export interface CodePrinter {
  readonly dialect: Dialect;
  readonly piece: (f: Formula) => Piece;
  readonly at: (f: Formula, level: Level) => string;
}

type Rule = (f: Apply, print: CodePrinter) => Piece;

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;

const infix =
  (sign: string, level: Level, right: Level): Rule =>
  (f, print) =>
    piece(`${print.at(arg(f, 0), level)} ${sign} ${print.at(arg(f, 1), right)}`, level);

const call =
  (kind: OpKind): Rule =>
  (f, print) => {
    const text = print.piece(arg(f, 0)).text;
    return atom(print.dialect.call[kind]?.(text) ?? `${print.dialect.module}.${kind}(${text})`);
  };

/** `(A3 - Y) / m` rather than `1 / m * (A3 - Y)`. */
const multiply: Rule = (f, print) => {
  const [a, b] = [arg(f, 0), arg(f, 1)];
  const scaled = a.kind === 'coefficient';
  if (!scaled) return piece(`${factor(a, print)} * ${print.at(b, LEVEL.power)}`, LEVEL.product);
  const count = a.over === 'entries' ? `(m * ${a.units})` : 'm';
  const times = a.numerator === 1 ? '' : `${a.numerator} * `;
  return piece(
    `${times}${print.at(b, times ? LEVEL.power : LEVEL.product)} / ${count}`,
    LEVEL.product,
  );
};

const scaling: Rule = (f, print) => {
  const flags = f.op.kind === 'matmul' ? [f.op.transposeLeft, f.op.transposeRight] : [];
  const factors = f.args.map((a, i) =>
    flags[i] ? `${print.at(a, LEVEL.atom)}.T` : print.at(a, LEVEL.power),
  );
  return piece(factors.join(' * '), LEVEL.product);
};

/** Python would not need the brackets around `W.T @ dZ`, the reader does. */
function factor(f: Formula, print: CodePrinter): string {
  const mixed = f.kind === 'apply' && f.op.kind === 'matmul';
  return mixed ? `(${print.piece(f).text})` : print.at(f, LEVEL.product);
}

const matmul: Rule = (f, print) => {
  // A sum is a number in Python, not a 1×1 array, and `@` takes arrays only.
  if (f.args.some((a) => isScalar(a.shape) && a.kind !== 'quantity')) return scaling(f, print);
  const flags = f.op.kind === 'matmul' ? [f.op.transposeLeft, f.op.transposeRight] : [];
  const [a, b] = f.args.map((g, i) =>
    flags[i] ? `${print.at(g, LEVEL.atom)}.T` : print.at(g, i === 0 ? LEVEL.product : LEVEL.power),
  );
  return piece(`${a} @ ${b}`, LEVEL.product);
};

const reduce =
  (fn: 'sum' | 'mean'): Rule =>
  (f, print) => {
    const per = f.op.kind === 'sum' || f.op.kind === 'mean' ? f.op.per : 'all';
    const axis = { all: 'all', row: 1, column: 0 } as const;
    return atom(print.dialect.reduce(fn, print.piece(arg(f, 0)).text, axis[per]));
  };

/** The total of a loss with ½ and 1/m around it. */
function shared(f: Apply, total: string, sign: '' | '-', print: CodePrinter): Piece {
  const { op } = f;
  const text = print.dialect.reduce('sum', total, 'all');
  if (!('over' in op)) return atom(text);
  const y = arg(f, 1).shape;
  const units = op.examples === 'columns' ? y[0] : y[1];
  const share = { sum: '', mean: ' / m', 'mean-all': ` / (m * ${units})` }[op.over];
  return piece(`${sign}${op.factor === 1 ? '' : `${op.factor} * `}${text}${share}`, LEVEL.sum);
}

const squaredError: Rule = (f, print) => {
  const [a, y] = [print.at(arg(f, 0), LEVEL.sum), print.at(arg(f, 1), LEVEL.product)];
  return shared(f, `(${a} - ${y}) ** 2`, '', print);
};

const logits = (f: Apply) => 'from' in f.op && f.op.from === 'logits';

const binary: Rule = (f, print) => {
  const [a, y] = [print.at(arg(f, 0), LEVEL.power), print.at(arg(f, 1), LEVEL.power)];
  const { module, softplus } = print.dialect;
  if (logits(f)) return shared(f, `${softplus(a)} - ${y} * ${a}`, '', print);
  const log = (x: string) => `${module}.log(${x})`;
  return shared(f, `${y} * ${log(a)} + (1 - ${y}) * ${log(`1 - ${a}`)}`, '-', print);
};

const categorical: Rule = (f, print) => {
  const [a, y] = [print.piece(arg(f, 0)).text, print.at(arg(f, 1), LEVEL.power)];
  const columns = 'examples' in f.op && f.op.examples === 'columns';
  const p = logits(f) ? print.dialect.softmax(a, columns ? 0 : 1) : a;
  return shared(f, `${y} * ${print.dialect.module}.log(${p})`, '-', print);
};

const nothing: Rule = () => atom('');

/** How each operation is written in Python. */
export const codeOps: { readonly [K in OpKind]: Rule } = {
  input: nothing,
  constant: nothing,
  add: infix('+', LEVEL.sum, LEVEL.sum),
  subtract: infix('-', LEVEL.sum, LEVEL.product),
  multiply,
  divide: infix('/', LEVEL.product, LEVEL.power),
  power: (f, print) =>
    piece(`${print.at(arg(f, 0), LEVEL.atom)} ** ${print.at(arg(f, 1), LEVEL.atom)}`, LEVEL.power),
  matmul,
  transpose: (f, print) => atom(`${print.at(arg(f, 0), LEVEL.atom)}.T`),
  sum: reduce('sum'),
  mean: reduce('mean'),
  norm: (f, print) =>
    atom(
      `${print.dialect.module}.sqrt(${print.dialect.reduce('sum', `${print.at(arg(f, 0), LEVEL.atom)} ** 2`, 'all')})`,
    ),
  squaredNorm: (f, print) =>
    atom(print.dialect.reduce('sum', `${print.at(arg(f, 0), LEVEL.atom)} ** 2`, 'all')),
  negate: (f, print) => piece(`-${print.at(arg(f, 0), LEVEL.product)}`, LEVEL.sum),
  exp: call('exp'),
  log: call('log'),
  sqrt: call('sqrt'),
  sin: call('sin'),
  cos: call('cos'),
  abs: call('abs'),
  // A copy, so that the names stay two quantities.
  identity: (f, print) => piece(`1 * ${print.at(arg(f, 0), LEVEL.power)}`, LEVEL.product),
  sigmoid: call('sigmoid'),
  tanh: call('tanh'),
  relu: call('relu'),
  leakyRelu: call('leakyRelu'),
  elu: call('elu'),
  softplus: (f, print) => atom(print.dialect.softplus(print.piece(arg(f, 0)).text)),
  gelu: call('gelu'),
  softmax: (f, print) => {
    const axis = f.op.kind === 'softmax' && f.op.per === 'column' ? 0 : 1;
    return atom(print.dialect.softmax(print.piece(arg(f, 0)).text, axis));
  },
  squaredError,
  binaryCrossEntropy: binary,
  categoricalCrossEntropy: categorical,
};
