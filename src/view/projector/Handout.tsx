import { lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { projecting } from './projecting';

const HandoutCode = lazy(() => import('./HandoutCode'));

/** In the audience's window the QR code that the presenter shows, in place of the picture. */
export function Handout(): ReactNode {
  const code = useStore(projecting, (state) => state.code);
  if (code === null) return null;
  return (
    <Suspense fallback={null}>
      <HandoutCode address={code} />
    </Suspense>
  );
}
