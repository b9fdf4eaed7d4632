import { pasteInto } from './fill';
import { pasteMatrix } from './paste';
import type { Problem } from './problem';
import type { Result } from './result';

/** The matrix of a text, in place of all of `name` where the shapes agree, else from that cell on. */
export function pasteText(
  text: string,
  problem: Problem,
  name: string,
  row: number,
  col: number,
): Result<Problem> {
  const rows = pasteMatrix(text);
  return rows.ok ? pasteInto(problem, name, row, col, rows.value) : rows;
}
