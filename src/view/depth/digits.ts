import { useStore } from 'zustand';
import { read } from '../../engine';
import type { Shown, Subject } from '../../store';
import { preferences } from '../preferences';

const MOST = 8;

/**
 * Digits after the point beside a sum and its terms: where the sum is small, so many that three of it count. With
 * fewer, the terms as they are read would not add up to it.
 */
export function digitsFor(sum: number, decimals: number): number {
  const size = Math.abs(sum);
  if (!(size > 0 && size < 1)) return decimals;
  return Math.max(decimals, Math.min(MOST, 2 - Math.floor(Math.log10(size))));
}

/** The same for what is shown by itself; the reader's own choice counts before that. */
export function useDigitsFor(sum: number, decimals: number): number {
  const isChosen = useStore(preferences, (state) => state.decimals !== null);
  return isChosen ? decimals : digitsFor(sum, decimals);
}

export function useDigits(subject: Subject | undefined, shown: Shown, decimals: number): number {
  const { quantity, row = 0, col = 0 } = subject ?? {};
  const matrix = quantity && read(shown.snapshot, quantity.aspect, quantity.node.id);
  return useDigitsFor(matrix?.data[row * matrix.cols + col] ?? 0, decimals);
}
