import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyOp } from './kernels';
import { entry, type Matrix, zeros } from './matrix';

const size = fc.integer({ min: 1, max: 11 });

function matrix(rows: number, cols: number): fc.Arbitrary<Matrix> {
  return fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols })
    .map((data) => ({ rows, cols, data: Float64Array.from(data) }));
}

function transposed(m: Matrix): Matrix {
  const t = zeros(m.cols, m.rows);
  for (let r = 0; r < m.rows; r++) {
    for (let c = 0; c < m.cols; c++) t.data[c * m.rows + r] = entry(m, r, c);
  }
  return t;
}

/** Rows times columns, as it is taught. */
function naive(a: Matrix, b: Matrix): Matrix {
  const c = zeros(a.rows, b.cols);
  for (let r = 0; r < a.rows; r++) {
    for (let k = 0; k < b.cols; k++) {
      for (let i = 0; i < a.cols; i++) c.data[r * b.cols + k]! += entry(a, r, i) * entry(b, i, k);
    }
  }
  return c;
}

const products = fc.tuple(size, size, size).chain(([rows, inner, cols]) =>
  fc.record({
    a: matrix(rows, inner),
    b: matrix(inner, cols),
    left: fc.boolean(),
    right: fc.boolean(),
  }),
);

it('a product is that of rows and columns, for every size and every transpose', () => {
  fc.assert(
    fc.property(products, ({ a, b, left, right }) => {
      const op = { kind: 'matmul', transposeLeft: left, transposeRight: right } as const;
      const found = applyOp(op, [left ? transposed(a) : a, right ? transposed(b) : b]);
      // Integers: the sums are exact in any order.
      expect(found).toEqual(naive(a, b));
    }),
    { seed: 7, numRuns: 400 },
  );
});

it('a transpose swaps the entries', () => {
  fc.assert(
    fc.property(
      fc.tuple(size, size).chain(([rows, cols]) => matrix(rows, cols)),
      (a) => {
        expect(applyOp({ kind: 'transpose' }, [a])).toEqual(transposed(a));
      },
    ),
    { seed: 7, numRuns: 100 },
  );
});

it('matrices that do not fit are refused', () => {
  const op = { kind: 'matmul', transposeLeft: false, transposeRight: false } as const;
  expect(() => applyOp(op, [zeros(2, 3), zeros(2, 3)])).toThrow('the inner dimensions differ');
});
