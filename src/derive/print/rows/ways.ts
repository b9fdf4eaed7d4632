import type { NumberFormat } from '../number';
import { type TexRow, widestOf } from './rows';

/** Matrices with all that a page has room for, and with less and less of them. */
export const LESS_AND_LESS: readonly NumberFormat['most'][] = [undefined, [8, 4], [6, 3]];

/** Of several ways to write a line the first whose rows are at most `room` em wide; else the last. */
export function firstThatFits<Way>(
  ways: readonly Way[],
  rowsIn: (way: Way) => readonly TexRow[],
  room: number,
): Way | undefined {
  return ways.find((way) => widestOf(rowsIn(way)) <= room) ?? ways.at(-1);
}
