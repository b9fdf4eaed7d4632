import type { ExamplesAs, WeightsAs } from './problem';
import { type NetworkProblem, type Problem, type Tensor, type Tensors, tensorOf } from './problem';
import { fail, ok, type Result } from './result';

function transpose(tensor: Tensor): Tensor {
  if (typeof tensor === 'number') return tensor;
  return (tensor[0] ?? []).map((_, c) => tensor.map((row) => row[c] as number));
}

function mapTensors(tensors: Tensors, change: (name: string) => boolean): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, t]) => [name, change(name) ? transpose(t) : t]),
  );
}

/** The same arithmetic with examples as columns or rows, and weights by outputs or by inputs. */
export function relayout(
  problem: NetworkProblem,
  layout: { readonly examples: ExamplesAs; readonly weights: WeightsAs },
): NetworkProblem {
  const { network } = problem;
  const turnExamples = layout.examples !== network.examples;
  const turnWeights = layout.weights !== network.weights;
  if (!turnExamples && !turnWeights) return problem;
  return {
    ...problem,
    network: { ...network, examples: layout.examples, weights: layout.weights },
    data: mapTensors(problem.data, () => turnExamples),
    parameters: mapTensors(problem.parameters, (name) =>
      name.startsWith('W') ? turnWeights : turnExamples,
    ),
  };
}

/** An entry of the data or the parameters; undefined where there is none. */
export function entryIn(
  { data, parameters }: Problem,
  name: string,
  row: number,
  col: number,
): number | undefined {
  const tensor = tensorOf(data, name) ?? tensorOf(parameters, name);
  return typeof tensor === 'number' ? tensor : tensor?.[row]?.[col];
}

/** Undefined where there is no such entry. */
function replaced(tensor: Tensor, row: number, col: number, value: number): Tensor | undefined {
  if (typeof tensor === 'number') return row === 0 && col === 0 ? value : undefined;
  if (tensor[row]?.[col] === undefined) return undefined;
  return tensor.map((entries, r) =>
    r === row ? entries.map((entry, c) => (c === col ? value : entry)) : entries,
  );
}

/** One number of the data or the parameters changed; row and column count from 0. */
export function setEntry(
  problem: Problem,
  name: string,
  row: number,
  col: number,
  value: number,
): Result<Problem> {
  const group = Object.hasOwn(problem.data, name) ? 'data' : 'parameters';
  const tensor = tensorOf(problem[group], name);
  if (tensor === undefined) return fail(`${name} is not in the data or the parameters`, name);
  const where = `${group}.${name}[${row}][${col}]`;
  if (!Number.isFinite(value)) return fail(`An entry of ${name} must be a finite number`, where);
  const next = replaced(tensor, row, col, value);
  if (next === undefined) return fail(`${name} has no row ${row + 1}, column ${col + 1}`, where);
  return ok({ ...problem, [group]: { ...problem[group], [name]: next } });
}
