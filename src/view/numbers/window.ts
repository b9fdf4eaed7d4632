/** More numbers than this are made as they are scrolled to. */
export const MOST_CELLS = 150;
/** Beyond what is seen, on each side; a multiple of it begins a window, so that it seldom changes. */
const MARGIN = 4;

/** From `from` up to and without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Of `count` in a row, `pitch` apart, those that are seen in `view` at `scroll`, and some on each side. */
export function rangeAt(scroll: number, view: number, pitch: number, count: number): Range {
  if (pitch <= 0) return { from: 0, to: Math.min(count, 4 * MARGIN) };
  const first = Math.floor(scroll / pitch / MARGIN) * MARGIN - MARGIN;
  const last = Math.ceil((scroll + view) / pitch / MARGIN) * MARGIN + MARGIN;
  const from = Math.max(0, Math.min(first, count - MARGIN));
  return { from, to: Math.max(from, Math.min(count, last)) };
}

/** Of such a range, what is seen at least: without the margins. */
export function seenOf({ from, to }: Range, count: number): Range {
  return { from: from === 0 ? 0 : from + MARGIN, to: to === count ? count : to - MARGIN };
}

/** Where to scroll to, so that one of them is seen whole. */
export function scrollTo(index: number, scroll: number, view: number, pitch: number): number {
  const start = index * pitch;
  if (start < scroll) return start;
  return Math.max(scroll, start + pitch - view + MARGIN);
}

/** How many characters the longest of these numbers takes at most. */
export function longestOf(data: Float64Array, decimals: number): number {
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let isBroken = false;
  let isNegative = false;
  for (const value of data) {
    const size = Math.abs(value);
    if (!Number.isFinite(value)) isBroken = true;
    else if (size > largest) largest = size;
    if (size > 0 && size < smallest) smallest = size;
    if (value < 0) isNegative = true;
  }
  const hasExponent = largest >= 1e6 || smallest < 0.5 * 10 ** -decimals;
  const digits = String(Math.floor(Math.min(largest, 1e6))).length + 1 + decimals;
  const exponent = 'd.dde-300'.length;
  const least = Math.max(hasExponent ? exponent : 0, isBroken ? 'undefined'.length : 0);
  return Math.max(digits, least) + (isNegative ? 1 : 0);
}

export interface Place {
  readonly row: number;
  readonly col: number;
}

type Move = (at: Place, rows: number, cols: number) => Place;

const PAGE = 10;

/** How the keys walk through a large matrix. */
const WALKS: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, col }) => ({ row: row - 1, col }),
  ArrowDown: ({ row, col }) => ({ row: row + 1, col }),
  ArrowLeft: ({ row, col }) => ({ row, col: col - 1 }),
  ArrowRight: ({ row, col }) => ({ row, col: col + 1 }),
  PageUp: ({ row, col }) => ({ row: row - PAGE, col }),
  PageDown: ({ row, col }) => ({ row: row + PAGE, col }),
  Home: ({ row }) => ({ row, col: 0 }),
  End: ({ row }, _, cols) => ({ row, col: cols - 1 }),
};

const within = (at: number, count: number) => Math.max(0, Math.min(at, count - 1));

export function walked(key: string, at: Place, rows: number, cols: number): Place | undefined {
  const to = WALKS[key]?.(at, rows, cols);
  return to && { row: within(to.row, rows), col: within(to.col, cols) };
}

/** The next one as Tab goes, row by row; undefined beyond either end. */
export function tabbed(by: 1 | -1, { row, col }: Place, rows: number, cols: number) {
  const index = row * cols + col + by;
  if (index < 0 || index >= rows * cols) return undefined;
  return { row: Math.floor(index / cols), col: index % cols };
}
