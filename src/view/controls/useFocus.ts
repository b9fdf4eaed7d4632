import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus when it comes, and gives it back. */
export function useFocus<T extends HTMLElement>(): RefObject<T | null> {
  const panel = useRef<T>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}
