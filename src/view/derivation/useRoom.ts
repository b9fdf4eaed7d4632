import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
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

  useLayoutEffect(() => {
    const now = measured(panel.current);
    if (now > 0) setRoom(now);
  }, [panel]);

  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      const now = measured(current);
      if (now > 0) setRoom(now);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [panel]);

  useEffect(() => known.setState({ room }), [room]);

  return room;
}
