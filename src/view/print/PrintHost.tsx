import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { useBackstep } from '../hooks';
import { sheets } from './load';
import { endJob, finishJob, printing, startJob } from './printing';
import './page.css';

const nothing = () => undefined;

/** Printing from the browser's menu: the sheets are there before it looks. */
function usePrintEvents(): void {
  const { store } = useBackstep();
  const [, renew] = useState(0);
  useEffect(() => {
    const prepare = () => {
      if (printing.getState().job) return flushSync(finishJob);
      flushSync(() => {
        startJob(store.getState());
        renew((count) => count + 1);
      });
    };
    let isPrinting = false;
    const before = () => {
      isPrinting = true;
      if (sheets.loaded()) prepare();
    };
    const after = () => {
      isPrinting = false;
      endJob();
    };
    const media = window.matchMedia('print');
    // A browser may say "screen" once more while it counts the pages; it says itself when it is done.
    const onMedia = () => {
      if (!media.matches) return isPrinting || endJob();
      if (sheets.loaded()) prepare();
      else void sheets.load().then(() => media.matches && prepare(), nothing);
    };
    const load = () => void sheets.load().catch(nothing);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media.addEventListener('change', onMedia);
    // The pointer leaves for the menu, or a key opens it.
    document.documentElement.addEventListener('mouseleave', load, { once: true });
    window.addEventListener('blur', load, { once: true });
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      media.removeEventListener('change', onMedia);
      document.documentElement.removeEventListener('mouseleave', load);
      window.removeEventListener('blur', load);
    };
  }, [store]);
}

/** The sheets, while they are needed. */
export function PrintHost(): ReactNode {
  usePrintEvents();
  const hasJob = useStore(printing, (state) => state.job !== null);
  const Loaded = sheets.loaded();
  return hasJob && Loaded && <Loaded />;
}
