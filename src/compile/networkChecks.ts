import { formatShape, type Shape, sameShape } from '../engine';
import {
  count,
  didYouMean,
  fail,
  type Network,
  type NetworkProblem,
  ok,
  type Result,
  type Tensors,
  tensorOf,
} from '../problem';
import { shapesOf, unitsOf } from './networkShapes';
import { shapeOfTensor } from './values';

type Check = Result<null>;

/** The first fault of a list of checks. Each runs only if those before it passed. */
function all(checks: Iterable<() => Check>): Check {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(null);
}

function flipped([rows, cols]: Shape): Shape {
  return [cols, rows];
}

function other<T extends string>(value: T, [a, b]: readonly [T, T]): T {
  return value === a ? b : a;
}

function checkNames(given: Tensors, elsewhere: Tensors, known: readonly string[], group: string) {
  const all = Object.keys(given);
  const unknown = all.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return fail(
      `${unknown} is not among this network's ${group}, ${list(known)}.${didYouMean(unknown, known)}`.replace(
        /\.$/,
        '',
      ),
      `${group}.${unknown}`,
    );
  }
  const missing = known.find((name) => !Object.hasOwn(given, name));
  if (missing === undefined) return ok(null);
  return Object.hasOwn(elsewhere, missing)
    ? fail(`${missing} belongs in "${group}"`, group)
    : fail(`${missing} is missing`, group);
}

/** `W1, b1, …, b9`: names in a sentence, the middle left out where there are many. */
function list(names: readonly string[]): string {
  return names.length <= 6
    ? names.join(', ')
    : `${names.slice(0, 4).join(', ')}, …, ${names.at(-1)}`;
}

function from(layer: number): string {
  return layer === 0 ? 'the input' : `layer ${layer}`;
}

function checkWeights({ network, parameters }: NetworkProblem, l: number): Check {
  const name = `W${l}`;
  const is = shapeOfTensor(tensorOf(parameters, name) ?? 0);
  const should = shapesOf(network).weights(l);
  if (sameShape(is, should)) return ok(null);
  const [units, inputs] = [unitsOf(network, l), unitsOf(network, l - 1)];
  const [isUnits, isInputs] = network.weights === 'out-in' ? is : flipped(is);
  const expected = `${name} should be ${formatShape(should)}`;
  const where = `parameters.${name}`;
  if (sameShape(is, flipped(should))) {
    const layout = other(network.weights, ['out-in', 'in-out']);
    return fail(
      `${expected} (${count(units, 'unit')}, ${count(inputs, 'input')} from ${from(l - 1)}) but is ${formatShape(is)}; it looks transposed, or set "weights": "${layout}"`,
      where,
    );
  }
  if (isUnits === units) {
    return fail(
      `Layer ${l} expects ${count(isInputs, 'input')} but ${from(l - 1)} gives ${inputs}: ${expected} but is ${formatShape(is)}`,
      where,
    );
  }
  return fail(
    `${expected} (${count(units, 'unit')}, ${count(inputs, 'input')} from ${from(l - 1)}) but is ${formatShape(is)}`,
    where,
  );
}

function checkBias({ network, parameters }: NetworkProblem, l: number): Check {
  const name = `b${l}`;
  const is = shapeOfTensor(tensorOf(parameters, name) ?? 0);
  const should = shapesOf(network).bias(l);
  if (sameShape(is, should)) return ok(null);
  const hint = sameShape(is, flipped(should)) ? '; it looks transposed' : '';
  return fail(
    `${name} should be ${formatShape(should)} (${count(unitsOf(network, l), 'unit')} in layer ${l}) but is ${formatShape(is)}${hint}`,
    `parameters.${name}`,
  );
}

/** X or Y: the units of a layer along one side, the examples along the other. */
function checkBatch({ network, data }: NetworkProblem, name: 'X' | 'Y', layer: number): Check {
  const [rows, cols] = shapeOfTensor(tensorOf(data, name) ?? 0);
  const columns = network.examples === 'columns';
  const [is, examples] = columns ? [rows, cols] : [cols, rows];
  const units = unitsOf(network, layer);
  if (is === units) return ok(null);
  const side = columns ? 'row' : 'column';
  const hint =
    examples === units
      ? `; it looks transposed, or set "examples": "${other(network.examples, ['columns', 'rows'])}"`
      : '';
  return fail(
    `${name} should have ${count(units, side)}, one for each ${name === 'X' ? 'input' : 'output'}, but has ${is}${hint}`,
    `data.${name}`,
  );
}

export function examplesOf({ network, data }: NetworkProblem, name: 'X' | 'Y'): number {
  return shapeOfTensor(tensorOf(data, name) ?? 0)[network.examples === 'columns' ? 1 : 0];
}

function checkExamples(problem: NetworkProblem): Check {
  const [x, y] = [examplesOf(problem, 'X'), examplesOf(problem, 'Y')];
  return x === y ? ok(null) : fail(`X has ${count(x, 'example')} but Y has ${y}`, 'data.Y');
}

function checkLoss({ layers, loss }: Network): Check {
  const output = layers.at(-1)?.activation;
  if (!loss.fromLogits) return ok(null);
  if (loss.kind === 'squared-error') {
    return fail(
      'The squared error takes no logits; leave "fromLogits" out',
      'network.loss.fromLogits',
    );
  }
  if (output === 'identity') return ok(null);
  return fail(
    `The loss takes logits, so the output activation must be identity, not ${output}`,
    `network.layers[${layers.length}].activation`,
  );
}

function parameterNames({ layers }: Network): readonly string[] {
  return layers.flatMap(({ bias }, i) => (bias ? [`W${i + 1}`, `b${i + 1}`] : [`W${i + 1}`]));
}

/** Whether the matrices fit the network and each other. */
export function checkNetwork(problem: NetworkProblem): Check {
  const { network, data, parameters } = problem;
  return all([
    () => checkLoss(network),
    () => checkNames(data, parameters, ['X', 'Y'], 'data'),
    () => checkNames(parameters, data, parameterNames(network), 'parameters'),
    () => checkBatch(problem, 'X', 0),
    ...network.layers.flatMap(({ bias }, i) => [
      () => checkWeights(problem, i + 1),
      ...(bias ? [() => checkBias(problem, i + 1)] : []),
    ]),
    () => checkBatch(problem, 'Y', network.layers.length),
    () => checkExamples(problem),
  ]);
}
