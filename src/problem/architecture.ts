import { type Canonical, checkSize, fromCanonical, toCanonical } from './canonical';
import { relayout } from './edit';
import { newBias, newWeights, type Seeded } from './initialise';
import type {
  Activation,
  ExamplesAs,
  Layer,
  Loss,
  Network,
  NetworkProblem,
  Problem,
  WeightsAs,
} from './problem';
import { fail, ok, type Result } from './result';
import { refit } from './rows';
import { fitInputs, fitTargets } from './targets';

/** One change to the network itself. Layers count from 1, the input is 0. */
export type ArchitectureEdit =
  /** A hidden layer in front of layer `before`. */
  | { readonly kind: 'add-layer'; readonly before: number }
  | { readonly kind: 'remove-layer'; readonly layer: number }
  | { readonly kind: 'units'; readonly layer: number; readonly units: number }
  | { readonly kind: 'activation'; readonly layer: number; readonly activation: Activation }
  | { readonly kind: 'bias'; readonly layer: number; readonly bias: boolean }
  | { readonly kind: 'loss'; readonly loss: Partial<Loss> }
  | { readonly kind: 'examples'; readonly examples: ExamplesAs }
  | { readonly kind: 'weights'; readonly weights: WeightsAs }
  | { readonly kind: 'learning-rate'; readonly rate: number }
  /** New numbers for all weights and biases. */
  | { readonly kind: 'initialise' };

type Handler<K> = (
  problem: NetworkProblem,
  edit: Extract<ArchitectureEdit, { readonly kind: K }>,
  seeded: Seeded,
) => Result<NetworkProblem>;

const NEW_UNITS = 3;

/** After the hidden layer beside it: one of another kind among equal ones would surprise. */
function newLayer(layers: readonly Layer[], at: number): Layer {
  const beside = layers[at - 1] ?? (at < layers.length - 1 ? layers[at] : undefined);
  const bias = (beside ?? layers[at])?.bias ?? true;
  return { units: NEW_UNITS, activation: beside?.activation ?? 'relu', bias };
}

const NO_LAYER = 'There is no such layer';

/** What a loss takes from logits has no activation in front of it, and only a cross-entropy takes them. */
function agreeing(network: Network): Network {
  const { layers, loss } = network;
  const logits =
    loss.fromLogits && loss.kind !== 'squared-error' && layers.at(-1)?.activation === 'identity';
  return logits === loss.fromLogits
    ? network
    : { ...network, loss: { ...loss, fromLogits: logits } };
}

/** The matrices brought to the network's shapes: kept where they fit, else from the initialiser. */
function refilled(canonical: Canonical, network: Network, seeded: Seeded): Result<Canonical> {
  const problem = { ...canonical.problem, network: agreeing(network) };
  const { layers, inputs, loss } = problem.network;
  const size = checkSize(problem, canonical.X[0]?.length ?? 1);
  if (!size.ok) return size;
  const outputs = layers.at(-1)?.units ?? 1;
  const before = canonical.problem.network;
  const sameTargets = before.loss.kind === loss.kind && before.layers.at(-1)?.units === outputs;
  return ok({
    problem,
    X: fitInputs(canonical.X, inputs, seeded.seed),
    Y: sameTargets ? canonical.Y : fitTargets(canonical.Y, loss, outputs, seeded.seed),
    W: layers.map(({ units }, i) =>
      refit(canonical.W[i] ?? [], newWeights(seeded, i + 1, units, layers[i - 1]?.units ?? inputs)),
    ),
    b: layers.map(({ units, bias }, i) =>
      bias ? refit(canonical.b[i] ?? [], newBias(seeded, i + 1, units)) : undefined,
    ),
  });
}

function rebuilt(
  given: NetworkProblem,
  seeded: Seeded,
  change: (canonical: Canonical) => { readonly canonical: Canonical; readonly network: Network },
): Result<NetworkProblem> {
  const { canonical, network } = change(toCanonical(given));
  const filled = refilled(canonical, network, seeded);
  return filled.ok ? ok(fromCanonical(filled.value, given)) : filled;
}

