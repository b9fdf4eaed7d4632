import { useEffect, useState } from 'react';
import { whenIdle } from './afterPaint';

/** Rows that are drawn at once; of matrices no more have room in a panel. */
const FIRST = 2;

/**
 * How many of `total` rows are drawn: those in sight at once, the others a few at a time when the page has nothing to
 * do, since a long table in one go is a page that does not answer.
 */
export function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn < total) return whenIdle(() => setDrawn(drawn + FIRST));
  }, [drawn, total]);
  return Math.min(drawn, total);
}
