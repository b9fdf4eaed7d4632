import { useStore } from 'zustand';
import { type Aspect, entry, read } from '../../engine';
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

/** The same for whatever is shown by itself; the reader's own choice counts before that. */
function useDigitsOf(decimals: number): (sum: number) => number {
  const isChosen = useStore(preferences, (state) => state.decimals !== null);
  return (sum) => (isChosen ? decimals : digitsFor(sum, decimals));
}

export function useDigitsFor(sum: number, decimals: number): number {
  return useDigitsOf(decimals)(sum);
}

type Entry = Pick<Subject, 'row' | 'col'> & {
  readonly of: string;
  readonly aspect: Aspect;
};

/** For any entry of a pass. */
export function useDigitsAt({ snapshot }: Shown, decimals: number): (entry: Entry) => number {
  const digitsOf = useDigitsOf(decimals);
  return ({ aspect, of, row, col }) => {
    const matrix = read(snapshot, aspect, of);
    return digitsOf(matrix ? entry(matrix, row, col) : 0);
  };
}

export function useDigits(subject: Subject | undefined, shown: Shown, decimals: number): number {
  const digitsAt = useDigitsAt(shown, decimals);
  if (!subject) return decimals;
  const { quantity, row, col } = subject;
  return digitsAt({ aspect: quantity.aspect, of: quantity.node.id, row, col });
}
