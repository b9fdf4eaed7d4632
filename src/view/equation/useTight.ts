import { useCallback, useMemo, useState } from 'react';
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

interface Tight {
  /** 0 is as usual, then an index into the above, from 1. */
  readonly tightness: number;
  /** The width of the panel in which less of it was too wide. */
  readonly width: number;
}

const LOOSE: Tight = { tightness: 0, width: Number.POSITIVE_INFINITY };

/** What was found by trial, so that a step that is walked to again, or made ready, needs no other. */
const tried = new WeakMap<Step, Tight>();

const mostAt = ({ tightness }: Tight): Most | undefined => TIGHTER[tightness - 1];

/** Rows and columns of a large matrix that the step's row last had room for; undefined for as many as usual. */
export function mostTried(step: Step): Most | undefined {
  return mostAt(tried.get(step) ?? LOOSE);
}

/** As many columns of large matrices as the row has room for; small ones are printed in full. */
export function useTight(step: Step, printing: Printing, { decimals, alone }: NumberFormat) {
  const [tight, setTight] = useState(tried.get(step) ?? LOOSE);
  const isLarge = useMemo(
    () => leftOut(step, printing, { decimals, alone }).length > 0,
    [step, printing, decimals, alone],
  );
  const onFit = useCallback(
    (panel: HTMLElement) => {
      const { tightness, width } = tight;
      const change = (next: Tight) => {
        tried.set(step, next);
        setTight(next);
      };
      if (!isLarge) return;
      if (isTooWide(panel)) {
        if (tightness < TIGHTER.length)
          change({ tightness: tightness + 1, width: panel.clientWidth });
      } else if (panel.clientWidth > width + SCROLLBAR) change(LOOSE);
    },
    [isLarge, step, tight],
  );
  return { most: isLarge ? mostAt(tight) : undefined, tightness: tight.tightness, onFit };
}
