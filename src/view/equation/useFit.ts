import { type RefObject, useLayoutEffect, useRef } from 'react';
import { fitAll, fitOverflowing } from './fit';

const sameParts = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((part, i) => part === b[i]);

const boxesIn = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLElement>('.fit')];

/**
 * Fits every row of a panel to its width: all when a part of the form or the width changes, else those that need it.
 * `onFit` may then look how they came out in that width, in pixels.
 */
export function useFit(
  form: readonly unknown[],
  numbers: unknown,
  onFit?: (panel: HTMLElement, width: number) => void,
): RefObject<HTMLDListElement | null> {
  const panel = useRef<HTMLDListElement>(null);
  const told = useRef(onFit);
  told.current = onFit;
  const fitted = useRef<{ form: readonly unknown[]; numbers: unknown } | null>(null);
  const width = useRef(0);

  useLayoutEffect(() => {
    const { current } = panel;
    if (!current) return;
    const before = fitted.current;
    fitted.current = { form, numbers };
    const isSame = before !== null && sameParts(before.form, form);
    if (isSame && before.numbers === numbers) return;
    // Before anything is written, and so of the layout that the fit asks for anyway; later ones are observed.
    if (!before) width.current = current.clientWidth;
    const fitNow = () => {
      if (isSame) fitOverflowing(boxesIn(current));
      else fitAll(boxesIn(current));
      told.current?.(current, width.current);
    };
    // Numbers are not measured until the drawing has its own, too: in between it would cost a second layout.
    if (isSame) queueMicrotask(fitNow);
    else fitNow();
  });

  // With the first fit: fonts that came between the two would go unnoticed.
  useLayoutEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      if (current.clientWidth === width.current) return;
      width.current = current.clientWidth;
      fitAll(boxesIn(current));
      told.current?.(current, width.current);
    });
    observer.observe(current);
    // Large brackets have fonts of their own, which come with the first of them and are wider.
    const onFonts = () => {
      fitAll(boxesIn(current));
      told.current?.(current, width.current);
    };
    document.fonts.addEventListener('loadingdone', onFonts);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', onFonts);
    };
  }, []);

  return panel;
}
