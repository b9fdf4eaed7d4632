import {
  lazy,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Diagram, HeadingPlace, Scene } from '../../diagram';
import { once } from '../../problem';
import { afterPaint, eachWhenIdle } from '../afterPaint';
import { Later } from '../controls/Later';
import { useEdgeEdit } from '../edit/useEdgeEdit';
import { useBeside, useChoose, useScene } from './useScene';

/** They lie over the diagram, and come when it is looked at. */
const Handles = lazy(() => import('./Handles'));

/** After the equation, which is read first and can be stepped without the diagram. */
const drawing = once(() => afterPaint().then(() => import('../../diagram/diagram')));

/**
 * A diagram in `host` that is brought up to date with each scene, in the same frame as the rest of the page. `beside`
 * gives the scenes that may come next, for which all is sought anew when the `places` have changed.
 */
function useDiagram(
  host: RefObject<HTMLElement | null>,
  scene: Scene | null,
  beside: (scene: Scene) => readonly Scene[],
  places: readonly HeadingPlace[],
  onSelect: (entry: string) => void,
  onHeadings: (places: readonly HeadingPlace[]) => void,
): void {
  const [diagram, setDiagram] = useState<Diagram | null>(null);
  const isEmpty = scene === null;

  useLayoutEffect(() => {
    if (scene) diagram?.update(scene);
  }, [diagram, scene]);

  // With the layout, to be called off before the next frame.
  // biome-ignore lint/correctness/useExhaustiveDependencies: in other places labels have other room.
  useLayoutEffect(() => {
    if (diagram && scene) return eachWhenIdle(beside(scene), diagram.prepare);
  }, [diagram, scene, beside, places]);

  useEffect(() => {
    if (isEmpty) return;
    let isGone = false;
    let made: Diagram | null = null;
    void drawing.load().then(({ createDiagram }) => {
      if (isGone || !host.current) return;
      made = createDiagram(host.current, { onSelect, onHeadings });
      setDiagram(made);
    });
    return () => {
      isGone = true;
      made?.destroy();
      setDiagram(null);
    };
  }, [host, onSelect, onHeadings, isEmpty]);
}

/** Once the diagram is pointed at or has the focus; a finger does not hover, so there from the start. */
function useWanted(host: RefObject<HTMLElement | null>): boolean {
  const [isWanted, setWanted] = useState(() => window.matchMedia('(hover: none)').matches);
  useEffect(() => {
    const { current } = host;
    const want = () => setWanted(true);
    current?.addEventListener('pointerenter', want);
    current?.addEventListener('focusin', want);
    return () => {
      current?.removeEventListener('pointerenter', want);
      current?.removeEventListener('focusin', want);
    };
  }, [host]);
  return isWanted;
}

interface Props {
  /** Whether layers and units can be added and removed at the headings. */
  readonly isEditable?: boolean;
}

/** The diagram draws itself; React only tells it when something has changed. */
export function DiagramHost({ isEditable = false }: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<readonly HeadingPlace[]>([]);
  useDiagram(host, useScene(), useBeside(), places, useChoose(), setPlaces);
  useEdgeEdit(host);
  const isWanted = useWanted(host);
  return (
    <div ref={host} className="diagram-host">
      {isEditable && isWanted && places.length > 0 && (
        <Later waiting={null}>
          <Handles places={places} />
        </Later>
      )}
    </div>
  );
}
