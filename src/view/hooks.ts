import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { notationOf, type Printing, printingOf } from '../derive';
import type { Actions, Backstep, Shown, State } from '../store';
import { preferences } from './preferences';

export const BackstepContext = createContext<Backstep | null>(null);

export function useBackstep(): Backstep {
  const backstep = useContext(BackstepContext);
  if (!backstep) throw new Error('The page is not inside a BackstepContext.');
  return backstep;
}

export function useActions(): Actions {
  return useBackstep().actions;
}

/** Part of the state; the component renders again only when that part changes. */
export function useSelect<T>(selector: (state: State) => T): T {
  return useStore(useBackstep().store, selector);
}

/** How the quantities of what is shown are written, with links for the page. */
export function usePrinting(shown: Shown | null): Printing | null {
  const graph = shown?.compiled.graph;
  const notation = shown?.problem.notation;
  return useMemo(
    () => (graph ? printingOf(graph, notationOf(notation), true) : null),
    [graph, notation],
  );
}

/** Digits after the point: the reader's choice, else what the handout prints. */
export function useDecimals(): number {
  const chosen = useStore(preferences, ({ decimals }) => decimals);
  const notation = useSelect(({ shown }) => shown?.problem.notation);
  return chosen ?? notationOf(notation).decimals;
}
