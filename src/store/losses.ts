import { memo, read, toRows, updatedId } from '../engine';
import {
  fail,
  type NetworkProblem,
  ok,
  type Problem,
  type Result,
  relayout,
  type Tensor,
  type Tensors,
} from '../problem';
import { formOf, inOneLayout } from './own';
import type { LossPoint, Shown, State } from './state';

/** Older ones fall off the list. */
const MOST_KEPT = 500;

export function isComplete(shown: Shown | null): shown is Shown {
  return shown !== null && shown.filled === shown.snapshot.layout.length;
}

export function lossOf({ snapshot, compiled }: Shown): number {
  const root = compiled.graph.nodes[compiled.graph.root];
  return (root && read(snapshot, 'value', root.id)?.data[0]) ?? Number.NaN;
}

function updatedTensor(shown: Shown, name: string, before: Tensor): Result<Tensor> {
  const matrix = read(shown.snapshot, 'updated', name);
  // A program need not use all of its parameters.
  if (!matrix) return ok(before);
  const rows = toRows(matrix);
  if (!rows.flat().every(Number.isFinite)) {
    return fail(
      `The update would make ${name} too large for a number; a smaller learning rate helps`,
      updatedId(name),
    );
  }
  return ok(typeof before === 'number' ? (rows[0]?.[0] ?? before) : rows);
}

/** The problem with the parameters that the update step computes. */
export function updatedProblem(shown: Shown): Result<Problem> {
  const parameters: [string, Tensor][] = [];
  for (const [name, before] of Object.entries(shown.problem.parameters)) {
    const updated = updatedTensor(shown, name, before);
    if (!updated.ok) return updated;
    parameters.push([name, updated.value]);
  }
  return ok({ ...shown.problem, parameters: Object.fromEntries(parameters) as Tensors });
}

const measureOf = (problem: Problem) =>
  JSON.stringify([
    formOf(problem),
    problem.kind === 'network' ? problem.network.loss : problem.minimise,
  ]);

const NONE: readonly LossPoint[] = [];

/** The list, as long as it is of this network, or program, with this loss. */
export function lossesOf({ losses, problem }: Pick<State, 'losses' | 'problem'>) {
  const last = losses.at(-1);
  const isOwn = last && problem && measureOf(last.problem) === measureOf(problem);
  return isOwn ? losses : NONE;
}

/** Data and parameters in one layout, since how they are written is no part of where one is. */
const numbersOf = memo((problem: Problem) => {
  const { data, parameters } = inOneLayout(problem);
  return JSON.stringify([data, parameters]);
});

const sameNumbers = (a: Problem, b: Problem) =>
  (a.parameters === b.parameters && a.data === b.data) || numbersOf(a) === numbersOf(b);

/** The place in the list that the problem is at; −1 once it was edited. */
export function lossIndex({ losses, problem }: Pick<State, 'losses' | 'problem'>): number {
  return problem ? losses.findLastIndex((point) => sameNumbers(point.problem, problem)) : -1;
}

/** With the state that the update starts from, if it is not in the list, and the one that it leads to. */
export function withUpdate(
  losses: readonly LossPoint[],
  from: LossPoint,
  to: LossPoint,
): readonly LossPoint[] {
  const known = losses.some((point) => sameNumbers(point.problem, from.problem));
  return [...losses, ...(known ? [] : [from]), to].slice(-MOST_KEPT);
}

/** The earlier problem as one would write it now: the notation is not part of what is gone back to. */
export function asWrittenNow(earlier: Problem, now: Problem): Problem {
  const { mixture } = now;
  const notation = {
    ...(now.notation !== undefined && { notation: now.notation }),
    ...(mixture && { mixture }),
  };
  if (earlier.notation === now.notation && earlier.mixture === mixture) return earlier;
  if (earlier.kind !== 'network' || now.kind !== 'network') return { ...earlier, ...notation };
  const turned: NetworkProblem = relayout(earlier, now.network);
  return { ...turned, ...notation };
}
