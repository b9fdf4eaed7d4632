/** A real matrix, row-major. A scalar is 1×1, a vector n×1 or 1×n. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** Rows, then columns. */
export type Shape = readonly [rows: number, cols: number];

export function zeros(rows: number, cols: number): Matrix {
  return { rows, cols, data: new Float64Array(rows * cols) };
}

export function scalar(value: number): Matrix {
  return { rows: 1, cols: 1, data: Float64Array.of(value) };
}

/** `rows` must be rectangular; files are checked for that in `problem/`. */
export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  return { rows: rows.length, cols, data: Float64Array.from(rows.flat()) };
}

export function toRows(m: Matrix): number[][] {
  return Array.from({ length: m.rows }, (_, r) =>
    Array.from(m.data.subarray(r * m.cols, (r + 1) * m.cols)),
  );
}

export function entry(m: Matrix, row: number, col: number): number {
  return m.data[row * m.cols + col] as number;
}

export function shapeOf(m: Matrix): Shape {
  return [m.rows, m.cols];
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function isScalar(s: Shape): boolean {
  return s[0] === 1 && s[1] === 1;
}

export function sizeOf(s: Shape): number {
  return s[0] * s[1];
}

export function formatShape(s: Shape): string {
  return `${s[0]}×${s[1]}`;
}