/** The layer, from 1, with some of it changed. */
function withLayer(
  problem: NetworkProblem,
  layer: number,
  change: Partial<Layer>,
  seeded: Seeded,
): Result<NetworkProblem> {
  if (!problem.network.layers[layer - 1]) return fail(NO_LAYER, 'network.layers');
  return rebuilt(problem, seeded, (canonical) => {
    const { network } = canonical.problem;
    const layers = network.layers.map((each, i) =>
      i === layer - 1 ? { ...each, ...change } : each,
    );
    return { canonical, network: { ...network, layers } };
  });
}

const isUnits = (units: number) => Number.isInteger(units) && units >= 1;

const HANDLERS: { readonly [K in ArchitectureEdit['kind']]: Handler<K> } = {
  'add-layer': (problem, { before }, seeded) => {
    const at = before - 1;
    if (!problem.network.layers[at]) return fail(NO_LAYER, 'network.layers');
    return rebuilt(problem, seeded, (canonical) => {
      const { network } = canonical.problem;
      const insert = <T>(list: readonly T[], item: T) => list.toSpliced(at, 0, item);
      return {
        canonical: {
          ...canonical,
          W: insert(canonical.W, undefined),
          b: insert(canonical.b, undefined),
        },
        network: { ...network, layers: insert(network.layers, newLayer(network.layers, at)) },
      };
    });
  },
  'remove-layer': (problem, { layer }, seeded) => {
    const at = layer - 1;
    const { layers } = problem.network;
    if (!layers[at]) return fail(NO_LAYER, 'network.layers');
    if (layer === layers.length) {
      return fail('The output layer cannot be removed; remove a hidden layer', 'network.layers');
    }
    return rebuilt(problem, seeded, (canonical) => ({
      canonical: {
        ...canonical,
        W: canonical.W.toSpliced(at, 1),
        b: canonical.b.toSpliced(at, 1),
      },
      network: { ...canonical.problem.network, layers: layers.toSpliced(at, 1) },
    }));
  },
  units: (problem, { layer, units }, seeded) => {
    if (!isUnits(units))
      return fail('A layer has a whole number of units, from 1', 'network.layers');
    if (layer !== 0) return withLayer(problem, layer, { units }, seeded);
    return rebuilt(problem, seeded, (canonical) => ({
      canonical,
      network: { ...canonical.problem.network, inputs: units },
    }));
  },
  activation: (problem, { layer, activation }, seeded) =>
    withLayer(problem, layer, { activation }, seeded),
  bias: (problem, { layer, bias }, seeded) => withLayer(problem, layer, { bias }, seeded),
  loss: (problem, { loss }, seeded) =>
    rebuilt(problem, seeded, (canonical) => {
      const { network } = canonical.problem;
      // The ½ belongs to the square, whose derivative has a 2.
      const isOther = loss.kind !== undefined && loss.kind !== network.loss.kind;
      const factor = isOther && loss.kind !== 'squared-error' ? { scale: 1 as const } : {};
      const next = { ...network, loss: { ...network.loss, ...factor, ...loss } };
      if (!loss.fromLogits) return { canonical, network: next };
      const layers = next.layers.with(-1, {
        ...(next.layers.at(-1) as Layer),
        activation: 'identity',
      });
      return { canonical, network: { ...next, layers } };
    }),
  examples: (problem, { examples }) =>
    ok(relayout(problem, { examples, weights: problem.network.weights })),
  weights: (problem, { weights }) =>
    ok(relayout(problem, { weights, examples: problem.network.examples })),
  'learning-rate': (problem, { rate }) =>
    Number.isFinite(rate) && rate >= 0
      ? ok({ ...problem, optimizer: { ...problem.optimizer, learningRate: rate } })
      : fail('The learning rate is a number from 0', 'optimizer.learningRate'),
  initialise: (problem, _, seeded) =>
    rebuilt(problem, seeded, (canonical) => ({
      canonical: { ...canonical, W: [], b: [] },
      network: canonical.problem.network,
    })),
};

/** The network changed, its matrices with it; always a problem that can be calculated, or a sentence. */
export function changeArchitecture(
  problem: Problem,
  edit: ArchitectureEdit,
  seeded: Seeded,
): Result<Problem> {
  if (problem.kind !== 'network') {
    return fail('This problem is a program; its lines say what is calculated', 'program');
  }
  const handler = HANDLERS[edit.kind] as Handler<ArchitectureEdit['kind']>;
  return handler(problem, edit as never, seeded);
}
