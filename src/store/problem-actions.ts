import { withCompiler } from '../compile';
import {
  type Fault,
  loadLibraryProblem,
  type Mixture,
  type Notation,
  ok,
  type Problem,
  type Result,
  readProblemLater,
} from '../problem';
import { type EditActions, editActions } from './edit-actions';
import { createGesture } from './gesture';
import type { Link } from './link';
import { inNotation } from './notation';
import { namedAnew } from './own';
import { beforeOf } from './selectors';
import type { Place, SharedState } from './share';
import type { LossPoint, Store } from './state';

export interface ProblemActions extends EditActions {
  openProblem(problem: Problem): Promise<Result<null>>;
  /** The text of a problem file. If it is refused, all stays as it is and `fault` says why. */
  openText(text: string): Promise<Result<null>>;
  openLibrary(id: string): Promise<Result<null>>;
  /** Problem and place as they were kept or sent. */
  openState(state: SharedState): Promise<Result<null>>;
  /** What an opening has replaced; where nothing came after it, that opening is undone. */
  reopen(left: SharedState, losses: readonly LossPoint[]): Promise<Result<null>>;
  /** The open problem under another name; then it is one's own. */
  rename(title: string): void;
  /** The same problem as that handout would write it, matrices turned. */
  setNotation(id: Notation): Result<null>;
  /** One's own letters and signs over those of the notation. */
  setMixture(mixture: Mixture): Result<null>;
  undo(): void;
  redo(): void;
  /** Says why something was not done; all stays as it is. */
  refuse(fault: Fault): void;
  dismissFault(): void;
}

const NOT_OPEN: Fault = { error: 'No problem is open', where: 'page' };

export function problemActions(store: Store, link: Link): ProblemActions {
  /** Grows with each opening, so that a slow one of the library does not replace a later one. */
  let openings = 0;
  const gesture = createGesture(store);

  function refuse(fault: Fault): Result<never> {
    store.setState({ fault });
    return { ok: false, fault };
  }

  function take(
    problem: Problem,
    library: string | null,
    opening: boolean,
    place?: Place,
  ): Result<null> {
    // A drag that never ended must not swallow what is done in the next problem.
    if (opening) gesture.end();
    const prepared = link.prepare(problem, opening, place);
    if (!prepared.ok) return refuse(prepared.fault);
    const state = store.getState();
    const isFirst = state.problem === null;
    store.setState({
      problem,
      library,
      fault: null,
      before: opening ? null : (beforeOf(state) ?? state.shown),
      ...(opening && { playing: false, losses: [] }),
    });
    // Before the first problem there is nothing to go back to.
    if (isFirst) store.temporal.getState().clear();
    link.send(prepared.value);
    return ok(null);
  }

  /** What reads and compiles it may have to be loaded first; what was opened last counts. */
  async function open(
    reading: Result<Problem> | Promise<Result<Problem>>,
    library: string | null,
    place?: Place,
  ): Promise<Result<null>> {
    openings += 1;
    const own = openings;
    const read = await reading;
    const ready = read.ok ? await withCompiler(read.value) : read;
    if (own !== openings) return ok(null);
    return ready.ok ? take(ready.value, library, true, place) : refuse(ready.fault);
  }

  /** An edit that is refused is said where it is made, so `fault` stays as it is. */
  function change(by: (problem: Problem) => Result<Problem>): Result<null> {
    const { problem, library } = store.getState();
    if (!problem) return { ok: false, fault: NOT_OPEN };
    const changed = by(problem);
    if (!changed.ok) return changed;
    if (changed.value === problem) return ok(null);
    const named = namedAnew({ problem, library }, changed.value);
    const taken = take(named.problem, named.library, false);
    if (taken.ok) gesture.took();
    return taken;
  }

  function travel(direction: 'undo' | 'redo') {
    gesture.end();
    const before = store.getState().problem;
    store.temporal.getState()[direction]();
    const { problem } = store.getState();
    if (!problem || problem === before) return;
    const prepared = link.prepare(problem, false);
    if (prepared.ok) link.send(prepared.value);
    else refuse(prepared.fault);
  }

  return {
    openProblem: (problem) => open(ok(problem), null),
    openText: (text) => open(readProblemLater(text), null),
    openLibrary: (id) => open(loadLibraryProblem(id), id),
    openState: (state) => open(ok(state.problem), state.library, state),
    async reopen(left, losses) {
      const history = store.temporal.getState();
      if (history.pastStates.at(-1)?.problem === left.problem) history.undo();
      const opened = await open(ok(left.problem), left.library, left);
      // What was opened meanwhile has losses of its own.
      if (store.getState().problem === left.problem) store.setState({ losses });
      return opened;
    },
    ...editActions(store, gesture, change),
    rename(title) {
      const { problem } = store.getState();
      if (problem && problem.title !== title) take({ ...problem, title }, null, false);
    },
    setNotation: (id) => change((problem) => ok(inNotation(problem, id))),
    setMixture: (mixture) => change((problem) => ok({ ...problem, mixture })),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    refuse: (fault) => void refuse(fault),
    dismissFault: () => store.setState({ fault: null }),
  };
}
