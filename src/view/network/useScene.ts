import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { aloneSnapshot, firstBroken, quantityText, whyBroken } from '../../derive';
import type { Scene } from '../../diagram';
import { entryName, type Graph, placeOf } from '../../engine';
import { aloneOf, currentStep, isKnown, stepIndex, stepsIn } from '../../store';
import { drawn } from '../depth/drawn';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { lookedAt } from '../lookedAt';

/** A layer of more units than this may be folded. */
const NARROW = 6;

const isWide = ({ nodes, examples }: Graph) =>
  nodes.some(
    ({ role, shape }) =>
      (role === 'input' || role === 'pre-activation') &&
      shape[examples === 'columns' ? 0 : 1] > NARROW,
  );

/** The entries whose units are to be drawn; nothing where all are. */
function useLooked(graph: Graph | undefined): readonly string[] | undefined {
  const isFolded = useMemo(() => graph !== undefined && isWide(graph), [graph]);
  const entry = useStore(lookedAt, (state) => (isFolded ? state.entry : null));
  const path = useStore(drawn, (state) => (isFolded ? state.path : null));
  return useMemo(() => {
    const stops = path?.stops.map(({ of, row, col }) => entryName(of, row, col)) ?? [];
    return entry === null && stops.length === 0 ? undefined : [entry ?? '', ...stops];
  }, [entry, path]);
}

/** All that a drawing depends on; the same object while nothing of it has changed. */
export function useScene(): Scene | null {
  const { store } = useBackstep();
  const path = useStore(drawn, (state) => state.path);
  const shown = useSelect((state) => state.shown);
  const looked = useLooked(shown?.compiled.graph);
  const step = useSelect(currentStep);
  const example = useSelect((state) => state.settings.example);
  const alone = useSelect(aloneOf);
  const printing = usePrinting(shown);
  const decimals = useDecimals();
  const steps = useSelect(stepsIn);
  const snapshot = useMemo(
    () =>
      shown && alone !== undefined
        ? aloneSnapshot(steps, shown.compiled.graph, shown.snapshot, alone)
        : (shown?.snapshot ?? null),
    [shown, steps, alone],
  );
  return useMemo(
    (): Scene | null =>
      shown &&
      snapshot &&
      printing && {
        graph: shown.compiled.graph,
        snapshot,
        step: step ?? null,
        isKnown: (id) => isKnown(store.getState(), id),
        example,
        decimals,
        path,
        ...(looked && { looked }),
        symbol: (id) => quantityText(printing, id),
        why: (id) => whyBroken(printing, firstBroken(printing, shown.snapshot), id),
      },
    [shown, snapshot, printing, step, example, decimals, path, looked, store],
  );
}

/** The same drawing at the next step and at the one before. */
export function useBeside(): (scene: Scene) => readonly Scene[] {
  const { store } = useBackstep();
  return useCallback(
    (scene) => {
      const state = store.getState();
      const steps = stepsIn(state);
      const at = stepIndex(state);
      return [steps[at + 1], steps[at - 1]]
        .filter((step) => step !== undefined)
        .map((step) => {
          const there = { ...state, cursor: { step: step.id } };
          return { ...scene, step, isKnown: (id) => isKnown(there, id) };
        });
    },
    [store],
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
