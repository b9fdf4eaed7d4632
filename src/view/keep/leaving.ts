import { createStore } from 'zustand/vanilla';
import type { Problem } from '../../problem';
import { type Backstep, type SharedState, type State, type Store, sameWork } from '../../store';
import { editing } from '../editor/editing';
import { say } from '../notice/messages';
import { isSaved } from '../saved/store';
import { setup } from '../setup/open';
import { baseOf, sharedOf, showAsShared } from './shared';

/** What is open, as it was found or put somewhere: leaving that loses nothing. */
const found = createStore<{ readonly problem: Problem | null }>()(() => ({ problem: null }));

export function isKeptAs(problem: Problem): void {
  found.setState({ problem });
}

/** Numbers, lines or layers that are nowhere but on this page; `kept` is the problem as it was found. */
async function isOwn(left: SharedState, kept: Problem | null): Promise<boolean> {
  if (kept && sameWork(kept, left.problem)) return false;
  const base = await baseOf(left);
  if (base && sameWork(base, left.problem)) return false;
  return !(await isSaved((saved) => sameWork(saved, left.problem)));
}

const sentenceOf = ({ problem, library }: SharedState) =>
  library === null
    ? `“${problem.title}” is not saved, and another problem was opened.`
    : `Your changes to “${problem.title}” are not saved, and another problem was opened.`;

/** Longer than any pass takes; a worker that says nothing keeps nobody here. */
const PATIENCE = 500;

/** When what was edited last is calculated, so that it is known where in it one stands. */
function settled(store: Store): Promise<void> {
  const isSettled = ({ problem, shown }: State) => problem === (shown?.problem ?? null);
  return new Promise((done) => {
    if (isSettled(store.getState())) return done();
    const end = () => {
      clearTimeout(late);
      stop();
      done();
    };
    const late = setTimeout(end, PATIENCE);
    const stop = store.subscribe((state) => {
      if (isSettled(state)) end();
    });
  });
}

/** Opens another problem; where that leaves work which is nowhere else, says so and offers the way back. */
export async function leaving<T>(backstep: Backstep, open: () => Promise<T>): Promise<T> {
  const { store, actions } = backstep;
  await settled(store);
  const { losses, problem } = store.getState();
  const left = sharedOf(store.getState());
  const isOpen = setup.getState().open;
  const { open: isEditing, draft } = editing.getState();
  const kept = found.getState().problem;
  const isUnfinished = problem?.kind === 'program' && draft?.over === problem.program;
  const result = await open();
  const opened = store.getState().problem;
  const isLeft = () => store.getState().problem !== problem;

  const bringBack = async () => {
    if (!left || !(await actions.reopen(left, losses)).ok) return;
    showAsShared(left);
    setup.setState({ open: isOpen });
    editing.setState({ open: isEditing, draft });
  };
  const tell = async () => {
    if (!left) return;
    const isLost = isUnfinished || (await isOwn(left, kept));
    if (!isLost || !isLeft()) return;
    say(sentenceOf(left), { label: 'Bring it back', run: () => void bringBack() });
  };
  if (opened && opened !== problem) {
    void tell().finally(() => isKeptAs(opened));
  }
  return result;
}
