import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { setup } from './open';
import './setup.css';

const Panel = lazy(() => import('./Setup'));

export function SetupButton(): ReactNode {
  const open = useStore(setup, (state) => state.open);
  return (
    <button
      type="button"
      className="button setup-button"
      aria-expanded={open}
      title="Layers, loss, weights and examples of this network"
      onClick={() => setup.setState({ open: !open })}
    >
      Set up…
    </button>
  );
}

/** Comes when it is opened, beside the diagram, which shows each change at once. */
export function SetupPanel(): ReactNode {
  const open = useStore(setup, (state) => state.open);
  return open ? (
    <Later waiting={null}>
      <Panel />
    </Later>
  ) : null;
}
