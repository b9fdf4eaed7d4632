import { isScalar, type OpKind, type Per } from '../../engine';
import type { Apply, Formula } from '../formula';
import { atom, LEVEL, type Level, looser, type Piece, piece } from './piece';
import type { TexLeaves } from './tex-leaves';
import { tied } from './ties';

/** Prints a sub-formula; wrapped in parentheses where it holds less tightly than `level`. */
export interface TexPrinter {
  readonly leaves: TexLeaves;
  readonly piece: (f: Formula) => Piece;
  readonly at: (f: Formula, level: Level) => string;
  /** A factor of a product, transposed if asked to. */
  readonly factor: (f: Formula, transpose: boolean) => string;
}

type TexRule = (f: Apply, print: TexPrinter) => Piece;

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;

const infix =
  (sign: string): TexRule =>
  (f, print) => {
    const right = sign === '-' ? LEVEL.elementwise : LEVEL.sum;
    const left = print.at(arg(f, 0), LEVEL.sum);
    const text = print.leaves.spread?.(arg(f, 1), f.shape)?.text ?? print.at(arg(f, 1), right);
    const guarded = text.startsWith('-') ? `\\left(${text}\\right)` : text;
    return piece(`${left} ${sign} ${guarded}`, LEVEL.sum);
  };

const call =
  (name: string): TexRule =>
  (f, print) =>
    print.leaves.mode === 'shapes'
      ? print.piece(arg(f, 0))
      : atom(`${name}\\left(${print.piece(arg(f, 0)).text}\\right)`);

const names = {
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\mathrm{relu}',
  leakyRelu: '\\mathrm{leakyrelu}',
  elu: '\\mathrm{elu}',
  softplus: '\\mathrm{softplus}',
  gelu: '\\mathrm{gelu}',
  softmax: '\\mathrm{softmax}',
  log: '\\log',
  sin: '\\sin',
  cos: '\\cos',
  exp: '\\exp',
} as const;

/** Numbers and scalars stand before a matrix without a sign; two matrices take ⊙. */
const multiply: TexRule = (f, print) => {
  const [a, b] = [arg(f, 0), arg(f, 1)];
  if (!isScalar(a.shape) && !isScalar(b.shape)) {
    const { hadamard } = print.leaves.printing.notation;
    return piece(
      `${elementwise(a, print)} ${hadamard} ${elementwise(b, print)}`,
      LEVEL.elementwise,
    );
  }
  const negated = a.kind === 'apply' && a.op.kind === 'negate';
  const left = negated ? print.piece(a).text : print.at(a, LEVEL.elementwise);
  const right = print.at(b, LEVEL.elementwise);
  // A plain number has no say in the shapes.
  if (left === '' || (print.leaves.mode === 'shapes' && a.kind === 'number')) return print.piece(b);
  // Two numbers side by side would read as one.
  const scalars = isScalar(a.shape) && isScalar(b.shape);
  const dotted = print.leaves.mode === 'numbers' && scalars;
  const between = dotted || bothNumbers(a, b) ? '\\cdot ' : '\\, ';
  const level = looser(LEVEL.product, looser(print.piece(a).level, print.piece(b).level));
  if (negated) return piece(`${left} ${between}${right}`, LEVEL.sum);
  return piece(`${left} ${between}${right}`, level === LEVEL.sum ? LEVEL.product : level);
};

/** A factor of ⊙: a matrix product beside it is bracketed, so that the two kinds of product are not mixed up. */
function elementwise(f: Formula, print: TexPrinter): string {
  const mixed = f.kind === 'apply' && f.op.kind === 'matmul' && print.leaves.mode !== 'shapes';
  return mixed ? `\\left(${print.piece(f).text}\\right)` : print.at(f, LEVEL.elementwise);
}

function bothNumbers(a: Formula, b: Formula): boolean {
  const plain = (f: Formula) => f.kind === 'number' || f.kind === 'coefficient';
  return plain(a) && plain(b);
}

const matrixProduct: TexRule = (f, print) => {
  if (f.op.kind !== 'matmul') return atom('');
  const left = print.factor(arg(f, 0), f.op.transposeLeft);
  const right = print.factor(arg(f, 1), f.op.transposeRight);
  if (print.leaves.mode === 'shapes')
    return piece(tied(left, right, print.leaves.printing.link, ' \\, '), LEVEL.product);
  const dotted = print.leaves.mode === 'numbers' && f.args.some((a) => isScalar(a.shape));
  return piece(`${left} ${dotted ? '\\cdot ' : '\\, '}${right}`, LEVEL.product);
};

