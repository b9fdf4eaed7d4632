import { type GraphNode, rootOf } from '../../engine';
import {
  type Layer,
  type Loss,
  type NetworkProblem,
  type ProgramProblem,
  type Tensor,
  tensorOf,
} from '../../problem';
import type { Compiled } from '../compiled';
import { compileNetwork } from '../network';
import { compileProgram } from '../program';
import { type Found, type FoundLayer, layerAt } from './layers';
import { type FoundLoss, lossIn } from './loss';
import { type NodeOf, nodeIn } from './terms';

type Rows = readonly (readonly number[])[];

const no = (reason: string): Found<never> => ({ ok: false, reason });

function rowsOf(tensor: Tensor | undefined): Rows {
  return typeof tensor === 'number' ? [[tensor]] : (tensor ?? []);
}

function turn(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] as number));
}

interface Data {
  readonly node: GraphNode;
  readonly turned: boolean;
}

/** The data under any transposes. */
function dataUnder(node: GraphNode, of: NodeOf): Data | undefined {
  let at = node;
  let turned = false;
  while (at.op.kind === 'transpose' || at.op.kind === 'identity') {
    if (at.op.kind === 'transpose') turned = !turned;
    at = of(at.args[0] as number);
  }
  const isData = at.op.kind === 'input' && at.role === 'input';
  return isData ? { node: at, turned } : undefined;
}

interface Chain {
  /** From the input on. */
  readonly layers: readonly FoundLayer[];
  readonly input: Data;
}

/** As many as a network may have. */
const MOST_LAYERS = 64;

function chainFrom(prediction: GraphNode, of: NodeOf): Found<Chain> {
  const layers: FoundLayer[] = [];
  let at = prediction;
  while (layers.length <= MOST_LAYERS) {
    const input = dataUnder(at, of);
    if (input) {
      if (layers.length === 0) return no('no layer lies between the data and the loss');
      return { ok: true, value: { layers: layers.reverse(), input } };
    }
    const layer = layerAt(at, of);
    if (!layer.ok) return layer;
    layers.push(layer.value);
    at = layer.value.input;
  }
  return no(`it has more than ${MOST_LAYERS} layers`);
}

/** The number before the sum as a scale and what is divided by. */
function scaleOf(
  factor: number,
  examples: number,
  units: number,
): Pick<Loss, 'scale' | 'over'> | undefined {
  const near = (a: number) => Math.abs(factor - a) <= 1e-12 * Math.abs(a);
  for (const over of ['mean', 'sum', 'mean-all'] as const) {
    const by = over === 'sum' ? 1 : over === 'mean' ? examples : examples * units;
    for (const scale of [1, 0.5] as const) if (near(scale / by)) return { scale, over };
  }
  return undefined;
}

/** Everything that a network has not: names used twice, lines that lead elsewhere. */
function obstacle(
  { graph }: Compiled,
  { layers, input }: Chain,
  loss: FoundLoss,
): string | undefined {
  const leaves = [
    ...layers.flatMap(({ weights, bias }) => (bias ? [weights, bias] : [weights])),
    input.node,
    loss.target,
  ];
  const twice = leaves.find((leaf, i) => leaves.indexOf(leaf) < i);
  if (twice) return `${twice.id} is used in two places, and a network has a matrix for each`;
  const more = graph.nodes.find((n) => n.op.kind === 'input' && !leaves.includes(n));
  if (more) return `${more.id} has no place in layers`;
  const idle = graph.nodes.find((n) => n.named && n.op.kind !== 'input' && !n.differentiable);
  return idle && `${idle.id} is calculated beside the loss, and a network has nothing for it`;
}

function biasFits({ bias, output }: FoundLayer, columns: boolean): boolean {
  if (!bias) return true;
  const units = columns ? output[0] : output[1];
  const [rows, cols] = bias.shape;
  return columns ? rows === units && cols === 1 : cols === units && rows === 1;
}

/**
 * The network that a program spells out, whatever its lines are called and in whatever order; the same numbers under
 * the names that networks have. Or the reason why it is none.
 */
export function programAsNetwork(problem: ProgramProblem): Found<NetworkProblem> {
  const compiled = compileProgram(problem);
  if (!compiled.ok) return no(compiled.fault.error);
  const { graph } = compiled.value;
  const of = nodeIn(graph);
  const loss = lossIn(rootOf(graph), of);
  if (!loss) {
    return no(
      `${rootOf(graph).id} is neither a squared error nor a cross-entropy of one output and its targets`,
    );
  }
  const chain = chainFrom(loss.prediction, of);
  if (!chain.ok) return chain;
  const blocked = obstacle(compiled.value, chain.value, loss);
  if (blocked !== undefined) return no(blocked);
  return assemble(problem, chain.value, loss);
}

function assemble(
  problem: ProgramProblem,
  { layers, input }: Chain,
  loss: FoundLoss,
): Found<NetworkProblem> {
  const sides = new Set(layers.flatMap(({ examples }) => (examples ? [examples] : [])));
  if (sides.size > 1) {
    return no('some weights stand before their inputs and some behind; a network has one layout');
  }
  const examples = [...sides][0] ?? problem.examples;
  const columns = examples === 'columns';
  const crooked = layers.find((layer) => !biasFits(layer, columns));
  if (crooked) {
    return no(`${crooked.bias?.id ?? 'a bias'} has not one number for each unit of its layer`);
  }
  if (layers.some(({ activation }) => activation === 'softmax') && examples !== problem.examples) {
    return no(`softmax runs along ${problem.examples}, and the examples lie as ${examples}`);
  }
  const given = (node: GraphNode) =>
    rowsOf(tensorOf(problem.data, node.id) ?? tensorOf(problem.parameters, node.id));
  // W is multiplied from the left as units × inputs, from the right as inputs × units.
  const [first] = layers;
  const weights = columns === (first?.turned ?? false) ? 'in-out' : 'out-in';
  const factor = (layer: FoundLayer) => {
    const used = layer.turned ? turn(given(layer.weights)) : given(layer.weights);
    const outIn = columns ? used : turn(used);
    return weights === 'out-in' ? outIn : turn(outIn);
  };
  const X = input.turned ? turn(given(input.node)) : given(input.node);
  const Y = given(loss.target);
  const count = (columns ? X[0]?.length : X.length) ?? 0;
  const inputs = (columns ? X.length : X[0]?.length) ?? 0;
  const found = layers.map(
    ({ activation, output, bias }): Layer => ({
      units: columns ? output[0] : output[1],
      activation,
      bias: bias !== undefined,
    }),
  );
  const scaled = scaleOf(loss.factor, count, found.at(-1)?.units ?? 1);
  if (!scaled) return no('the number before the sum of the loss is none that a network has');
  const { kind: _k, program: _p, minimise: _m, examples: _e, ...common } = problem;
  const network: NetworkProblem = {
    ...common,
    kind: 'network',
    network: {
      examples,
      weights,
      inputs,
      layers: found,
      loss: { kind: loss.kind, fromLogits: loss.fromLogits, ...scaled },
    },
    data: { X, Y },
    parameters: Object.fromEntries(
      layers.flatMap((layer, i): [string, Rows][] => [
        [`W${i + 1}`, factor(layer)],
        ...(layer.bias ? ([[`b${i + 1}`, given(layer.bias)]] as [string, Rows][]) : []),
      ]),
    ),
  };
  const checked = compileNetwork(network);
  return checked.ok ? { ok: true, value: network } : no(checked.fault.error);
}
