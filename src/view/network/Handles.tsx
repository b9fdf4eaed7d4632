import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { HeadingPlace } from '../../diagram';
import { Icon } from '../controls/icons';
import { useActions } from '../hooks';
import { setup } from '../setup/open';
import { useNetworkChanges } from '../setup/useNetworkChanges';
import { type Handle, handlesOf } from './handles';
import './handles.css';

interface Props {
  readonly places: readonly HeadingPlace[];
}

/** By which button the arrows go on from the one that has the focus. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** All handles are one stop of the tabulator; the arrows go from one to the next, as in any toolbar. */
function useRoving() {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const move = MOVES[event.key];
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('.handle') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (!move || at < 0) return;
    // The arrows would go to another step as well.
    event.preventDefault();
    event.stopPropagation();
    buttons[move(at, buttons.length)]?.focus();
  };
  return { bar, current, setCurrent, onKeyDown };
}

function zoneStyle({ x, y, width, height, free }: HeadingPlace): CSSProperties {
  const pixels = {
    '--x': `${x}px`,
    '--y': `${y}px`,
    '--zone-height': `${height}px`,
    '--free': `${free}px`,
  };
  return { left: x, width, ...pixels };
}

/** At the heading of each layer: a unit more or less, a layer after it, or without it. */
export default function Handles({ places }: Props): ReactNode {
  const { refuse } = useActions();
  const { changeArchitecture } = useNetworkChanges();
  const { bar, current, setCurrent, onKeyDown } = useRoving();
  /** Where one was opened by touch, which does not hover. */
  const [open, setOpen] = useState<number | null>(null);
  /** The layer that was just changed, whose button may have gone with it. */
  const changed = useRef<number | null>(null);
  const last = places.length - 1;
  const columns = places.map((place) => ({ place, handles: handlesOf(place, last) }));
  const names = columns.flatMap(({ handles: { fewer, more, layers } }) =>
    [fewer, more, ...layers].map(({ name }) => name),
  );
  const stop = current !== null && names.includes(current) ? current : names[0];

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change, which `places` is.
  useEffect(() => {
    const layer = changed.current;
    changed.current = null;
    if (layer === null || document.activeElement !== document.body) return;
    const column = bar.current?.children[Math.min(layer, last)];
    column?.querySelector<HTMLElement>('.handle')?.focus();
  }, [places]);

  useEffect(() => {
    const onPointer = ({ target }: Event) => {
      if (!(target instanceof Node) || !bar.current?.contains(target)) setOpen(null);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [bar]);

  const button = (layer: number, { name, icon, edit, isDisabled }: Handle) => (
    <button
      key={name}
      type="button"
      className="handle"
      aria-label={name}
      aria-disabled={isDisabled || undefined}
      title={name}
      tabIndex={name === stop ? 0 : -1}
      onFocus={() => setCurrent(name)}
      onClick={() => {
        if (isDisabled) return;
        changed.current = layer;
        const done = changeArchitecture(edit, setup.getState().seeded);
        if (!done.ok) refuse(done.fault);
      }}
    >
      <Icon name={icon} />
    </button>
  );

  return (
    <div
      ref={bar}
      className="handles"
      role="toolbar"
      aria-label="Layers and units"
      onKeyDown={onKeyDown}
    >
      {columns.map(({ place, handles: { name, fewer, more, layers } }) => (
        <div
          key={place.layer}
          className="handle-zone"
          data-open={open === place.layer || undefined}
          style={zoneStyle(place)}
        >
          <button
            type="button"
            className="handle-opener"
            tabIndex={-1}
            aria-label={`Change ${name}`}
            aria-expanded={open === place.layer}
            onClick={() => setOpen(place.layer)}
          />
          <span className="handle-pill">
            {button(place.layer, fewer)}
            <span className="handle-count" aria-live="polite">
              {place.units} <span className="sr-only">{`in ${name}`}</span>
            </span>
            {button(place.layer, more)}
            {layers.length > 0 && <span className="handle-rule" />}
            {layers.map((each) => button(place.layer, each))}
          </span>
        </div>
      ))}
    </div>
  );
}
