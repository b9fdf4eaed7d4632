import { notationOf } from '../derive';
import {
  type Fault,
  loadLibraryProblem,
  type Notation,
  ok,
  type Problem,
  type Result,
  readProblem,
  relayout,
  setEntry,
} from '../problem';
import type { Link } from './link';
import type { Store } from './state';

export interface ProblemActions {
  openProblem(problem: Problem): Result<null>;
  /** The text of a problem file. If it is refused, all stays as it is and `fault` says why. */
  openText(text: string): Result<null>;
  openLibrary(id: string): Promise<Result<null>>;
  /** One number of the data or the parameters; row and column count from 0. */
  editEntry(name: string, row: number, col: number, value: number): Result<null>;
  /** The same problem as that handout would write it, matrices turned. */
  setNotation(id: Notation): Result<null>;
  undo(): void;
  redo(): void;
  dismissFault(): void;
}

const NOT_OPEN: Fault = { error: 'No problem is open', where: 'page' };

export function problemActions(store: Store, link: Link): ProblemActions {
  /** Grows with each opening, so that a slow one of the library does not replace a later one. */
  let openings = 0;

  function refuse(fault: Fault): Result<never> {
    store.setState({ fault });
    return { ok: false, fault };
  }

  function take(problem: Problem, library: string | null, opening: boolean): Result<null> {
    const prepared = link.prepare(problem, opening);
    if (!prepared.ok) return refuse(prepared.fault);
    const isFirst = store.getState().problem === null;
    store.setState({ problem, library, fault: null, ...(opening && { playing: false }) });
    // Before the first problem there is nothing to go back to.
    if (isFirst) store.temporal.getState().clear();
    link.send(prepared.value);
    return ok(null);
  }

  function open(read: Result<Problem>, library: string | null): Result<null> {
    openings += 1;
    return read.ok ? take(read.value, library, true) : refuse(read.fault);
  }

  /** An edit that is refused is said where it is made, so `fault` stays as it is. */
  function change(by: (problem: Problem) => Result<Problem>): Result<null> {
    const { problem, library } = store.getState();
    if (!problem) return { ok: false, fault: NOT_OPEN };
    const changed = by(problem);
    if (!changed.ok) return changed;
    return changed.value === problem ? ok(null) : take(changed.value, library, false);
  }

  function travel(direction: 'undo' | 'redo') {
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
    openText: (text) => open(readProblem(text), null),
    async openLibrary(id) {
      openings += 1;
      const own = openings;
      const read = await loadLibraryProblem(id);
      return own === openings ? open(read, id) : ok(null);
    },
    editEntry: (name, row, col, value) =>
      change((problem) => setEntry(problem, name, row, col, value)),
    setNotation: (id) =>
      change((problem) => {
        if (problem.notation === id) return ok(problem);
        const turned = problem.kind === 'network' ? relayout(problem, notationOf(id)) : problem;
        return ok({ ...turned, notation: id });
      }),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    dismissFault: () => store.setState({ fault: null }),
  };
}
