import type { Matrix, Snapshot } from '../../engine';
import { evaluate } from '../evaluate';
import {
  type CoefficientLeaf,
  coefficientValue,
  type Derivative,
  type QuantityLeaf,
} from '../formula';
import { linked, type Printing, quantityTex } from './context';
import { formatNumber, type NumberFormat } from './number';
import { atom, LEVEL, type Piece, piece } from './piece';

/** What stands at the leaves of a formula: symbols, numbers or shapes. The rest of the printer is the same. */
export interface TexLeaves {
  readonly printing: Printing;
  readonly mode: 'symbols' | 'numbers' | 'shapes';
  readonly quantity: (leaf: QuantityLeaf, transpose: boolean) => Piece;
  readonly number: (value: number) => Piece;
  readonly coefficient: (leaf: CoefficientLeaf) => Piece;
  readonly rate: (value: number) => Piece;
  /** Undefined where f′(z) is to be printed as such. */
  readonly derivative: ((leaf: Derivative) => Piece) | undefined;
}

export function texNumber(value: number, format: NumberFormat): string {
  const text = formatNumber(value, format).replace('−', '-');
  if (text === '∞') return '\\infty';
  if (text === '-∞') return '-\\infty';
  if (text === 'NaN') return '\\text{NaN}';
  const [mantissa, exponent] = text.split('e');
  return exponent === undefined ? text : `${mantissa}\\cdot 10^{${exponent}}`;
}

function numberPiece(text: string): Piece {
  return piece(text, text.startsWith('-') || text.includes('\\cdot 10') ? LEVEL.sum : LEVEL.atom);
}

function fraction({ numerator, over, examples, units }: CoefficientLeaf, count: string): Piece {
  const half = numerator === 0.5;
  const bottom =
    over === 'entries'
      ? `${half ? '2\\cdot' : ''}${count}\\cdot ${units}`
      : `${half ? 2 : ''}${count}`;
  return atom(`\\frac{${half ? 1 : numerator}}{${count === '' ? examples : bottom}}`);
}

export function symbolLeaves(printing: Printing): TexLeaves {
  return {
    printing,
    mode: 'symbols',
    quantity: (leaf, transpose) => atom(quantityTex(printing, leaf.id, transpose)),
    number: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    coefficient: (leaf) => fraction(leaf, printing.notation.count),
    rate: () => atom('\\alpha'),
    derivative: undefined,
  };
}

/** Beyond this many rows the middle ones are left out; of columns fewer have room, the more digits they have. */
const MOST_ROWS = 8;
const mostColumns = ({ decimals }: NumberFormat) => Math.max(4, Math.min(8, 10 - decimals));

/** Which of `count` rows or columns are printed, at most `most`; null stands for those left out. */
export function keptLines(count: number, most: number): readonly (number | null)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return count <= most ? all : [...all.slice(0, most - 2), null, count - 1];
}

export function matrixTex(m: Matrix, format: NumberFormat, transpose = false): string {
  const [rows, cols] = transpose ? [m.cols, m.rows] : [m.rows, m.cols];
  const at = (r: number, c: number) =>
    m.data[transpose ? c * m.cols + r : r * m.cols + c] as number;
  if (rows === 1 && cols === 1) return texNumber(at(0, 0), format);
  const lines = keptLines(rows, MOST_ROWS).map((r) =>
    keptLines(cols, mostColumns(format))
      .map((c) => {
        if (r === null) return c === null ? '\\ddots' : '\\vdots';
        return c === null ? '\\cdots' : texNumber(at(r, c), format);
      })
      .join('&'),
  );
  return `\\begin{bmatrix}${lines.join('\\\\')}\\end{bmatrix}`;
}

export function numberLeaves(
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): TexLeaves {
  const matrix = (m: Matrix, transpose: boolean): Piece =>
    numberPiece(matrixTex(m, format, transpose));
  return {
    printing,
    mode: 'numbers',
    quantity: (leaf, transpose) => {
      const { text, level } = matrix(evaluate(leaf, snapshot), transpose);
      return piece(linked(printing, leaf.id, text), level);
    },
    number: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    coefficient: (leaf) => {
      const count = leaf.over === 'entries' ? leaf.examples * leaf.units : leaf.examples;
      return Number.isInteger(leaf.numerator)
        ? atom(`\\frac{${leaf.numerator}}{${count}}`)
        : numberPiece(texNumber(coefficientValue(leaf), format));
    },
    rate: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    derivative: (leaf) => matrix(evaluate(leaf, snapshot), false),
  };
}

export function shapeLeaves(printing: Printing): TexLeaves {
  const shape = (rows: number, cols: number) => atom(`(${rows}\\times ${cols})`);
  return {
    printing,
    mode: 'shapes',
    quantity: ({ id, shape: [r, c] }, transpose) =>
      atom(linked(printing, id, (transpose ? shape(c, r) : shape(r, c)).text)),
    number: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    coefficient: () => atom(''),
    rate: () => atom(''),
    derivative: ({ shape: [r, c] }) => shape(r, c),
  };
}
