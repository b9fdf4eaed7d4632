import type { Matrix } from './matrix';

// A bias, added to every example, is the sum that training computes most; the general one of `elementwise.ts` asks
// for a kernel row by row, which for a handful of examples costs more than the sums.

/** Is it Z = P + b, with examples in columns? P: [units × examples], b: [units × 1]. */
export function isBias(product: Matrix, bias: Matrix, out: Matrix): boolean {
  const { rows, cols } = out;
  const whole = product.rows === rows && product.cols === cols;
  return whole && bias.rows === rows && bias.cols === 1 && cols > 1;
}

/** Z = P + b */
export function addBias(product: Matrix, bias: Matrix, { rows, cols, data: z }: Matrix): void {
  const p = product.data;
  const b = bias.data;
  for (let unit = 0, k = 0; unit < rows; unit++) {
    const own = b[unit]!;
    for (const end = k + cols; k < end; k++) z[k] = p[k]! + own;
  }
}

/** db += Σₖ dZ⁽ᵏ⁾ */
export function addToBias({ rows, cols, data: g }: Matrix, into: Matrix): void {
  const db = into.data;
  for (let unit = 0, k = 0; unit < rows; unit++) {
    let sum = 0;
    for (const end = k + cols; k < end; k++) sum += g[k]!;
    db[unit]! += sum;
  }
}

/** dP += dZ */
export function addToProduct({ data: g }: Matrix, into: Matrix): void {
  const dp = into.data;
  for (let k = 0; k < dp.length; k++) dp[k]! += g[k]!;
}
