import { firstBroken, type Printing, whyBroken } from '../../derive';
import type { Snapshot } from '../../engine';

/** A number in full for a screen reader; what is none is said in words, with where it comes from. */
export function valueWords(value: number, why?: string): string {
  if (Number.isFinite(value)) return `${value}`;
  const words = Number.isNaN(value)
    ? 'not a number, undefined'
    : value > 0
      ? 'infinity'
      : 'minus infinity';
  return why === undefined ? words : `${words}: ${why}`;
}

/** The same of an entry of a quantity: looks for the reason where there is need of one. */
export function exactWords(
  value: number,
  quantity: string,
  printing: Printing,
  snapshot: Snapshot,
): string {
  if (Number.isFinite(value)) return `${value}`;
  return valueWords(value, whyBroken(printing, firstBroken(printing, snapshot), quantity));
}
