import type { Matrix } from './matrix';

/**
 * C += op(A) op(B), where op transposes if asked to. A and B are read through their strides, so that no transpose
 * is ever made. Most of C is summed in tiles of 2 rows and 4 columns that V8 keeps in registers: six numbers are
 * loaded for eight products, where an entry by itself loads two for one.
 */
export function addProduct(
  left: Matrix,
  transposeLeft: boolean,
  right: Matrix,
  transposeRight: boolean,
  into: Matrix,
): void {
  const { rows, cols } = into;
  const inner = transposeLeft ? left.rows : left.cols;
  // How far apart in the data the entries of op(A) are, along the sum and from row to row; of op(B), along the
  // sum and from column to column.
  const da = transposeLeft ? left.cols : 1;
  const down = transposeLeft ? 1 : left.cols;
  const db = transposeRight ? 1 : right.cols;
  const across = transposeRight ? right.cols : 1;
  const evenRows = rows - (rows % 2);
  const fours = cols - (cols % 4);
  const evenCols = cols - (cols % 2);
  const a = left.data;
  const b = right.data;
  const c = into.data;

  for (let i = 0; i < evenRows; i += 2) {
    const p = i * down;
    const k = i * cols;
    for (let j = 0; j < fours; j += 4) {
      addTile2x4(a, p, p + down, da, b, j * across, across, db, inner, c, k + j, k + j + cols);
    }
    for (let j = fours; j < evenCols; j += 2) {
      addTile2x2(a, p, p + down, da, b, j * across, across, db, inner, c, k + j, k + j + cols);
    }
  }
  // What the tiles leave over: the last column where their number is odd, and the last row likewise.
  for (let i = 0; i < rows; i++) {
    for (let j = i < evenRows ? evenCols : 0; j < cols; j++) {
      addEntry(a, i * down, da, b, j * across, db, inner, c, i * cols + j);
    }
  }
}

/** Two rows of op(A), from p and q on, times four columns of op(B), from s on, into C at k and l. */
function addTile2x4(
  a: Float64Array,
  p: number,
  q: number,
  da: number,
  b: Float64Array,
  s: number,
  across: number,
  db: number,
  inner: number,
  c: Float64Array,
  k: number,
  l: number,
): void {
  let t = s + across;
  let u = t + across;
  let v = u + across;
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  for (let n = 0; n < inner; n++) {
    const a0 = a[p]!;
    const a1 = a[q]!;
    const b0 = b[s]!;
    const b1 = b[t]!;
    const b2 = b[u]!;
    const b3 = b[v]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    p += da;
    q += da;
    s += db;
    t += db;
    u += db;
    v += db;
  }
  c[k]! += c00;
  c[k + 1]! += c01;
  c[k + 2]! += c02;
  c[k + 3]! += c03;
  c[l]! += c10;
  c[l + 1]! += c11;
  c[l + 2]! += c12;
  c[l + 3]! += c13;
}

/** The same for two columns. */
function addTile2x2(
  a: Float64Array,
  p: number,
  q: number,
  da: number,
  b: Float64Array,
  s: number,
  across: number,
  db: number,
  inner: number,
  c: Float64Array,
  k: number,
  l: number,
): void {
  let t = s + across;
  let c00 = 0;
  let c01 = 0;
  let c10 = 0;
  let c11 = 0;
  for (let n = 0; n < inner; n++) {
    const a0 = a[p]!;
    const a1 = a[q]!;
    const b0 = b[s]!;
    const b1 = b[t]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c10 += a1 * b0;
    c11 += a1 * b1;
    p += da;
    q += da;
    s += db;
    t += db;
  }
  c[k]! += c00;
  c[k + 1]! += c01;
  c[l]! += c10;
  c[l + 1]! += c11;
}

/** A row of op(A), from p on, times a column of op(B), from s on, into C at k. */
function addEntry(
  a: Float64Array,
  p: number,
  da: number,
  b: Float64Array,
  s: number,
  db: number,
  inner: number,
  c: Float64Array,
  k: number,
): void {
  let sum = 0;
  for (let n = 0; n < inner; n++) {
    sum += a[p]! * b[s]!;
    p += da;
    s += db;
  }
  c[k]! += sum;
}

/** C += Aᵀ */
export function addTransposed(a: Matrix, into: Matrix): void {
  const { data: c, rows, cols } = into;
  for (let r = 0, k = 0; r < rows; r++) {
    for (let i = r, end = k + cols; k < end; k++, i += a.cols) c[k]! += a.data[i]!;
  }
}
