import { relayout } from './edit';
import { grouped, LIMITS } from './limits';
import type { NetworkProblem, Tensors } from './problem';
import { fail, ok, type Result } from './result';
import { type Rows, rowsOf } from './rows';

/** A network with its examples as columns and its weights as units × inputs: one way to edit them all. */
export interface Canonical {
  readonly problem: NetworkProblem;
  readonly X: Rows;
  readonly Y: Rows;
  /** By layer, from 1; undefined where the layer is new or has no bias. */
  readonly W: readonly (Rows | undefined)[];
  readonly b: readonly (Rows | undefined)[];
}

export function toCanonical(given: NetworkProblem): Canonical {
  const problem = relayout(given, { examples: 'columns', weights: 'out-in' });
  const { data, parameters, network } = problem;
  const read = (tensors: Tensors, name: string) =>
    Object.hasOwn(tensors, name) ? rowsOf(tensors[name]) : undefined;
  return {
    problem,
    X: rowsOf(data.X),
    Y: rowsOf(data.Y),
    W: network.layers.map((_, i) => read(parameters, `W${i + 1}`)),
    b: network.layers.map((_, i) => read(parameters, `b${i + 1}`)),
  };
}

function numbersOf({ network }: NetworkProblem, examples: number): number {
  const { layers, inputs } = network;
  const weights = layers.map(
    ({ units, bias }, i) => units * ((layers[i - 1]?.units ?? inputs) + (bias ? 1 : 0)),
  );
  const data = examples * (inputs + (layers.at(-1)?.units ?? 0));
  return weights.reduce((sum, n) => sum + n, data);
}

/** Before anything is filled in, so that what is too large is refused at once. */
export function checkSize(problem: NetworkProblem, examples: number): Result<null> {
  const { layers, inputs } = problem.network;
  const largest = Math.max(inputs, ...layers.map(({ units }) => units));
  if (layers.length > LIMITS.layers) {
    return fail(`A network may have ${LIMITS.layers} layers after the input`, 'network.layers');
  }
  if (largest > LIMITS.units) {
    return fail(`A layer may have ${grouped(LIMITS.units)} units`, 'network.layers');
  }
  const numbers = numbersOf(problem, examples);
  return numbers > LIMITS.numbers
    ? fail(
        `The matrices would hold ${grouped(numbers)} numbers; the limit is ${grouped(LIMITS.numbers)}`,
        'network',
      )
    : ok(null);
}

/** Back to the layout that the network had. */
export function fromCanonical(
  { problem, X, Y, W, b }: Canonical,
  { network }: NetworkProblem,
): NetworkProblem {
  const parameters = problem.network.layers.flatMap(({ bias }, i): [string, Rows][] => [
    [`W${i + 1}`, W[i] ?? []],
    ...(bias ? ([[`b${i + 1}`, b[i] ?? []]] as [string, Rows][]) : []),
  ]);
  return relayout(
    { ...problem, data: { X, Y }, parameters: Object.fromEntries(parameters) },
    network,
  );
}
