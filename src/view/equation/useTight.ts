import { useCallback, useReducer } from 'react';
import { leftOut, mostOf, type NumberFormat, type Printing, type Step } from '../../derive';
import type { Lines } from './lines';

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

/** The numbers of a step, as its sheet writes them. */
export interface Numbers {
  /** Counts the problems that were opened: the numbers of another one may have more room. */
  readonly openings: number;
  readonly step: Step;
  readonly printing: Printing;
  readonly lines: Lines;
  readonly decimals: number;
  readonly alone: number | undefined;
}

interface Tight {
  readonly most: Most;
  /** The width of the panel in which more was too wide. */
  readonly width: number;
}

/** What was found by trial, so that a step that is walked to again, or made ready, needs no other. */
const tried = new Map<string, Tight>();

/** All that the width of a row depends on but its numbers; the same while other lines of a program are typed. */
const keyOf = ({ openings, lines, decimals, alone }: Numbers) =>
  [openings, lines.rule, lines.shapes, decimals, alone !== undefined].join();

/** With as many rows and columns of large matrices as there was room for last; small ones are printed in full. */
export function formatOf(numbers: Numbers): NumberFormat {
  const { decimals, alone } = numbers;
  return { decimals, alone, copies: true, most: tried.get(keyOf(numbers))?.most };
}

/** As many columns of large matrices as the row has room for. */
export function useTight(numbers: Numbers) {
  const [, renew] = useReducer((count: number) => count + 1, 0);
  const { step, printing, decimals, alone } = numbers;
  const key = keyOf(numbers);
  const onFit = useCallback(
    (panel: HTMLElement) => {
      const last = tried.get(key);
      if (isTooWide(panel)) {
        const [, cols] = last?.most ?? mostOf({ decimals });
        const most = TIGHTER.find((tighter) => tighter[1] < cols);
        const isLarge =
          last !== undefined || leftOut(step, printing, { decimals, alone }).length > 0;
        if (!most || !isLarge) return;
        tried.set(key, { most, width: panel.clientWidth });
      } else if (last && panel.clientWidth > last.width + SCROLLBAR) tried.delete(key);
      else return;
      renew();
    },
    [key, step, printing, decimals, alone],
  );
  return { format: formatOf(numbers), onFit };
}
