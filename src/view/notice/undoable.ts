import type { Backstep } from '../../store';
import { dismissMessage, messages, say } from './messages';

interface Changing<S> {
  readonly getState: () => S;
  readonly subscribe: (listener: (state: S) => void) => () => void;
}

/** Of the change that was just made to `of`. With the next it goes: its Undo would take that back, not what it speaks of. */
export function sayUndoableIn<S>(
  store: Changing<S>,
  of: (state: S) => unknown,
  undo: () => void,
  text: string,
): void {
  say(text, { label: 'Undo', run: undo });
  const { message } = messages.getState();
  const changed = of(store.getState());
  const stop = store.subscribe((state) => {
    if (of(state) === changed) return;
    stop();
    if (messages.getState().message === message) dismissMessage();
  });
}

export function sayUndoable({ store, actions }: Backstep, text: string): void {
  sayUndoableIn(store, ({ problem }) => problem, actions.undo, text);
}
