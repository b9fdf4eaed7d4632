import { notationOf } from '../../derive';
import { fail, type Notation, ok, type Problem, type Result } from '../../problem';
import { type Lecture, type LectureStop, ownProblem } from '../../problem/lecture';
import { inNotation } from '../notation';
import type { LoadProblem, SharedState } from '../share';
import { DEPTHS } from '../state';

/** What `actions.openState` shows for a stop of that problem. */
export function stateOfStop(
  stop: LectureStop,
  problem: Problem,
  library: string | null,
): SharedState {
  return {
    problem,
    library,
    step: stop.step,
    detail: stop.detail ?? notationOf(problem.notation).detail,
    example: stop.example,
    alone: stop.alone,
    decimals: stop.decimals ?? null,
    depth: DEPTHS.find((depth) => depth === stop.depth) ?? 'layer',
    entry: stop.entry ?? null,
  };
}

export type OpenStop = (lecture: Lecture, index: number) => Promise<Result<SharedState>>;

/**
 * Opens the stops of lectures. What was loaded is kept, so stops of one problem have one and the same `problem`,
 * and the page need not calculate it again.
 */
export function createOpenStop(load: LoadProblem): OpenStop {
  const loading = new Map<string, Promise<Result<Problem>>>();
  const written = new WeakMap<Problem, Map<Notation | undefined, Problem>>();

  async function problemNamed(lecture: Lecture, name: string): Promise<Result<Problem>> {
    const own = ownProblem(lecture, name);
    if (own) return ok(own);
    const coming = loading.get(name) ?? load(name);
    loading.set(name, coming);
    const read = await coming;
    // What failed is tried again the next time.
    if (!read.ok) loading.delete(name);
    return read;
  }

  function asWritten(problem: Problem, notation: Notation | undefined): Problem {
    const known = written.get(problem) ?? new Map<Notation | undefined, Problem>();
    const found = known.get(notation) ?? inNotation(problem, notation);
    written.set(problem, known.set(notation, found));
    return found;
  }

  return async (lecture, index) => {
    const stop = lecture.stops[index];
    if (!stop) return fail(`The lecture has no stop ${index + 1}`, 'lecture');
    const problem = await problemNamed(lecture, stop.problem);
    if (!problem.ok) {
      const { error } = problem.fault;
      return fail(`Stop ${index + 1} cannot be opened: ${error}`, `stops[${index}].problem`);
    }
    const library = ownProblem(lecture, stop.problem) ? null : stop.problem;
    return ok(stateOfStop(stop, asWritten(problem.value, stop.notation), library));
  };
}
