import type { Examples, Op } from '../engine';
import {
  type Activation,
  type Layer,
  type Network,
  type NetworkProblem,
  ok,
  type Result,
} from '../problem';
import { type NodeSpec, toGraph } from './builder';
import type { Compiled } from './compiled';
import { checkNetwork, examplesOf } from './networkChecks';
import { type NetworkShapes, shapesOf } from './networkShapes';
import { valuesOf } from './values';

const ACTIVATION: { readonly [A in Activation]: (examples: Examples) => Op } = {
  identity: () => ({ kind: 'identity' }),
  sigmoid: () => ({ kind: 'sigmoid' }),
  tanh: () => ({ kind: 'tanh' }),
  relu: () => ({ kind: 'relu' }),
  'leaky-relu': () => ({ kind: 'leakyRelu' }),
  softplus: () => ({ kind: 'softplus' }),
  elu: () => ({ kind: 'elu' }),
  gelu: () => ({ kind: 'gelu' }),
  // A column of its own for each example makes a column a distribution.
  softmax: (examples) => ({ kind: 'softmax', per: examples === 'columns' ? 'column' : 'row' }),
};

const CROSS_ENTROPY = {
  'binary-cross-entropy': { kind: 'binaryCrossEntropy', partner: 'sigmoid' },
  'categorical-cross-entropy': { kind: 'categoricalCrossEntropy', partner: 'softmax' },
} as const;

interface LossPlan {
  readonly op: Op;
  /** The loss has its activation built in, so that it is exact where the output saturates. */
  readonly fused: boolean;
}

function lossOf({ loss, layers, examples }: Network): LossPlan {
  const options = { factor: loss.scale, over: loss.over, examples };
  if (loss.kind === 'squared-error') {
    return { op: { kind: 'squaredError', ...options }, fused: false };
  }
  const { kind, partner } = CROSS_ENTROPY[loss.kind];
  const fused = !loss.fromLogits && layers.at(-1)?.activation === partner;
  const from = loss.fromLogits ? 'logits' : fused ? 'fused' : 'probabilities';
  return { op: { kind, from, ...options }, fused };
}

/** The product of weights and inputs: W A, Wᵀ A, A Wᵀ or A W. */
function productOf(
  network: Network,
  weights: number,
  inputs: number,
): Pick<NodeSpec, 'op' | 'args'> {
  const columns = network.examples === 'columns';
  const outIn = network.weights === 'out-in';
  return {
    op: { kind: 'matmul', transposeLeft: columns && !outIn, transposeRight: !columns && outIn },
    args: columns ? [weights, inputs] : [inputs, weights],
  };
}

interface LayerPlace {
  readonly network: Network;
  readonly shapes: NetworkShapes;
  readonly examples: number;
  /** From 1. */
  readonly l: number;
  /** The index of the layer's input and of its own first node. */
  readonly input: number;
  readonly first: number;
  readonly bypassed: boolean;
}

/** W, b, their product with the input, Z and A. Without a bias Z is the product itself. */
function layerSpecs(layer: Layer, place: LayerPlace): NodeSpec[] {
  const { network, shapes, l, first, bypassed } = place;
  const common = { layer: l, differentiable: true };
  const parameter = { ...common, role: 'parameter', op: { kind: 'input' }, args: [] } as const;
  const batch = { ...common, shape: shapes.batch(l, place.examples) };
  const z = { ...batch, id: `Z${l}`, gradientId: `delta${l}`, role: 'pre-activation' } as const;
  const product = productOf(network, first, place.input);
  const affine: NodeSpec[] = layer.bias
    ? [
        { ...parameter, id: `b${l}`, shape: shapes.bias(l) },
        { ...batch, role: 'intermediate', ...product },
        { ...z, op: { kind: 'add' }, args: [first + 2, first + 1] },
      ]
    : [{ ...z, ...product }];
  return [
    { ...parameter, id: `W${l}`, shape: shapes.weights(l) },
    ...affine,
    {
      ...batch,
      id: `A${l}`,
      role: 'activation',
      op: ACTIVATION[layer.activation](network.examples),
      args: [first + affine.length],
      bypassed,
    },
  ];
}

function specsOf(problem: NetworkProblem): NodeSpec[] {
  const { network } = problem;
  const shapes = shapesOf(network);
  const examples = examplesOf(problem, 'X');
  const loss = lossOf(network);
  const last = network.layers.length;
  const leaf = { op: { kind: 'input' }, args: [] } as const;
  const specs: NodeSpec[] = [
    { ...leaf, id: 'X', role: 'input', shape: shapes.batch(0, examples), differentiable: true },
  ];
  network.layers.forEach((layer, i) => {
    const first = specs.length;
    const bypassed = loss.fused && i + 1 === last;
    const place = { network, shapes, examples, l: i + 1, input: first - 1, first, bypassed };
    specs.push(...layerSpecs(layer, place));
  });
  const target = specs.length;
  const [z, a] = [target - 2, target - 1];
  specs.push(
    {
      ...leaf,
      id: 'Y',
      role: 'target',
      shape: shapes.batch(last, examples),
      differentiable: false,
    },
    {
      id: 'J',
      role: 'loss',
      op: loss.op,
      args: loss.fused ? [a, target, z] : [a, target],
      shape: [1, 1],
      differentiable: true,
    },
  );
  return specs;
}

/** A network's graph: X, then layer by layer W, b, Z and A, then Y and J. */
export function compileNetwork(problem: NetworkProblem): Result<Compiled> {
  const checked = checkNetwork(problem);
  if (!checked.ok) return checked;
  const specs = specsOf(problem);
  const graph = toGraph(specs, specs.length - 1, problem.network.examples, (index) => {
    const { id, layer } = specs[index] as NodeSpec;
    return layer === undefined ? `data.${id}` : `network.layers[${layer}]`;
  });
  if (!graph.ok) return graph;
  const { data, parameters } = problem;
  return ok({ problem, graph: graph.value, values: valuesOf(graph.value, data, parameters) });
}
