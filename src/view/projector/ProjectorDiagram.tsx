import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import type { Scene } from '../../diagram';
import { createDiagram } from '../../diagram/diagram';
import { createGraphDiagram } from '../../diagram/graph';
import { drawn, markAnew } from '../depth/drawn';
import { startEdgeEdit } from '../edit/edgeEdit';
import { useEdgeEdit } from '../edit/useEdgeEdit';
import { useBackstep, usePrinting, useSelect } from '../hooks';
import { isGraph } from '../network/graphView';
import { useScene } from '../network/useScene';
import '../../diagram/graph/graph.css';
import '../../diagram/graph/values.css';

/** The smallest letter of the drawings, in their own units; see `LETTER` in the diagram. */
const SMALLEST_LETTER = 11.5;

interface Props {
  readonly near: boolean;
  /** The smallest letter on this screen, in pixels. */
  readonly letter: number;
  readonly hidesResult: boolean;
}

/** The entries of the formula beside the drawing, where it is one of a single entry. */
function useAbout(): ReadonlySet<string> | undefined {
  const chosen = useStore(drawn, (state) => state.chosen);
  const reads = useStore(drawn, (state) => state.reads);
  const path = useStore(drawn, (state) => state.path);
  return useMemo(
    () => (chosen === null || path ? undefined : new Set([chosen, ...reads])),
    [chosen, reads, path],
  );
}

function useLegible({ near, letter, hidesResult }: Props): Scene | null {
  const scene = useScene();
  const about = useAbout();
  return useMemo(() => {
    if (!scene) return null;
    const writes = hidesResult ? scene.step?.writes : undefined;
    return {
      ...scene,
      isKnown: (id: string) => id !== writes && scene.isKnown(id),
      legible: { zoom: letter / SMALLEST_LETTER, near },
      about,
    };
  }, [scene, near, letter, hidesResult, about]);
}

/** A click or Enter on a number that can be changed opens its field. */
function useEdit(): (entry: string) => void {
  const { store } = useBackstep();
  return useMemo(
    () => (entry: string) => {
      const { problem } = store.getState();
      const at = document.querySelector(`.projector [data-entry="${CSS.escape(entry)}"]`);
      if (!problem || !at) return;
      const { left, top, width, height } = at.getBoundingClientRect();
      startEdgeEdit(problem, entry, { x: left + width / 2, y: top + height / 2 });
    },
    [store],
  );
}

interface Drawing<S> {
  update(scene: S): void;
  destroy(): void;
}

/** The drawing is made once and told what changes. */
function useDrawing<S>(
  host: RefObject<HTMLElement | null>,
  scene: S | null,
  make: (host: HTMLElement) => Drawing<S>,
): void {
  const [drawing, setDrawing] = useState<Drawing<S> | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = make(host.current);
    setDrawing(made);
    return () => made.destroy();
  }, [host, make]);
  useLayoutEffect(() => {
    if (!scene || !drawing) return;
    drawing.update(scene);
    markAnew();
  }, [drawing, scene]);
}

function Layers(props: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const onSelect = useEdit();
  const make = useMemo(() => (to: HTMLElement) => createDiagram(to, { onSelect }), [onSelect]);
  useDrawing(host, useLegible(props), make);
  useEdgeEdit(host);
  return <div ref={host} className="stage-drawing" />;
}

const FOLLOWING = { all: null, opened: {} } as const;
const nothing = () => undefined;

function Graph(props: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const scene = useLegible(props);
  const shown = useSelect((state) => state.shown);
  const detail = useSelect((state) => state.settings.detail);
  const printing = usePrinting(shown);
  const onSelect = useEdit();
  const whole = useMemo(
    () =>
      scene && shown && printing
        ? { ...scene, source: shown.compiled, printing, detail, ...FOLLOWING }
        : null,
    [scene, shown, printing, detail],
  );
  const make = useMemo(
    () => (to: HTMLElement) =>
      createGraphDiagram(to, { onSelect, onFold: nothing, onSay: nothing }),
    [onSelect],
  );
  useDrawing(host, whole, make);
  useEdgeEdit(host);
  return <div ref={host} className="stage-drawing" />;
}

/** The network or the program as it is read from far away. */
export function ProjectorDiagram(props: Props): ReactNode {
  const asGraph = useSelect(isGraph);
  return asGraph ? <Graph {...props} /> : <Layers {...props} />;
}