const quotient: TexRule = (f, print) => {
  const [a, b] = [arg(f, 0), arg(f, 1)];
  if (print.leaves.mode === 'shapes' && isScalar(b.shape)) return print.piece(a);
  if (isScalar(b.shape)) return atom(`\\frac{${print.piece(a).text}}{${print.piece(b).text}}`);
  const right = print.at(b, LEVEL.power);
  return piece(`${print.at(a, LEVEL.elementwise)} \\oslash ${right}`, LEVEL.elementwise);
};

const power: TexRule = (f, print) => {
  const [a, n] = [arg(f, 0), arg(f, 1)];
  if (print.leaves.mode === 'shapes') return print.piece(a);
  const base = print.piece(a);
  const bare = base.level === LEVEL.atom && !/\^|\\frac/.test(base.text);
  const exponent = print.piece(n).text;
  return piece(
    `${bare ? base.text : `\\left(${base.text}\\right)`}^{${isScalar(a.shape) ? '' : '\\odot '}${exponent}}`,
    LEVEL.power,
  );
};

/** Whether Σ over the examples reads well: the examples of a named quantity, or its numbers. */
function sums(f: Formula, mode: TexLeaves['mode']): boolean {
  return f.kind === 'quantity' && mode !== 'shapes';
}

function examples(f: Formula, lie: 'columns' | 'rows'): number {
  return lie === 'columns' ? f.shape[1] : f.shape[0];
}

/** A sum over the examples of a batch, or a product with ones. */
function folded(f: Apply, per: Per, print: TexPrinter): Piece {
  const inner = arg(f, 0);
  const { printing, mode } = print.leaves;
  if (per === 'all' && mode === 'shapes') return print.piece(inner);
  if (per === 'all')
    return piece(`\\textstyle\\sum ${print.at(inner, LEVEL.product)}`, LEVEL.elementwise);
  const overExamples = (printing.graph.examples === 'columns') === (per === 'row');
  const { notation } = printing;
  if (overExamples && notation.biasSum === 'sigma' && sums(inner, mode)) {
    const text = print.at(inner, LEVEL.atom);
    const each = mode === 'symbols' ? `${text}{}^{(i)}` : text;
    const count =
      mode === 'symbols' ? notation.count : `${examples(inner, printing.graph.examples)}`;
    return piece(`\\textstyle\\sum_{i=1}^{${count}} ${each}`, LEVEL.elementwise);
  }
  const length = per === 'row' ? inner.shape[1] : inner.shape[0];
  const count = overExamples && mode === 'symbols' ? notation.count : String(length);
  const ones = `\\mathbf{1}_{${count}}`;
  const body = print.at(inner, LEVEL.atom);
  if (mode === 'shapes')
    return piece(
      per === 'row'
        ? tied(body, `(${length}\\times 1)`, printing.link)
        : tied(`(1\\times ${length})`, body, printing.link),
      LEVEL.product,
    );
  return piece(
    per === 'row' ? `${body}\\, ${ones}` : `${ones}^{\\mathsf T}\\, ${body}`,
    LEVEL.product,
  );
}

/** `1/2m`, `1/m`, nothing: what stands before the sum of a loss. */
function lossShare(f: Apply, print: TexPrinter): string {
  const { op } = f;
  if (!('over' in op)) return '';
  const y = arg(f, 1).shape;
  const [units, examples] = op.examples === 'columns' ? y : [y[1], y[0]];
  const m = print.leaves.mode === 'symbols' ? print.leaves.printing.notation.count : `${examples}`;
  const parts = { sum: [], mean: [m], 'mean-all': [m, `${units}`] }[op.over];
  const below = [...(op.factor === 0.5 ? ['2'] : []), ...parts];
  return below.length === 0
    ? ''
    : `\\frac{1}{${below.join(print.leaves.mode === 'symbols' && op.over === 'mean' ? '' : '\\cdot ')}}`;
}

