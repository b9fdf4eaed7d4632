import { useCallback, useReducer } from 'react';
import { leftOut, mostOf, type NumberFormat, type Printing, type Step } from '../../derive';
import { EQUALS, KATEX } from '../math/size';
import type { Lines } from './lines';
import type { NumbersFormat } from './numbersOf';

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

/** Whether the numbers of a panel are set too small, or run past its edge; by its fit, as asking costs a layout. */
function isTooWide(panel: HTMLElement): boolean {
  const box = panel.querySelector<HTMLElement>('.numbers-row .fit');
  if (!box) return false;
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
  readonly most?: Most | undefined;
  /** In em, where the formula is broken within its brackets. */
  readonly room?: number | undefined;
  /** The width of the panel in which more was too wide. */
  readonly width: number;
}

/** What was found by trial, so that a step that is walked to again, or made ready, needs no other. */
const tried = new Map<string, Tight>();

/** All that the width of a row depends on but its numbers; the same while other lines of a program are typed. */
const keyOf = ({ openings, lines, decimals, alone }: Numbers) =>
  [openings, lines.rule, lines.shapes, decimals, alone !== undefined].join();

/** With as many rows and columns of large matrices as there was room for last; small ones are printed in full. */
export function formatOf(numbers: Numbers): NumbersFormat {
  const { decimals, alone } = numbers;
  const { most, room } = tried.get(keyOf(numbers)) ?? {};
  return { decimals, alone, copies: true, most, room };
}

/** Of the numbers' row in the font of its formulas as it is set when nothing is too wide, in em. */
function roomOf(panel: HTMLElement): number {
  const box = panel.querySelector<HTMLElement>('.numbers-row .fit');
  if (!box) return 0;
  const scale = Number(box.style.getPropertyValue('--fit') || 1);
  const em = (Number.parseFloat(getComputedStyle(box).fontSize) / scale) * KATEX;
  return Math.floor(box.clientWidth / em - EQUALS);
}

/** What to try after `last`, which was too wide: to break within brackets, then fewer columns. */
function tighter(
  last: Tight | undefined,
  panel: HTMLElement,
  width: number,
  hasBrackets: boolean,
  decimals: number,
): Tight | undefined {
  const room = hasBrackets ? roomOf(panel) : undefined;
  const isBroken = room === undefined || (last?.room !== undefined && last.room <= room);
  if (!isBroken) return { ...last, room, width };
  const [, cols] = last?.most ?? mostOf({ decimals });
  const most = TIGHTER.find((next) => next[1] < cols);
  return most && { most, room, width };
}

/** Broken, and with as many columns of large matrices, as the row has room for. */
export function useTight(numbers: Numbers) {
  const [, renew] = useReducer((count: number) => count + 1, 0);
  const { step, printing, lines, decimals, alone } = numbers;
  const key = keyOf(numbers);
  const onFit = useCallback(
    (panel: HTMLElement, width: number) => {
      const last = tried.get(key);
      // Nothing is seen of it, and nothing can be measured.
      if (width === 0) return;
      if (isTooWide(panel)) {
        const next = tighter(last, panel, width, lines.rule.includes('\\left'), decimals);
        const isLarge =
          last?.most !== undefined || leftOut(step, printing, { decimals, alone }).length > 0;
        if (!next || (next.most !== last?.most && !isLarge)) return;
        tried.set(key, next);
      } else if (last && width > last.width + SCROLLBAR) tried.delete(key);
      else return;
      renew();
    },
    [key, step, printing, lines.rule, decimals, alone],
  );
  return { format: formatOf(numbers), onFit };
}
