import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { fitAll, fitOverflowing } from './fit';

const boxesIn = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLElement>('.fit')];

/**
 * Fits every row of a panel to its width: all when the form or the width changes, else those that need it.
 * `onFit` may then look how they came out.
 */
export function useFit(
  form: string,
  numbers: unknown,
  onFit?: (panel: HTMLElement) => void,
): RefObject<HTMLDListElement | null> {
  const panel = useRef<HTMLDListElement>(null);
  const told = useRef(onFit);
  told.current = onFit;
  const fitted = useRef<{ form: string; numbers: unknown } | null>(null);

  useLayoutEffect(() => {
    const { current } = panel;
    if (!current) return;
    const before = fitted.current;
    fitted.current = { form, numbers };
    if (before?.form !== form) fitAll(boxesIn(current));
    else if (before.numbers !== numbers) fitOverflowing(boxesIn(current));
    told.current?.(current);
  }, [form, numbers]);

  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    let width = current.clientWidth;
    const observer = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      fitAll(boxesIn(current));
      told.current?.(current);
    });
    observer.observe(current);
    // Large brackets have fonts of their own, which come with the first of them and are wider.
    const onFonts = () => {
      fitAll(boxesIn(current));
      told.current?.(current);
    };
    document.fonts.addEventListener('loadingdone', onFonts);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', onFonts);
    };
  }, []);

  return panel;
}
