import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { presenting } from './mode';

const Presenter = lazy(() => import('./Presenter'));

/** What a presenter has beside the page; loaded when there is one. */
export function PresenterPart(): ReactNode {
  const channel = useStore(presenting, (state) => state.channel);
  if (channel === null) return null;
  return (
    <Later waiting={null}>
      <Presenter key={channel} channel={channel} />
    </Later>
  );
}
