import type { OpKind } from '../../engine';
import { isScalar } from '../../engine';
import type { Apply, CoefficientLeaf, Formula } from '../formula';
import type { Step } from '../step';
import { type Printing, quantitySpoken } from './context';
import { formatNumber } from './number';
import { SLOPES_SPOKEN } from './slope-names';

type Say = (f: Formula) => string;
type Rule = (f: Apply, say: Say) => string;

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;
const between =
  (word: string): Rule =>
  (f, say) =>
    `${say(arg(f, 0))} ${word} ${group(arg(f, 1), say)}`;
const of =
  (name: string): Rule =>
  (f, say) =>
    `${name} of ${group(arg(f, 0), say)}`;

function isCompound(f: Formula): boolean {
  return f.kind === 'apply' && ['add', 'subtract', 'multiply', 'divide'].includes(f.op.kind);
}

function group(f: Formula, say: Say): string {
  return isCompound(f) ? `open bracket ${say(f)} close bracket` : say(f);
}

/** A power of a function's value is said after a pause, so that it is not one of its argument. */
function powerOf(base: Formula, exponent: Formula, say: Say): string {
  const said = group(base, say);
  const isSquare = exponent.kind === 'number' && exponent.value === 2;
  const power = isSquare ? 'squared' : `to the power ${say(exponent)}`;
  return `${said}${base.kind === 'apply' && said === say(base) ? ',' : ''} ${power}`;
}

const rules: { readonly [K in OpKind]: Rule } = {
  input: () => '',
  constant: () => '',
  add: between('plus'),
  subtract: between('minus'),
  multiply: (f, say) => {
    const scalar = f.args.some((a) => isScalar(a.shape));
    const word = scalar ? 'times' : 'elementwise times';
    return `${group(arg(f, 0), say)} ${word} ${group(arg(f, 1), say)}`;
  },
  divide: (f, say) => `${group(arg(f, 0), say)} over ${group(arg(f, 1), say)}`,
  power: (f, say) => powerOf(arg(f, 0), arg(f, 1), say),
  matmul: (f, say) => {
    const flags =
      f.op.kind === 'matmul' ? [f.op.transposeLeft, f.op.transposeRight] : [false, false];
    return f.args.map((a, i) => `${group(a, say)}${flags[i] ? ' transposed' : ''}`).join(' times ');
  },
  transpose: (f, say) => `${group(arg(f, 0), say)} transposed`,
  sum: (f, say) => {
    const per = f.op.kind === 'sum' ? f.op.per : 'all';
    return `the sum of ${group(arg(f, 0), say)}${per === 'all' ? '' : ` along each ${per}`}`;
  },
  mean: of('the mean'),
  norm: of('the norm'),
  squaredNorm: of('the squared norm'),
  negate: (f, say) => `minus ${group(arg(f, 0), say)}`,
  exp: of('the exponential'),
  log: of('the logarithm'),
  sqrt: of('the square root'),
  sin: of('the sine'),
  cos: of('the cosine'),
  abs: of('the absolute value'),
  identity: (f, say) => say(arg(f, 0)),
  sigmoid: of('the sigmoid'),
  tanh: of('the hyperbolic tangent'),
  relu: of('ReLU'),
  leakyRelu: of('leaky ReLU'),
  elu: of('ELU'),
  softplus: of('softplus'),
  gelu: of('GELU'),
  softmax: of('the softmax'),
  squaredError: (f, say) => `the squared error between ${say(arg(f, 0))} and ${say(arg(f, 1))}`,
  binaryCrossEntropy: (f, say) =>
    `the binary cross-entropy of ${say(arg(f, 0))} against ${say(arg(f, 1))}`,
  categoricalCrossEntropy: (f, say) =>
    `the cross-entropy of ${say(arg(f, 0))} against ${say(arg(f, 1))}`,
};

function coefficient({ numerator, over, units }: CoefficientLeaf, count: string): string {
  return `${numerator} over ${over === 'entries' ? `${count} times ${units}` : count}`;
}

/** A formula as a screen reader should say it. */
export function formulaSpoken(formula: Formula, printing: Printing): string {
  const say: Say = (f) => {
    switch (f.kind) {
      case 'quantity':
        return quantitySpoken(printing, f.id);
      case 'number':
        return formatNumber(f.value, { decimals: 12 }).replace('−', 'minus ');
      case 'ones':
        return 'ones';
      case 'coefficient':
        return coefficient(f, printing.notation.count);
      case 'rate':
        return 'alpha';
      case 'derivative':
        return `${SLOPES_SPOKEN[f.fn]} of ${say(f.at)}`;
      case 'apply':
        return rules[f.op.kind](f, say);
    }
  };
  return say(formula);
}

/** `delta 2 equals W 3 transposed times delta 3, elementwise times ReLU prime of Z 2` */
export function ruleSpoken(step: Step, printing: Printing): string {
  return `${quantitySpoken(printing, step.writes)} equals ${formulaSpoken(step.rule, printing)}`;
}
