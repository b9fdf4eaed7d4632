import { rowsOf } from '../../derive';
import { widestOf } from '../../derive/derivations';
import { HIGHEST } from './highest';

/** One row of a line of a derivation. */
export interface DerivedRow {
  readonly tex: string;
  /** How far it stands in, in em of the formula. */
  readonly indent: number;
  /** An equals sign stands before it. */
  readonly begins: boolean;
}

/** A line with some of its numbers, and what comes out of them. */
export interface Way {
  readonly tex: string;
  readonly result?: string;
}

/** Of the column, in em of the formula. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Widths are estimated. */
const SURE = 0.92;
/** A row of a matrix, and what stands between two rows of a formula. */
const MATRIX_ROW = 1.2;
const BETWEEN = 1;

export const widthOf = (tex: string) => widestOf([{ tex, indent: 0 }]);

function heightOf({ tex }: DerivedRow): number {
  const matrices = tex.match(/\\begin\{bmatrix\}.*?\\end\{bmatrix\}/g) ?? [];
  const rows = matrices.map((matrix) => matrix.split('\\\\').length);
  return Math.max(1, ...rows) * MATRIX_ROW + BETWEEN;
}

function rowsIn({ tex, result }: Way, width: number): readonly DerivedRow[] {
  return [tex, ...(result === undefined ? [] : [result])].flatMap((part) =>
    rowsOf(part, width, 0).map((row, i) => ({ ...row, begins: i === 0 })),
  );
}

/**
 * A line in rows: of the ways to write it the first that has room. They stand together; only where the last way is
 * higher than a page too, it is turned between them.
 */
export function derivedRows(
  ways: readonly Way[],
  { width, height }: Room,
): readonly (readonly DerivedRow[])[] {
  const most = width * SURE;
  const written = ways.map((way) => rowsIn(way, most));
  const isLow = (rows: readonly DerivedRow[]) =>
    rows.reduce((sum, row) => sum + heightOf(row), 0) <= height * HIGHEST;
  const rows =
    written.find((each) => widestOf(each) <= most && isLow(each)) ?? written.at(-1) ?? [];
  return isLow(rows) ? [rows] : rows.map((row) => [row]);
}
