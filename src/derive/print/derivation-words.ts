import type { OpKind } from '../../engine';
import { type Passed, PLAIN, type Why } from '../derivation/line';
import { symbolOf } from '../notation';
import { symbolText } from '../symbol';
import { type Printing, quantityText } from './context';
import { joined } from './joined';

/** What the derivative of an operation is, in a few words. */
const SLOPES: { readonly [K in OpKind]: string } = {
  input: '',
  constant: '',
  add: 'a sum passes the gradient on',
  subtract: 'a difference passes the gradient on',
  multiply: 'the other factor',
  divide: 'the quotient rule',
  power: 'the power rule',
  matmul: 'the other factor, transposed, on its own side',
  transpose: 'a transpose turns the gradient back',
  sum: 'every term of a sum receives the same',
  mean: 'every entry of a mean has an equal share',
  norm: 'the length grows along the vector itself',
  squaredNorm: 'the derivative of ‖v‖² is 2v',
  negate: 'the minus stays',
  exp: 'the exponential is its own derivative',
  log: 'the derivative of log u is 1/u',
  sqrt: 'the derivative of a root is 1 over twice the root',
  sin: 'the derivative of sin is cos',
  cos: 'the derivative of cos is −sin',
  abs: 'the derivative of |u| is its sign',
  identity: 'the identity has the derivative 1',
  sigmoid: 'the derivative of σ is σ(1 − σ)',
  tanh: 'the derivative of tanh is 1 − tanh²',
  relu: 'relu′ is 1 where its argument is positive, else 0',
  leakyRelu: 'leaky relu′ is 1 where its argument is positive, else 0.01',
  elu: 'elu′ is 1 where its argument is positive, else the exponential',
  softplus: 'the derivative of softplus is σ',
  gelu: 'the derivative of gelu at its argument',
  softmax: 'of softmax: each output moves with all entries, less their weighted mean',
  squaredError: 'the derivative of a square is twice its base',
  binaryCrossEntropy: 'the derivative of log u is 1/u',
  categoricalCrossEntropy: 'the derivative of log u is 1/u',
};

function reasonOf({ kind, argument, scalar }: Passed): string {
  if (kind === 'subtract' && argument === 1) return 'what is subtracted gets a minus';
  return kind === 'matmul' && scalar ? SLOPES.multiply : SLOPES[kind];
}

function reasonsOf(ops: readonly Passed[]): readonly string[] {
  const isTelling = (op: Passed) => !PLAIN.has(op.kind) || reasonOf(op) !== SLOPES[op.kind];
  const telling = ops.filter(isTelling);
  return [...new Set((telling.length > 0 ? telling : ops).map(reasonOf))].filter(Boolean);
}

/** Why a line follows, in words. */
export function whyText(why: Why, printing: Printing): string {
  const symbol = (id: string) => {
    const node = printing.quantities.get(id)?.node;
    return node ? symbolText(symbolOf(printing.notation, printing.graph, node)) : id;
  };
  switch (why.kind) {
    case 'chain':
      return why.ways > 1 ? `chain rule, the sum of ${why.ways} ways to the loss` : 'chain rule';
    case 'known': {
      const names = why.gradients.map((id) => quantityText(printing, id));
      return `${joined(names)} ${names.length === 1 ? 'is' : 'are'} known already`;
    }
    case 'definition':
      return `${symbol(why.of)} written out`;
    case 'terms':
      return 'a sum is differentiated term by term';
    case 'factor': {
      return `∂${symbol(why.of)}/∂${symbol(why.by)}: ${reasonsOf(why.ops).join('; ')}`;
    }
    case 'rule': {
      const isSum = why.ops.length > 1 && why.ops.every(({ kind }) => PLAIN.has(kind));
      return isSum ? 'a sum is differentiated term by term' : reasonsOf(why.ops).join('; ');
    }
    case 'fused':
      return `∂${symbol(why.of)}/∂${symbol(why.by)}: cross-entropy and activation in one leave prediction minus target`;
    case 'meet':
      return `${why.ways === 2 ? 'two' : why.ways} ways meet at ${symbol(why.at)}: their gradients add up`;
    case 'simplified':
      return 'simplified';
    case 'numbers':
      return 'numbers put in';
  }
}
