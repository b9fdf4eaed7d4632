import type { Op } from '../op';
import { data, graphOf, type Line, layer, MEAN, parameter } from './graph';

const softmax: Op = { kind: 'softmax', per: 'column' };

const network = graphOf([
  data('X', [3, 5]),
  data('Y', [2, 5]),
  ...layer(1, [4, 3], { kind: 'tanh' }, 'X'),
  ...layer(2, [3, 4], { kind: 'relu' }, 'A1'),
  ...layer(3, [2, 3], softmax, 'A2', true),
  {
    id: 'J',
    op: { kind: 'categoricalCrossEntropy', from: 'fused', ...MEAN },
    args: ['A3', 'Y', 'Z3'],
  },
]);

const activations = graphOf([
  data('X', [3, 5]),
  data('Y', [2, 5]),
  ...layer(1, [4, 3], { kind: 'gelu' }, 'X'),
  ...layer(2, [3, 4], { kind: 'elu' }, 'A1'),
  ...layer(3, [4, 3], { kind: 'softplus' }, 'A2'),
  ...layer(4, [2, 4], { kind: 'leakyRelu' }, 'A3'),
  ...layer(5, [2, 2], { kind: 'sigmoid' }, 'A4', true),
  { id: 'J', op: { kind: 'binaryCrossEntropy', from: 'fused', ...MEAN }, args: ['A5', 'Y', 'Z5'] },
]);

const unary: Line[] = (
  ['exp', 'log', 'sqrt', 'sin', 'cos', 'abs', 'negate', 'identity'] as const
).map((kind, i) => ({ id: `u${i}`, op: { kind }, args: [i % 2 === 0 ? 'x' : 'y'] }));

const operations = graphOf([
  parameter('x', [3, 4]),
  parameter('y', [3, 1]),
  ...unary,
  { id: 'a', op: { kind: 'subtract' }, args: ['u0', 'u1'] },
  { id: 'b', op: { kind: 'multiply' }, args: ['a', 'u3'] },
  { id: 'c', op: { kind: 'divide' }, args: ['b', 'u2'] },
  { id: 'd', op: { kind: 'power' }, args: ['x', 'y'] },
  { id: 'e', op: { kind: 'add' }, args: ['c', 'd'] },
  { id: 'f', op: { kind: 'transpose' }, args: ['e'] },
  { id: 'g', op: { kind: 'mean', per: 'row' }, args: ['f'] },
  { id: 'h', op: { kind: 'norm' }, args: ['g'] },
  { id: 'i', op: { kind: 'squaredNorm' }, args: ['u4'] },
  { id: 'j', op: { kind: 'sum', per: 'all' }, args: ['u5'] },
  { id: 'k', op: { kind: 'add' }, args: ['h', 'i'] },
  { id: 'l', op: { kind: 'squaredError', ...MEAN }, args: ['k', 'j'] },
]);

/** Graphs that together use every kind of kernel, for the tests of plans. */
export const graphs = { network, activations, operations };
