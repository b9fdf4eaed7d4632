import { useCallback, useMemo, useRef, useState } from 'react';
import { leftOut, type NumberFormat, type Printing, type Step } from '../../derive';

export type Most = NonNullable<NumberFormat['most']>;

/** Ever fewer columns, for matrices that are too large to be printed in full anyway. */
const TIGHTER: readonly Most[] = [
  [8, 5],
  [8, 4],
  [8, 3],
  [6, 2],
];
/** Numbers set smaller than this are hard to read. */
const READABLE = 0.74;

/** A row that is wider by less has only lost its panel's scrollbar, which fewer columns may have done. */
const SCROLLBAR = 32;

/** Whether the numbers of a panel are set too small, or run past its edge. */
function isTooWide(panel: HTMLElement): boolean {
  const box = panel.querySelector<HTMLElement>('.numbers-row .fit');
  if (!box || box.clientWidth === 0) return false;
  const scale = Number(box.style.getPropertyValue('--fit') || 1);
  return box.dataset.way === 'scrolls' || scale < READABLE;
}

/** As many columns of large matrices as the row has room for; small ones are printed in full. */
export function useTight(step: Step, printing: Printing, { decimals, alone }: NumberFormat) {
  const [tightness, setTightness] = useState(0);
  const isLarge = useMemo(
    () => leftOut(step, printing, { decimals, alone }).length > 0,
    [step, printing, decimals, alone],
  );
  const width = useRef(Number.POSITIVE_INFINITY);
  const onFit = useCallback(
    (panel: HTMLElement) => {
      if (!isLarge) return;
      if (isTooWide(panel)) {
        width.current = panel.clientWidth;
        setTightness((now) => Math.min(now + 1, TIGHTER.length));
      } else if (panel.clientWidth > width.current + SCROLLBAR) {
        width.current = Number.POSITIVE_INFINITY;
        setTightness(0);
      }
    },
    [isLarge],
  );
  const most = isLarge ? TIGHTER[tightness - 1] : undefined;
  return { most, tightness, onFit };
}
