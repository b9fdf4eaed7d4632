import { raised } from '../../derive/folding';
import type { Graph, GraphNode, OpKind } from '../../engine';

const SIGNS: { readonly [K in OpKind]: string } = {
  input: '',
  constant: '',
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
  power: 'xⁿ',
  matmul: '·',
  transpose: 'xᵀ',
  sum: 'Σ',
  mean: 'mean',
  norm: '‖x‖',
  squaredNorm: '‖x‖²',
  negate: '−x',
  exp: 'eˣ',
  log: 'log',
  sqrt: '√',
  sin: 'sin',
  cos: 'cos',
  abs: '|x|',
  identity: '=',
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'leaky',
  elu: 'ELU',
  softplus: 'softplus',
  gelu: 'GELU',
  softmax: 'softmax',
  squaredError: '(a−y)²',
  binaryCrossEntropy: 'BCE',
  categoricalCrossEntropy: 'CE',
};

const constantOf = (graph: Graph, index: number | undefined): string | undefined => {
  const op = graph.nodes[index ?? -1]?.op;
  return op?.kind === 'constant' ? `${op.value}`.replace('-', '−') : undefined;
};

/** An operation's sign; a constant among its arguments is a part of it: `x²`, `2 ×`, `1 −`. */
export function signOfOp(graph: Graph, { op, args }: GraphNode): string {
  const sign = SIGNS[op.kind];
  const [left, right] = [constantOf(graph, args[0]), constantOf(graph, args[1])];
  if (op.kind === 'power' && right !== undefined)
    return `x${raised(Number(right.replace('−', '-')))}`;
  if (left !== undefined) return `${left} ${sign}`;
  return right === undefined ? sign : `${sign} ${right}`;
}

/** Words for a reader who does not see the sign. */
export function wordsOfOp({ op }: GraphNode): string {
  return op.kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
