import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { aloneSnapshot, quantityText } from '../../derive';
import type { Diagram, Scene } from '../../diagram';
import { aloneOf, currentStep, isKnown, stepsIn } from '../../store';
import { drawn } from '../depth/drawn';
import { placeOf } from '../depth/place';
import { useEdgeEdit } from '../edit/useEdgeEdit';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { SetupButton } from '../setup/SetupPanel';
import { LossNow } from '../update/LossNow';
import { ExamplePicker } from './ExamplePicker';
import './network.css';

/** Asked for at once, but the rest of the page does not wait for it. */
const drawing = import('../../diagram');

/** A diagram in `host` that is brought up to date with each scene. */
function useDiagram(
  host: RefObject<HTMLElement | null>,
  scene: Scene | null,
  onSelect: (entry: string) => void,
): void {
  const diagram = useRef<Diagram | null>(null);
  const latest = useRef(scene);

  useEffect(() => {
    latest.current = scene;
    if (scene) diagram.current?.update(scene);
  }, [scene]);

  useEffect(() => {
    let isGone = false;
    void drawing.then(({ createDiagram }) => {
      if (isGone || !host.current) return;
      diagram.current = createDiagram(host.current, { onSelect });
      if (latest.current) diagram.current.update(latest.current);
    });
    return () => {
      isGone = true;
      diagram.current?.destroy();
      diagram.current = null;
    };
  }, [host, onSelect]);
}

/** The diagram draws itself; React only tells it when something has changed. */
function DiagramHost(): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const { store, actions } = useBackstep();
  const path = useStore(drawn, (state) => state.path);
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const example = useSelect((state) => state.settings.example);
  const alone = useSelect(aloneOf);
  const printing = usePrinting(shown);
  const decimals = useDecimals();
  const scene = useMemo(
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
  const onSelect = useCallback(
    (entry: string) => {
      const place = placeOf(entry);
      if (place) actions.select(place.quantity, place.row, place.col);
    },
    [actions],
  );
  useDiagram(host, scene, onSelect);
  useEdgeEdit(host);
  return <div ref={host} className="diagram-host" />;
}

export function NetworkPanel(): ReactNode {
  const title = useSelect((state) => state.shown?.problem.title);
  const source = useSelect((state) => state.shown?.problem.source);
  return (
    <section className="panel network" aria-label="Network">
      <header className="panel-head">
        <h2>{title ?? '\u00a0'}</h2>
        <p className="source">
          {source && [source.document, source.section].filter(Boolean).join(' · ')}
        </p>
        <ExamplePicker />
        <SetupButton />
      </header>
      <DiagramHost />
      <LossNow />
    </section>
  );
}
