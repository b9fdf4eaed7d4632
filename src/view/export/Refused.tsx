import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { refused } from './clipboard';

const RefusedDialog = lazy(async () => ({
  default: (await import('./RefusedDialog')).RefusedDialog,
}));

/** Loaded with the first text that the browser does not let onto the clipboard. */
export function Refused(): ReactNode {
  const isAsked = useStore(refused, (state) => state.refused !== null);
  return (
    isAsked && (
      <Later waiting={null}>
        <RefusedDialog />
      </Later>
    )
  );
}
