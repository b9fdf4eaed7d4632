import { lossAfterUpdate } from '../engine';
import { fail, ok, type Problem, pasteLater, type Result, setEntry } from '../problem';
import type { Gesture } from './gesture';
import { asWrittenNow, isComplete, lossesOf, lossOf, updatedProblem, withUpdate } from './losses';
import type { Store } from './state';

export interface EditActions {
  /** One number of the data or the parameters; row and column count from 0. */
  editEntry(name: string, row: number, col: number, value: number): Result<null>;
  /** Any text that holds a matrix: all of `name` where the shapes agree, else from that cell on. */
  paste(name: string, row: number, col: number, text: string): Promise<Result<null>>;
  /** Any other change, by what comes with the part of the page that offers it; it can be undone. */
  change(by: (problem: Problem) => Result<Problem>): Result<null>;
  /** The problem as an editor has made it anew; it can be undone. */
  setProblem(problem: Problem): Result<null>;
  /** All changes from here to the end are undone in one go. */
  beginGesture(): void;
  endGesture(): void;
  /** The parameters of the update step become the problem's own. */
  applyUpdate(): Result<null>;
  /** Back to a state of the list of losses; it can be undone. */
  returnTo(index: number): Result<null>;
}

type Change = (by: (problem: Problem) => Result<Problem>) => Result<null>;

const NOT_YET = 'The numbers of this problem are still being calculated; try again in a moment';

export function editActions(store: Store, gesture: Gesture, change: Change): EditActions {
  const editEntry: EditActions['editEntry'] = (name, row, col, value) =>
    change((problem) => setEntry(problem, name, row, col, value));
  return {
    editEntry,
    async paste(name, row, col, text) {
      const paste = await pasteLater(text);
      return change((problem) => paste(problem, name, row, col));
    },
    change,
    setProblem: (problem) => change(() => ok(problem)),
    beginGesture: gesture.begin,
    endGesture: gesture.end,
    applyUpdate() {
      const { shown, problem, losses } = store.getState();
      const own = lossesOf({ losses, problem });
      if (!isComplete(shown) || shown.problem !== problem) return fail(NOT_YET, 'page');
      const updated = updatedProblem(shown);
      if (!updated.ok) return updated;
      const loss = lossAfterUpdate(shown.snapshot);
      const taken = change(() => ok(updated.value));
      if (taken.ok) {
        const from = { problem: shown.problem, loss: lossOf(shown) };
        store.setState({
          losses: withUpdate(own, from, { problem: updated.value, loss }),
          // What was before this update, not before an earlier one.
          before: shown,
        });
      }
      return taken;
    },
    returnTo(index) {
      const point = lossesOf(store.getState())[index];
      if (!point) return fail('There is no such state in the list', 'page');
      return change((problem) => ok(asWrittenNow(point.problem, problem)));
    },
  };
}
