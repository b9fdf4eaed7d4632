import type { Matrix } from '../../engine';

export type Sign = 'positive' | 'negative' | 'none';

export function signOf(value: number): Sign {
  if (value > 0) return 'positive';
  return value < 0 ? 'negative' : 'none';
}

/** The largest finite size in a matrix; tints are relative to it. */
export function largestOf({ data }: Matrix): number {
  let most = 0;
  for (const value of data) {
    const size = Math.abs(value);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}

/** How deep a cell is tinted, 0 to 1, in hundredths. */
export function depthOf(value: number, largest: number): number {
  if (largest === 0 || Number.isNaN(value)) return 0;
  return Math.round(Math.min(1, Math.abs(value) / largest) * 100) / 100;
}