const squaredError: TexRule = (f, print) => {
  const difference = `${print.at(arg(f, 0), LEVEL.sum)} - ${print.at(arg(f, 1), LEVEL.elementwise)}`;
  if (print.leaves.mode === 'shapes') return piece(difference, LEVEL.sum);
  const scalar = isScalar(arg(f, 0).shape);
  const square = scalar
    ? `\\left(${difference}\\right)^2`
    : `\\left\\lVert ${difference}\\right\\rVert^2`;
  return piece(`${lossShare(f, print)}${square}`, LEVEL.product);
};

const binary: TexRule = (f, print) => {
  const [p, y] = probabilities(f, print, '\\sigma');
  if (print.leaves.mode === 'shapes') return piece(`${y} \\odot ${p}`, LEVEL.elementwise);
  const times = isScalar(arg(f, 0).shape) ? '\\,' : print.leaves.printing.notation.hadamard;
  const rest = (x: string) => `\\left(1-${x}\\right)`;
  const terms = `${y} ${times} \\log ${p} + ${rest(y)} ${times} \\log${rest(p)}`;
  const summed = isScalar(arg(f, 0).shape) ? '' : '\\sum';
  return piece(`-${lossShare(f, print)}${summed}\\left(${terms}\\right)`, LEVEL.sum);
};

const categorical: TexRule = (f, print) => {
  const [p, y] = probabilities(f, print, '\\mathrm{softmax}');
  if (print.leaves.mode === 'shapes') return piece(`${y} \\odot ${p}`, LEVEL.elementwise);
  const { hadamard } = print.leaves.printing.notation;
  return piece(`-${lossShare(f, print)}\\sum ${y} ${hadamard} \\log ${p}`, LEVEL.sum);
};

/** The prediction as probabilities, and the target. */
function probabilities(f: Apply, print: TexPrinter, activation: string): readonly [string, string] {
  const a = print.at(arg(f, 0), LEVEL.atom);
  const logits = 'from' in f.op && f.op.from === 'logits' && print.leaves.mode !== 'shapes';
  return [logits ? `${activation}\\left(${a}\\right)` : a, print.at(arg(f, 1), LEVEL.atom)];
}

const nothing: TexRule = () => atom('');

/** How each operation is written. */
export const texOps: { readonly [K in OpKind]: TexRule } = {
  input: nothing,
  constant: nothing,
  add: infix('+'),
  subtract: infix('-'),
  multiply,
  divide: quotient,
  power,
  matmul: matrixProduct,
  transpose: (f, print) => atom(print.factor(arg(f, 0), true)),
  sum: (f, print) => folded(f, f.op.kind === 'sum' ? f.op.per : 'all', print),
  mean: (f, print) =>
    print.leaves.mode === 'shapes'
      ? print.piece(arg(f, 0))
      : atom(`\\operatorname{mean}\\left(${print.piece(arg(f, 0)).text}\\right)`),
  norm: (f, print) => atom(`\\left\\lVert ${print.piece(arg(f, 0)).text}\\right\\rVert_2`),
  squaredNorm: (f, print) => atom(`\\left\\lVert ${print.piece(arg(f, 0)).text}\\right\\rVert_2^2`),
  negate: (f, print) =>
    print.leaves.mode === 'shapes'
      ? print.piece(arg(f, 0))
      : piece(`-${print.at(arg(f, 0), LEVEL.elementwise)}`, LEVEL.sum),
  exp: (f, print) =>
    isScalar(f.shape) && print.leaves.mode !== 'shapes'
      ? piece(`e^{${print.piece(arg(f, 0)).text}}`, LEVEL.power)
      : call(names.exp)(f, print),
  log: call(names.log),
  sqrt: (f, print) => atom(`\\sqrt{${print.piece(arg(f, 0)).text}}`),
  sin: call(names.sin),
  cos: call(names.cos),
  abs: (f, print) => atom(`\\left|${print.piece(arg(f, 0)).text}\\right|`),
  identity: (f, print) => print.piece(arg(f, 0)),
  sigmoid: call(names.sigmoid),
  tanh: call(names.tanh),
  relu: call(names.relu),
  leakyRelu: call(names.leakyRelu),
  elu: call(names.elu),
  softplus: call(names.softplus),
  gelu: call(names.gelu),
  softmax: call(names.softmax),
  squaredError,
  binaryCrossEntropy: binary,
  categoricalCrossEntropy: categorical,
};
