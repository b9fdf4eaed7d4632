import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { aloneSnapshot, quantityText } from '../../derive';
import type { Scene } from '../../diagram';
import { aloneOf, currentStep, isKnown, stepsIn } from '../../store';
import { drawn } from '../depth/drawn';
import { placeOf } from '../depth/place';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';

/** All that a drawing depends on; the same object while nothing of it has changed. */
export function useScene(): Scene | null {
  const { store } = useBackstep();
  const path = useStore(drawn, (state) => state.path);
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const example = useSelect((state) => state.settings.example);
  const alone = useSelect(aloneOf);
  const printing = usePrinting(shown);
  const decimals = useDecimals();
  return useMemo(
    (): Scene | null =>
      shown &&
      printing && {
        graph: shown.compiled.graph,
        snapshot:
          alone === undefined
            ? shown.snapshot
            : aloneSnapshot(stepsIn(store.getState()), shown.compiled.graph, shown.snapshot, alone),
        step: step ?? null,
        isKnown: (id) => isKnown(store.getState(), id),
        example,
        decimals,
        path,
        symbol: (id) => quantityText(printing, id),
      },
    [shown, printing, step, example, alone, decimals, path, store],
  );
}

/** What is chosen in a drawing is looked at alone. */
export function useChoose(): (entry: string) => void {
  const { actions } = useBackstep();
  return useCallback(
    (entry) => {
      const place = placeOf(entry);
      if (place) actions.select(place.quantity, place.row, place.col);
    },
    [actions],
  );
}
