import { type Aspect, entryName, isScalar, type Matrix, read, type Snapshot } from '../../engine';
import { type Sign, signOf } from '../marks';
import { numberText, type Slot } from './slot';

/** One number, or a small picture of a matrix. */
export interface ValueMark {
  readonly known: boolean;
  readonly text: string;
  readonly sign: Sign;
  /** The only entry of a number; null for a matrix, whose cells have theirs. */
  readonly entry: string | null;
  readonly slot: Slot;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly key: string;
  readonly entry: string | null;
  readonly x: number;
  readonly y: number;
  readonly sign: Sign;
  /** Of the tint, 0 to 1. */
  readonly depth: number;
}

const size = (v: number) => (Number.isFinite(v) ? Math.abs(v) : 0);

/** A cell stands for an entry; of a large matrix for one of many, evenly spread. */
function cellsOf(matrix: Matrix | undefined, slot: Slot, quantity: string): readonly Cell[] {
  const { rows, cols, cell, shape } = slot;
  const isWhole = rows === shape[0] && cols === shape[1];
  const at = (i: number, shown: number, all: number) => Math.floor((i * all) / shown);
  const most = matrix ? matrix.data.reduce((a, v) => Math.max(a, size(v)), 0) : 0;
  return Array.from({ length: rows * cols }, (_, i): Cell => {
    const [r, c] = [Math.floor(i / cols), i % cols];
    const [row, col] = [at(r, rows, shape[0]), at(c, cols, shape[1])];
    const value = matrix?.data[row * shape[1] + col];
    return {
      key: `${r},${c}`,
      entry: isWhole && quantity !== '' ? entryName(quantity, row, col) : null,
      x: c * cell,
      y: r * cell,
      sign: signOf(value),
      depth: value === undefined || most === 0 ? 0 : 0.15 + 0.85 * (size(value) / most),
    };
  });
}

export function valueMark(
  matrix: Matrix | undefined,
  slot: Slot,
  quantity: string,
  decimals: number,
): ValueMark {
  const known = matrix !== undefined;
  if (!isScalar(slot.shape)) {
    const text = `${slot.shape[0]}×${slot.shape[1]}`;
    const cells = cellsOf(matrix, slot, quantity);
    return { known, text, sign: 'zero', entry: null, slot, cells };
  }
  const value = matrix?.data[0];
  return {
    known,
    text: known ? numberText(value, decimals) : '?',
    sign: signOf(value),
    entry: quantity === '' ? null : entryName(quantity, 0, 0),
    slot,
    cells: [],
  };
}

/** The numbers of a quantity, once they are there. */
export function matrixOf(
  snapshot: Snapshot | null,
  aspect: Aspect,
  id: string,
  isKnown: boolean,
): Matrix | undefined {
  return snapshot && isKnown ? read(snapshot, aspect, id) : undefined;
}

/** What a screen reader hears of it. */
export function valueSpoken(matrix: Matrix | undefined, decimals: number): string {
  if (!matrix) return 'not computed yet';
  const { rows, cols, data } = matrix;
  return rows * cols === 1 ? numberText(data[0], decimals) : `${rows} by ${cols} matrix`;
}
