import { createStore } from 'zustand/vanilla';
import { mixtureOf, notationOf } from '../../derive';
import type { Actions, State } from '../../store';

/** Whether the panel for one's own notation is open. */
export const mixing = createStore<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** One's own notation: a mixture that begins as the notation of now, unless there is one already. */
export function mixOwn({ setMixture }: Actions, { problem }: State): void {
  if (!problem?.mixture) setMixture(mixtureOf(notationOf(problem?.notation)));
  mixing.setState({ isOpen: true });
}
