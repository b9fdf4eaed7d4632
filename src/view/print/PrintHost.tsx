import { lazy, type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { useBackstep } from '../hooks';
import { loadedSheets, loadSheets } from './load';
import { endJob, printing, startJob } from './printing';
import './page.css';

const PrintDialog = lazy(() => import('./PrintDialog'));

/** Printing from the browser's menu: the sheets are there before it looks. */
function usePrintEvents(): void {
  const { store } = useBackstep();
  const [, renew] = useState(0);
  useEffect(() => {
    const prepare = () => {
      if (printing.getState().job) return;
      flushSync(() => {
        startJob(store.getState());
        renew((count) => count + 1);
      });
    };
    const before = () => {
      if (loadedSheets()) prepare();
    };
    const media = window.matchMedia('print');
    const onMedia = () => {
      if (!media.matches) return endJob();
      if (loadedSheets()) prepare();
      else void loadSheets().then(() => media.matches && prepare());
    };
    const load = () => void loadSheets().catch(() => undefined);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', endJob);
    media.addEventListener('change', onMedia);
    // The pointer leaves for the menu, or a key opens it.
    document.documentElement.addEventListener('mouseleave', load, { once: true });
    window.addEventListener('blur', load, { once: true });
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', endJob);
      media.removeEventListener('change', onMedia);
      document.documentElement.removeEventListener('mouseleave', load);
      window.removeEventListener('blur', load);
    };
  }, [store]);
}

/** The choices before printing, and the sheets themselves while they are needed. */
export function PrintHost(): ReactNode {
  usePrintEvents();
  const dialog = useStore(printing, (state) => state.dialog);
  const hasJob = useStore(printing, (state) => state.job !== null);
  const Loaded = loadedSheets();
  return (
    <>
      {dialog && (
        <Later waiting={null}>
          <PrintDialog />
        </Later>
      )}
      {hasJob && Loaded && <Loaded />}
    </>
  );
}
