import { lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { tour } from '../dialogs/dialogs';

/** Who has been here before does not load it; where it cannot be loaded, nothing is lost. */
const Card = lazy(async () => {
  const loaded = await import('./Card').catch(() => null);
  return { default: loaded?.Card ?? (() => null) };
});

export function Tour(): ReactNode {
  const stop = useStore(tour, (state) => state.stop);
  return (
    <Suspense fallback={null}>{stop === null ? null : <Card key="tour" at={stop} />}</Suspense>
  );
}
