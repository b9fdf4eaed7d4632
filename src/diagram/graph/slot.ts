import { isScalar, type Shape } from '../../engine';
import { digits, textWidth } from '../format';

export const FONT = 14;
export const SMALL = 11.5;
export const SIGN = 17;
export const LINE = FONT + 4;
export const SMALL_LINE = SMALL + 4;
const MOST_CELLS = 6;

/** Room for a value: it depends on the shape alone, so that editing numbers moves nothing. */
export interface Slot {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly cols: number;
  readonly cell: number;
  readonly shape: Shape;
}

/** Room for a number, or for a small picture of a matrix with its shape beside it. */
export function slotOf(shape: Shape, decimals: number): Slot {
  const places = Math.min(decimals, 4);
  if (isScalar(shape)) {
    const width = textWidth(`−0.${'0'.repeat(places)}`, FONT, true);
    return { width, height: LINE, rows: 1, cols: 1, cell: 0, shape };
  }
  const [rows, cols] = [Math.min(shape[0], MOST_CELLS), Math.min(shape[1], MOST_CELLS)];
  const cell = Math.max(rows, cols) <= 3 ? 11 : 8;
  const text = textWidth(`${shape[0]}×${shape[1]}`, SMALL) + 5;
  return {
    width: cols * cell + text,
    height: Math.max(rows * cell + 4, LINE),
    rows,
    cols,
    cell,
    shape,
  };
}

/** So wide may a number of so many digits be. */
export const widestNumber = (decimals: number) => `−0.${'0'.repeat(Math.min(decimals, 3))}`;

/** What does not fit ends in three dots. */
export const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** A number in so much room. */
export function numberText(value: number | undefined, decimals: number): string {
  return digits(value, Math.min(decimals, 4));
}
