import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { projecting } from './projecting';
import { letterOf } from './scale';

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The smallest letter on this screen, in pixels. */
export function useLetter(): number {
  const scale = useStore(projecting, (state) => state.scale);
  return useSyncExternalStore(onResize, () =>
    letterOf(window.innerWidth, window.innerHeight, scale),
  );
}
