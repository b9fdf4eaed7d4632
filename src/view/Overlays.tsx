import type { ReactNode } from 'react';
import { PrintHost } from './print/PrintHost';
import { QrHost } from './qr/QrHost';

/** What can be asked for anywhere: over the panels and over projector mode. */
export function Overlays(): ReactNode {
  return (
    <>
      <QrHost />
      <PrintHost />
    </>
  );
}
