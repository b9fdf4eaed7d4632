import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say } from '../notice/messages';
import { closeDialog, type DialogName, dialogs, openDialog, typeAhead } from './dialogs';
import { Shell } from './Shell';

/** Each comes when it is opened for the first time. */
const LOADERS: Readonly<Record<DialogName, () => Promise<ComponentType>>> = {
  palette: async () => (await import('../commands/Palette')).Palette,
  keys: async () => (await import('../commands/KeyHelp')).KeyHelp,
  saved: async () => (await import('../saved/Saved')).Saved,
  glossary: async () => (await import('../glossary/Glossary')).Glossary,
  print: async () => (await import('../print/PrintDialog')).PrintDialog,
  qr: async () => (await import('../qr/QrCode')).QrCode,
};

const loaded = new Map<DialogName, ComponentType>();

/** Over the page, and over projector mode. */
export function Dialogs(): ReactNode {
  const open = useStore(dialogs, (state) => state.open);
  const [, renew] = useState(0);
  useEffect(() => {
    if (!open || loaded.has(open)) return;
    const take = (component: ComponentType | undefined) => {
      // A new version of the page has other parts.
      if (!component) throw new Error(`${open} is not there.`);
      loaded.set(open, component);
      renew((count) => count + 1);
    };
    LOADERS[open]()
      .then(take)
      .catch(() => {
        // Called off, or another was opened since.
        if (dialogs.getState().open !== open) return;
        closeDialog();
        say('This part of the page could not be loaded. Check the connection.', {
          label: 'Try again',
          run: () => openDialog(open),
        });
      });
  }, [open]);
  if (!open) return null;
  const Open = loaded.get(open);
  return (
    <Shell onClose={closeDialog} onLetter={typeAhead} holds={Open && open}>
      {Open && <Open key={open} />}
    </Shell>
  );
}
