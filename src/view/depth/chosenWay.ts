import { createStore } from 'zustand/vanilla';
import { entryName } from '../../engine';
import { type State, subjectOf } from '../../store';

type Way = readonly string[];

/** The stops of the way that was chosen last, so that whoever lists the ways next begins with it. */
export const chosenWay = createStore<{ readonly way: Way | null }>()(() => ({ way: null }));

/** The way that is chosen where the page stands; null where none is, or one that begins elsewhere. */
export function wayIn(state: State): Way | null {
  const { way } = chosenWay.getState();
  const subject = state.depth === 'path' ? subjectOf(state) : undefined;
  if (!way || !subject) return null;
  const { quantity, row, col } = subject;
  return way[0] === entryName(quantity.node.id, row, col) ? way : null;
}
