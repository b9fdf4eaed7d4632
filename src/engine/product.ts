import type { Matrix } from './matrix';

/**
 * C += op(A) op(B), where op transposes if asked to. C is rows×cols, the sum runs over `inner`; A and B are read
 * through their strides, so that no transpose is ever made. Two rows and four columns of C are summed at a
 * time in registers: six loads for eight products, where a single entry takes two loads for one.
 */
export function addProduct(
  left: Matrix,
  transposeLeft: boolean,
  right: Matrix,
  transposeRight: boolean,
  into: Matrix,
): void {
  const a = left.data;
  const b = right.data;
  const c = into.data;
  const rows = into.rows;
  const cols = into.cols;
  const inner = transposeLeft ? left.rows : left.cols;
  // From one entry of op(A) to the next in a row or column of it; likewise op(B).
  const aAlong = transposeLeft ? left.cols : 1;
  const aDown = transposeLeft ? 1 : left.cols;
  const bAlong = transposeRight ? right.cols : 1;
  const bDown = transposeRight ? 1 : right.cols;
  const tiledRows = rows - (rows % 2);
  const tiledCols = cols - (cols % 4);

  for (let i = 0; i < tiledRows; i += 2) {
    for (let j = 0; j < tiledCols; j += 4) {
      let p = i * aDown;
      let q = p + aDown;
      let s = j * bAlong;
      let t = s + bAlong;
      let u = t + bAlong;
      let v = u + bAlong;
      let c00 = 0;
      let c01 = 0;
      let c02 = 0;
      let c03 = 0;
      let c10 = 0;
      let c11 = 0;
      let c12 = 0;
      let c13 = 0;
      for (let k = 0; k < inner; k++) {
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
        p += aAlong;
        q += aAlong;
        s += bDown;
        t += bDown;
        u += bDown;
        v += bDown;
      }
      const top = i * cols + j;
      const bottom = top + cols;
      c[top]! += c00;
      c[top + 1]! += c01;
      c[top + 2]! += c02;
      c[top + 3]! += c03;
      c[bottom]! += c10;
      c[bottom + 1]! += c11;
      c[bottom + 2]! += c12;
      c[bottom + 3]! += c13;
    }
  }

  // The entries that the tiles leave over: the last columns of the tiled rows, and the last row.
  for (let i = 0; i < rows; i++) {
    for (let j = i < tiledRows ? tiledCols : 0; j < cols; j++) {
      let p = i * aDown;
      let s = j * bAlong;
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        sum += a[p]! * b[s]!;
        p += aAlong;
        s += bDown;
      }
      c[i * cols + j]! += sum;
    }
  }
}

/** C += Aᵀ */
export function addTransposed(a: Matrix, into: Matrix): void {
  for (let r = 0, k = 0; r < into.rows; r++) {
    for (let c = 0, i = r; c < into.cols; c++, k++, i += a.cols) into.data[k]! += a.data[i]!;
  }
}
