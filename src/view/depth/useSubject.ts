import { useMemo } from 'react';
import type { Printing } from '../../derive';
import { type Shown, type Subject, subjectOf } from '../../store';
import { useBackstep, useSelect } from '../hooks';

/** What a sheet of one entry is made from. */
export interface EntryProps {
  readonly shown: Shown;
  readonly printing: Printing;
  readonly decimals: number;
}

const keyOf = (s: Subject | undefined) =>
  s ? `${s.quantity.id}|${s.row}|${s.col}|${s.isChosen}` : '';

/** The entry that is looked at; the same object as long as the same entry is meant. */
export function useSubject(): Subject | undefined {
  const { store } = useBackstep();
  const key = useSelect((state) => keyOf(subjectOf(state)));
  const graph = useSelect((state) => state.shown?.compiled.graph);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is meant, in this graph.
  return useMemo(() => subjectOf(store.getState()), [store, key, graph]);
}
