import type { ReactNode } from 'react';
import { Dialogs } from './dialogs/Dialogs';
import { PrintHost } from './print/PrintHost';

/** What can be asked for anywhere: over the panels and over projector mode. */
export function Overlays(): ReactNode {
  return (
    <>
      <Dialogs />
      <PrintHost />
    </>
  );
}
