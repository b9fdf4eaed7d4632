import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { notationFor, notationOf, type Printing, printingOf } from '../derive';
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
  return shown && printingOf(shown.compiled.graph, notationFor(shown.problem), true);
}

/** Digits after the point: the reader's choice, else what the handout prints. */
export function useDecimals(): number {
  const chosen = useStore(preferences, ({ decimals }) => decimals);
  const notation = useSelect(({ shown }) => shown?.problem.notation);
  return chosen ?? notationOf(notation).decimals;
}

/** A media query as state. */
function mediaHook(query: string): () => boolean {
  const subscribe = (listener: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** As the style sheets have it: one column. */
export const useNarrow = mediaHook('(max-width: 899px)');

/** There is a finger, and no sign of keys: what is said of keys would be of no use. */
export const useTouch = mediaHook('(pointer: coarse)');
