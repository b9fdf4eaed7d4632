import type { Backstep } from '../../store';
import { dismissMessage, messages, say } from './messages';

/** Of the change that was just made. With the next it goes: its Undo would take that back, not what it speaks of. */
export function sayUndoable({ store, actions }: Backstep, text: string): void {
  say(text, { label: 'Undo', run: actions.undo });
  const { message } = messages.getState();
  const { problem } = store.getState();
  const stop = store.subscribe((state) => {
    if (state.problem === problem) return;
    stop();
    if (messages.getState().message === message) dismissMessage();
  });
}
