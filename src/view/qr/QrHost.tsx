import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { Shell } from '../dialogs/Shell';
import { closeCode, qrCode } from './open';

const QrCode = lazy(() => import('./QrCode'));

/** Over the page and over projector mode alike. */
export function QrHost(): ReactNode {
  const isOpen = useStore(qrCode, ({ open }) => open);
  if (!isOpen) return null;
  return (
    <Later waiting={<Shell onClose={closeCode} />}>
      <QrCode />
    </Later>
  );
}
