import { isScalar, type OpKind, type Per } from '../../engine';
import type { Apply, Formula } from '../formula';
import { afterSign, atom, isRaisedName, LEVEL, looser, type Piece, piece } from './piece';
import type { TexLeaves } from './tex-leaves';
import { binaryCrossEntropy, categoricalCrossEntropy, squaredError } from './tex-losses';
import { arg, type TexPrinter, type TexRule } from './tex-rule';
import { tied } from './ties';

const infix =
  (sign: string): TexRule =>
  (f, print) => {
    const right = sign === '-' ? LEVEL.elementwise : LEVEL.sum;
    const left = print.at(arg(f, 0), LEVEL.sum);
    const text = print.leaves.spread?.(arg(f, 1), f.shape)?.text ?? print.at(arg(f, 1), right);
    return piece(`${left} ${sign} ${afterSign(text)}`, LEVEL.sum);
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

/** `tanh²(z)`, as a power of these functions is written; of any other `σ(z)²`. */
function raisesName(base: Formula, exponent: Formula): base is Apply {
  if (base.kind !== 'apply' || exponent.kind !== 'number') return false;
  return isRaisedName(base.op.kind, exponent.value);
}

const power: TexRule = (f, print) => {
  const [a, n] = [arg(f, 0), arg(f, 1)];
  if (print.leaves.mode === 'shapes') return print.piece(a);
  const raised = `^{${isScalar(a.shape) ? '' : '\\odot '}${print.piece(n).text}}`;
  if (raisesName(a, n)) return call(`${names[a.op.kind as keyof typeof names]}${raised}`)(a, print);
  const base = print.piece(a);
  const bare = base.level === LEVEL.atom && !/\^|\\frac/.test(base.text);
  return piece(`${bare ? base.text : `\\left(${base.text}\\right)`}${raised}`, LEVEL.power);
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
  binaryCrossEntropy,
  categoricalCrossEntropy,
};
