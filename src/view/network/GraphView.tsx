import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { createGraphDiagram, type GraphScene } from '../../diagram/graph';
import { useEdgeEdit } from '../edit/useEdgeEdit';
import { useBackstep, usePrinting, useSelect } from '../hooks';
import { GraphBar } from './GraphBar';
import { foldingFor, foldLine, graphView } from './graphView';
import { useChoose, useScene } from './useScene';
import './graph.css';

/** The scene with what the graph needs besides. */
function useGraphScene(): GraphScene | null {
  const scene = useScene();
  const shown = useSelect((state) => state.shown);
  const detail = useSelect((state) => state.settings.detail);
  const printing = usePrinting(shown);
  const view = useStore(graphView);
  const { all, opened } = foldingFor(view, detail);
  return useMemo(
    () =>
      scene &&
      shown &&
      printing && { ...scene, source: shown.compiled, printing, detail, all, opened },
    [scene, shown, printing, detail, all, opened],
  );
}

function useGraphDiagram(host: RefObject<HTMLElement | null>, scene: GraphScene | null): void {
  const { store } = useBackstep();
  const onSelect = useChoose();

  useEffect(() => {
    if (!host.current) return;
    const diagram = createGraphDiagram(host.current, {
      onSelect,
      onFold: (line) => foldLine(line, store.getState().settings.detail),
      onSay(sentence) {
        if (graphView.getState().sentence !== sentence) graphView.setState({ sentence });
      },
    });
    graphView.setState({ diagram });
    return () => {
      graphView.setState({ diagram: null, sentence: '' });
      diagram.destroy();
    };
  }, [host, onSelect, store]);

  const diagram = useStore(graphView, (state) => state.diagram);
  useLayoutEffect(() => {
    if (scene) diagram?.update(scene);
  }, [diagram, scene]);
}

/** Operations and what flows between them, for programs and networks alike. */
export default function GraphView(): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useGraphDiagram(host, useGraphScene());
  useEdgeEdit(host);
  return (
    <>
      <div ref={host} className="diagram-host" />
      <GraphBar />
    </>
  );
}
