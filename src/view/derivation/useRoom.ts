import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';

/** What was measured last: the next derivation is set in it at once, and a second time only if it has another room. */
const known = createStore<{ readonly room: number }>()(() => ({ room: 0 }));

function measured(panel: HTMLElement | null): number {
  const width = panel?.querySelector('.fit')?.clientWidth ?? 0;
  return width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The width of the column of formulas of a panel, in rem; 0 until it is known. */
export function useRoom(panel: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(() => known.getState().room);

  const measure = useCallback(() => {
    const now = measured(panel.current);
    if (now === 0) return;
    known.setState({ room: now });
    setRoom(now);
  }, [panel]);

  useLayoutEffect(measure, [measure]);

  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [panel, measure]);

  return room;
}
