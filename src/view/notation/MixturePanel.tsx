import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { mixing } from './mixing';

const MixtureDialog = lazy(() => import('./MixtureDialog'));

/** One's own notation, which comes when it is asked for. */
export function MixturePanel(): ReactNode {
  const isOpen = useStore(mixing, (state) => state.isOpen);
  if (!isOpen) return null;
  return (
    <Later waiting={null}>
      <MixtureDialog />
    </Later>
  );
}
