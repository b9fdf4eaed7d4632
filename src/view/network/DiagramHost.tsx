import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Diagram, Scene } from '../../diagram';
import { afterPaint } from '../afterPaint';
import { useEdgeEdit } from '../edit/useEdgeEdit';
import { useChoose, useScene } from './useScene';

let drawing: Promise<typeof import('../../diagram/diagram')> | undefined;

/** After the equation, which is read first and can be stepped without the diagram. */
function loadDrawing() {
  drawing ??= afterPaint().then(() => import('../../diagram/diagram'));
  return drawing;
}

/** A diagram in `host` that is brought up to date with each scene. */
function useDiagram(
  host: RefObject<HTMLElement | null>,
  scene: Scene | null,
  onSelect: (entry: string) => void,
): void {
  const diagram = useRef<Diagram | null>(null);
  const latest = useRef(scene);
  const isEmpty = scene === null;

  useEffect(() => {
    latest.current = scene;
    if (scene) diagram.current?.update(scene);
  }, [scene]);

  useEffect(() => {
    if (isEmpty) return;
    let isGone = false;
    void loadDrawing().then(({ createDiagram }) => {
      if (isGone || !host.current) return;
      diagram.current = createDiagram(host.current, { onSelect });
      if (latest.current) diagram.current.update(latest.current);
    });
    return () => {
      isGone = true;
      diagram.current?.destroy();
      diagram.current = null;
    };
  }, [host, onSelect, isEmpty]);
}

/** The diagram draws itself; React only tells it when something has changed. */
export function DiagramHost(): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useDiagram(host, useScene(), useChoose());
  useEdgeEdit(host);
  return <div ref={host} className="diagram-host" />;
}
