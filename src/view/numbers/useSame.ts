import { useRef } from 'react';
import type { Matrix } from '../../engine';

/** Bit for bit, as far as they can be told apart: `NaN` is itself, `-0` is not `0`. */
function isSame(a: Matrix | undefined, b: Matrix | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.rows === b.rows &&
    a.cols === b.cols &&
    a.data.every((value, i) => Object.is(value, b.data[i]))
  );
}

/** One object as long as its numbers are the same: an edit leaves most cards as they are, and they need no drawing. */
export function useSame(matrix: Matrix | undefined): Matrix | undefined {
  const last = useRef(matrix);
  if (!isSame(last.current, matrix)) last.current = matrix;
  return last.current;
}
