import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeOf, type Shape } from '../../engine';
import { type Place, type Range, rangeAt, scrollTo, seenOf, tabbed, walked } from './window';

export interface Window {
  readonly rows: Range;
  readonly cols: Range;
}

/** Before its sizes are known: about as much as is seen in a panel of the usual size. */
const AT_FIRST = { view: 240, pitch: 24 };

/** So many rows and columns of a card that is out of sight. */
const CORNER = 4;

const corner = ({ from, to }: Range): Range => ({ from, to: Math.min(to, from + CORNER) });
const sameRange = (a: Range, b: Range) => a.from === b.from && a.to === b.to;
const holds = ({ from, to }: Range, at: number) => at >= from && at < to;

/** The place of what has the focus inside the table. */
function focusIn(scroller: Element): (Place & { readonly element: HTMLElement }) | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === scroller) return null;
  const place = scroller.contains(activeElement) && placeOf(activeElement.dataset.cell ?? null);
  return place ? { row: place.row, col: place.col, element: activeElement } : null;
}

const cellAt = (scroller: Element, { row, col }: Place) =>
  [...scroller.querySelectorAll<HTMLElement>('[data-cell]')].find((element) =>
    element.dataset.cell?.endsWith(`[${row},${col}]`),
  );

/** From one cell to the next, in each direction. */
function pitchOf(scroller: Element): { readonly x: number; readonly y: number } {
  const cell = scroller.querySelector('[data-cell]')?.closest('td');
  const row = cell?.closest('tr');
  const gap = 2;
  return { x: (cell?.offsetWidth ?? 0) + gap, y: (row?.offsetHeight ?? 0) + gap };
}

/** Beside which end of a cell there is more room for its number in full. */
function noteRoom(scroller: HTMLElement, target: EventTarget | null): void {
  const cell = target instanceof Element ? target.closest('td') : null;
  const table = cell?.closest('table');
  if (!cell || !table) return;
  const isLeft = cell.offsetLeft - scroller.scrollLeft < scroller.clientWidth / 2;
  table.dataset.room = isLeft ? 'end' : 'start';
}

const NEAR = '50%';

/** Which part of a large table is drawn: what its scrolling box shows, and where the keys walk to. */
export function useWindow(
  table: RefObject<HTMLTableElement | null>,
  [rows, cols]: Shape,
  isOwn: boolean,
): Window {
  const [range, setRange] = useState<Window>(() => ({
    rows: rangeAt(0, AT_FIRST.view, AT_FIRST.pitch, rows),
    cols: rangeAt(0, AT_FIRST.view, AT_FIRST.pitch, cols),
  }));
  /**
   * Of a card far from what is seen only the corner is drawn. Those of the step are seen at once, and what they have
   * beyond it is drawn when the step is on the screen.
   */
  const [isNear, setNear] = useState(false);
  /** Has the focus as soon as it is drawn. */
  const wanted = useRef<Place | null>(null);

  const look = useCallback(() => {
    const scroller = table.current?.parentElement;
    if (!scroller) return;
    const { x, y } = pitchOf(scroller);
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
    const next = {
      rows: rangeAt(scrollTop, clientHeight, y, rows),
      cols: rangeAt(scrollLeft, clientWidth, x, cols),
    };
    // What is typed counts before its field is gone.
    const focus = wanted.current ? null : focusIn(scroller);
    if (focus && !(holds(next.rows, focus.row) && holds(next.cols, focus.col))) {
      focus.element.blur();
      scroller.focus({ preventScroll: true });
    }
    setRange((now) =>
      sameRange(now.rows, next.rows) && sameRange(now.cols, next.cols) ? now : next,
    );
  }, [table, rows, cols]);

  useLayoutEffect(() => {
    const scroller = table.current?.parentElement;
    const place = wanted.current;
    const cell = scroller && place && cellAt(scroller, place);
    if (!cell) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
  });

  useEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller) return;

    const go = (to: Place) => {
      const { x, y } = pitchOf(scroller);
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
      wanted.current = to;
      scroller.scrollTo({
        top: scrollTo(to.row, scrollTop, clientHeight, y),
        left: scrollTo(to.col, scrollLeft, clientWidth, x),
        behavior: 'instant',
      });
      const cell = cellAt(scroller, to);
      if (!cell) return look();
      wanted.current = null;
      cell.focus({ preventScroll: true });
    };

    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, shiftKey, target } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      const at = focusIn(scroller);
      const isField = target instanceof HTMLInputElement;
      if (altKey) return;
      let to: Place | undefined;
      if (!at && target === scroller && !ctrl && (key === 'ArrowDown' || key === 'Enter')) {
        const { x, y } = pitchOf(scroller);
        to = { row: Math.ceil(scroller.scrollTop / y), col: Math.ceil(scroller.scrollLeft / x) };
      } else if (at && key === 'Tab' && isField && !ctrl) {
        to = tabbed(shiftKey ? -1 : 1, at, rows, cols);
      } else if (at && isField === ctrl && !shiftKey) {
        // In a field the arrows alone move the number.
        to = walked(key, at, rows, cols);
      }
      if (to) go(to);
      else if (at && !isField && key === 'Enter') at.element.click();
      else if (at && !isField && key === 'Escape') scroller.focus({ preventScroll: true });
      else return;
      event.preventDefault();
    };

    const onFocus = ({ target }: FocusEvent) => noteRoom(scroller, target);
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    const root = scroller.closest('.strip');
    const nearness = new IntersectionObserver(
      (all) => setNear(all.at(-1)?.isIntersecting === true),
      {
        root,
        rootMargin: NEAR,
      },
    );
    nearness.observe(scroller);
    scroller.addEventListener('focusin', onFocus);
    scroller.addEventListener('scroll', look, { passive: true });
    scroller.addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      nearness.disconnect();
      scroller.removeEventListener('focusin', onFocus);
      scroller.removeEventListener('scroll', look);
      scroller.removeEventListener('keydown', onKey);
    };
  }, [table, look, rows, cols]);

  if (isNear) return range;
  if (isOwn) return { rows: seenOf(range.rows, rows), cols: seenOf(range.cols, cols) };
  return { rows: corner(range.rows), cols: corner(range.cols) };
}
