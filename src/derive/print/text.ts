import { isScalar, type OpKind } from '../../engine';
import type { Apply, Formula } from '../formula';
import { SLOPE_TEXTS } from '../slopes';
import { type Printing, quantityText } from './context';
import { formatNumber } from './number';

/** How tightly an operation binds; an argument that binds less is put in brackets. */
const SUM = 1;
const PRODUCT = 2;
const SIGN = 3;
const POWER = 4;
const ATOM = 5;

interface Text {
  readonly text: string;
  readonly binds: number;
}

type Write = (f: Formula, atLeast?: number) => string;
type Rule = (f: Apply, write: Write) => Text;

const arg = (f: Apply, i: number): Formula => f.args[i] as Formula;
const atom = (text: string): Text => ({ text, binds: ATOM });
const called =
  (name: string): Rule =>
  (f, write) =>
    atom(`${name}(${f.args.map((a) => write(a)).join(', ')})`);
const between =
  (sign: string, binds: number): Rule =>
  (f, write) => ({
    text: `${write(arg(f, 0), binds)} ${sign} ${write(arg(f, 1), binds + 1)}`,
    binds,
  });

const RAISED: Readonly<Record<string, string>> = { 2: '²', 3: '³', 4: '⁴', 5: '⁵', '-1': '⁻¹' };

export function raised(exponent: number): string {
  return RAISED[exponent] ?? `^${formatNumber(exponent, { decimals: 6 })}`;
}

function multiplied(f: Apply, write: Write): Text {
  const [a, b] = [arg(f, 0), arg(f, 1)];
  const right = write(b, PRODUCT + 1);
  if (a.kind === 'number' && b.kind !== 'number')
    return { text: `${write(a)}${right.startsWith('(') ? '' : '\u2009'}${right}`, binds: PRODUCT };
  const sign = isScalar(a.shape) || isScalar(b.shape) ? '·' : '⊙';
  return { text: `${write(a, PRODUCT)} ${sign} ${right}`, binds: PRODUCT };
}

const isOne = (f: Formula) => f.kind === 'number' && f.value === 1;

function matrixProduct(f: Apply, write: Write): Text {
  const flags = f.op.kind === 'matmul' ? [f.op.transposeLeft, f.op.transposeRight] : [false, false];
  // The gradient of the loss by itself is written nowhere.
  const alone = [0, 1].find((i) => isOne(arg(f, 1 - i)));
  if (alone !== undefined) {
    const text = write(arg(f, alone), ATOM);
    return atom(flags[alone] ? `${text}ᵀ` : text);
  }
  const [a, b] = [0, 1].map((i) =>
    flags[i] ? `${write(arg(f, i), ATOM)}ᵀ` : write(arg(f, i), PRODUCT + i),
  );
  return { text: `${a} · ${b}`, binds: PRODUCT };
}

const rules: { readonly [K in OpKind]: Rule } = {
  input: () => atom(''),
  constant: () => atom(''),
  add: between('+', SUM),
  subtract: between('−', SUM),
  multiply: multiplied,
  divide: between('/', PRODUCT),
  power: (f, write) => {
    const n = arg(f, 1);
    const base = write(arg(f, 0), ATOM);
    return {
      text: n.kind === 'number' ? `${base}${raised(n.value)}` : `${base}^${write(n, ATOM)}`,
      binds: POWER,
    };
  },
  matmul: matrixProduct,
  transpose: (f, write) => ({ text: `${write(arg(f, 0), ATOM)}ᵀ`, binds: ATOM }),
  sum: called('Σ'),
  mean: called('mean'),
  norm: (f, write) => atom(`‖${write(arg(f, 0))}‖`),
  squaredNorm: (f, write) => atom(`‖${write(arg(f, 0))}‖²`),
  negate: (f, write) => ({ text: `−${write(arg(f, 0), PRODUCT)}`, binds: SIGN - 2 }),
  exp: called('exp'),
  log: called('log'),
  sqrt: called('√'),
  sin: called('sin'),
  cos: called('cos'),
  abs: (f, write) => atom(`|${write(arg(f, 0))}|`),
  identity: (f, write) => ({ text: write(arg(f, 0), ATOM), binds: ATOM }),
  sigmoid: called('σ'),
  tanh: called('tanh'),
  relu: called('ReLU'),
  leakyRelu: called('leakyReLU'),
  elu: called('ELU'),
  softplus: called('softplus'),
  gelu: called('GELU'),
  softmax: called('softmax'),
  squaredError: called('SE'),
  binaryCrossEntropy: called('BCE'),
  categoricalCrossEntropy: called('CE'),
};

/** A formula in plain text, for a place that cannot be typeset: `z · (1 − z)`. */
export function formulaText(
  formula: Formula,
  printing: Printing,
  name = (id: string) => quantityText(printing, id),
): string {
  const textOf = (f: Formula): Text => {
    switch (f.kind) {
      case 'quantity':
        return atom(name(f.id));
      case 'number':
        return {
          text: formatNumber(f.value, { decimals: 6 }),
          binds: f.value < 0 ? SUM : ATOM,
        };
      case 'ones':
        return atom('𝟏');
      case 'coefficient': {
        const { count } = printing.notation;
        const below = f.over === 'entries' ? `(${count}·${f.units})` : count;
        return { text: `${formatNumber(f.numerator, { decimals: 6 })}/${below}`, binds: PRODUCT };
      }
      case 'rate':
        return atom('α');
      case 'derivative':
        return atom(`${SLOPE_TEXTS[f.fn]}(${write(f.at)})`);
      case 'apply':
        return rules[f.op.kind](f, write);
    }
  };
  const write: Write = (f, atLeast = 0) => {
    const { text, binds } = textOf(f);
    return binds < atLeast ? `(${text})` : text;
  };
  return write(formula);
}
