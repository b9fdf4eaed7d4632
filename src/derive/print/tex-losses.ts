import { isScalar } from '../../engine';
import type { Apply } from '../formula';
import { LEVEL, piece } from './piece';
import { arg, type TexPrinter, type TexRule } from './tex-rule';

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

export const squaredError: TexRule = (f, print) => {
  const difference = `${print.at(arg(f, 0), LEVEL.sum)} - ${print.at(arg(f, 1), LEVEL.elementwise)}`;
  if (print.leaves.mode === 'shapes') return piece(difference, LEVEL.sum);
  const scalar = isScalar(arg(f, 0).shape);
  const square = scalar
    ? `\\left(${difference}\\right)^2`
    : `\\left\\lVert ${difference}\\right\\rVert^2`;
  return piece(`${lossShare(f, print)}${square}`, LEVEL.product);
};

export const binaryCrossEntropy: TexRule = (f, print) => {
  const [p, y] = probabilities(f, print, '\\sigma');
  if (print.leaves.mode === 'shapes') return piece(`${y} \\odot ${p}`, LEVEL.elementwise);
  const times = isScalar(arg(f, 0).shape) ? '\\,' : print.leaves.printing.notation.hadamard;
  const rest = (x: string) => `\\left(1-${x}\\right)`;
  const terms = `${y} ${times} \\log ${p} + ${rest(y)} ${times} \\log${rest(p)}`;
  const summed = isScalar(arg(f, 0).shape) ? '' : '\\sum';
  return piece(`-${lossShare(f, print)}${summed}\\left(${terms}\\right)`, LEVEL.sum);
};

export const categoricalCrossEntropy: TexRule = (f, print) => {
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
