import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** The width of the column of formulas of a panel, in pixels; 0 until it is known. */
export function useRoom(panel: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const width = panel.current?.querySelector('.fit')?.clientWidth ?? 0;
    if (width > 0) setRoom(width);
  }, [panel]);

  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      const width = current.querySelector('.fit')?.clientWidth ?? 0;
      if (width > 0) setRoom(width);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [panel]);

  return room;
}
