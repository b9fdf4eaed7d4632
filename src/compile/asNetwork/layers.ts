import { type GraphNode, isScalar, type OpKind, type Shape } from '../../engine';
import type { Activation, ExamplesAs } from '../../problem';
import { type NodeOf, termsOf } from './terms';

/** A layer as it was found; its matrix may lie the other way in the program. */
export interface FoundLayer {
  readonly activation: Activation;
  readonly weights: GraphNode;
  /** The program multiplies by the transpose of the matrix that it names. */
  readonly turned: boolean;
  readonly bias: GraphNode | undefined;
  /** Undefined where one number leaves both open. */
  readonly examples: ExamplesAs | undefined;
  readonly input: GraphNode;
  readonly output: Shape;
}

export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const no = (reason: string): Found<never> => ({ ok: false, reason });

const ACTIVATIONS: Partial<Record<OpKind, Activation>> = {
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  leakyRelu: 'leaky-relu',
  elu: 'elu',
  softplus: 'softplus',
  gelu: 'gelu',
  softmax: 'softmax',
};

const isParameter = (node: GraphNode) => node.op.kind === 'input' && node.role === 'parameter';

interface Factor {
  readonly node: GraphNode;
  readonly turned: boolean;
}

function untransposed(node: GraphNode, of: NodeOf): Factor {
  let at = node;
  let turned = false;
  while (at.op.kind === 'transpose' || at.op.kind === 'identity') {
    if (at.op.kind === 'transpose') turned = !turned;
    at = of(at.args[0] as number);
  }
  return { node: at, turned };
}

interface Product {
  readonly weights: Factor;
  readonly input: GraphNode;
  readonly examples: ExamplesAs | undefined;
}

/** W A or A W; of two numbers, or a number and a matrix, whichever is a parameter is the weight. */
function productIn(node: GraphNode, of: NodeOf): Product | undefined {
  if (node.op.kind !== 'matmul' && node.op.kind !== 'multiply') return undefined;
  const [left, right] = node.args.map((arg) => untransposed(of(arg), of));
  if (!left || !right) return undefined;
  const isLeft = isParameter(left.node);
  if (isLeft === isParameter(right.node)) return undefined;
  const weights = isLeft ? left : right;
  const other = isLeft ? of(node.args[1] as number) : of(node.args[0] as number);
  if (node.op.kind === 'matmul') {
    return { weights, input: other, examples: isLeft ? 'columns' : 'rows' };
  }
  // A product of entries is one of matrices only where one side is a single number.
  const input = untransposed(other, of).node;
  if (!isScalar(weights.node.shape) && !isScalar(input.shape)) return undefined;
  const [rows, cols] = node.shape;
  const examples = isScalar(weights.node.shape)
    ? rows > 1
      ? 'rows'
      : cols > 1
        ? 'columns'
        : undefined
    : cols > 1
      ? 'rows'
      : 'columns';
  return rows > 1 && cols > 1 ? undefined : { weights, input: other, examples };
}

/** The last layer of what leads to `output`, or why it is none. */
export function layerAt(output: GraphNode, of: NodeOf): Found<FoundLayer> {
  let at = output;
  while (at.op.kind === 'identity') at = of(at.args[0] as number);
  const activation = ACTIVATIONS[at.op.kind];
  const z = activation ? of(at.args[0] as number) : at;
  const name = (node: GraphNode) => (node.named ? node.id : 'what is calculated there');
  const terms = termsOf(z, of);
  if (terms.some(({ factor }) => factor !== 1) || terms.length > 2) {
    return no(`${name(z)} is no layer: a layer is weights times inputs, plus a bias`);
  }
  const products = terms.flatMap(({ node }) => {
    const product = productIn(node, of);
    return product ? [product] : [];
  });
  const [product] = products;
  const bias = terms.map(({ node }) => node).find(isParameter);
  if (!product || products.length > 1 || terms.length !== (bias ? 2 : 1)) {
    return no(`${name(z)} is no layer: a layer is weights times inputs, plus a bias`);
  }
  return {
    ok: true,
    value: {
      activation: activation ?? 'identity',
      weights: product.weights.node,
      turned: product.weights.turned,
      bias,
      examples: product.examples,
      input: product.input,
      output: z.shape,
    },
  };
}
