import { type Matrix, nodeOf, type Shape, type Snapshot } from '../../engine';
import type { Cell } from '../entry';
import { evaluate } from '../evaluate';
import {
  type CoefficientLeaf,
  coefficientValue,
  type Derivative,
  type Formula,
  type QuantityLeaf,
  quantitiesIn,
} from '../formula';
import { type ExampleAxis, exampleAxis } from '../part';
import { linked, type Printing, quantityTex } from './context';
import { formatNumber, type NumberFormat } from './number';
import { atom, LEVEL, type Piece, piece } from './piece';
import { isSpread, spreadTex } from './spread-tex';

/** What stands at the leaves of a formula: symbols, numbers or shapes. The rest of the printer is the same. */
export interface TexLeaves {
  readonly printing: Printing;
  readonly mode: 'symbols' | 'numbers' | 'shapes';
  readonly quantity: (leaf: QuantityLeaf, transpose: boolean) => Piece;
  /** What is added to each example, written for them all; undefined where it is not. */
  readonly spread?: (added: Formula, to: Shape) => Piece | undefined;
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
  if (text === 'undefined') return '\\text{undefined}';
  const [mantissa, exponent] = text.split('e');
  return exponent === undefined ? text : `${mantissa}\\cdot 10^{${exponent}}`;
}

function numberPiece(text: string): Piece {
  // A matrix has brackets of its own, whatever numbers stand in it.
  const isBare = !text.startsWith('\\begin');
  const isSum = isBare && (text.startsWith('-') || text.includes('\\cdot 10'));
  return piece(text, isSum ? LEVEL.sum : LEVEL.atom);
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
export const mostOf = ({ decimals, most }: NumberFormat) =>
  most ?? ([MOST_ROWS, Math.max(4, Math.min(8, 10 - decimals))] as const);

/** Which of `count` rows or columns are printed, at most `most`; null stands for those left out. */
export function keptLines(count: number, most: number, also = 0): readonly (number | null)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (count <= most) return all;
  const head = Math.max(1, most - 2);
  if (also < head || also >= count - 1) return [...all.slice(0, head), null, count - 1];
  const first = all.slice(0, Math.max(1, most - 4));
  const beside = also === first.length ? [] : [null];
  return [...first, ...beside, also, ...(also === count - 2 ? [] : [null]), count - 1];
}

type Lines = readonly (number | null)[];

/** The rows and columns of a matrix that are printed, an example that is looked at by itself among them. */
export function keptOf(
  [rows, cols]: Shape,
  format: NumberFormat,
  row?: number,
  col?: number,
): readonly [rows: Lines, cols: Lines] {
  const [mostRows, mostCols] = mostOf(format);
  return [keptLines(rows, mostRows, row), keptLines(cols, mostCols, col)];
}

/** Where the examples of a matrix lie, and which of them is looked at by itself. */
interface Alone {
  readonly axis: ExampleAxis;
  readonly example: number;
}

export function matrixTex(
  m: Matrix,
  format: NumberFormat,
  transpose = false,
  alone?: Alone,
  chosen?: Cell,
): string {
  const [rows, cols] = transpose ? [m.cols, m.rows] : [m.rows, m.cols];
  const at = (r: number, c: number) =>
    m.data[transpose ? c * m.cols + r : r * m.cols + c] as number;
  const along = (axis: ExampleAxis) =>
    alone && (alone.axis === axis) !== transpose ? alone.example : undefined;
  const [row, col] = [along('rows'), along('columns')];
  const steps = (r: number, c: number) =>
    (row !== undefined && r !== row) || (col !== undefined && c !== col);
  const number = (r: number, c: number) => {
    const text = texNumber(at(r, c), format);
    if (chosen?.row === r && chosen.col === c) return `\\htmlData{chosen=true}{${text}}`;
    return steps(r, c) ? `\\htmlData{aside=true}{${text}}` : text;
  };
  if (rows === 1 && cols === 1) return texNumber(at(0, 0), format);
  const [keptRows, keptCols] = keptOf([rows, cols], format, chosen?.row ?? row, chosen?.col ?? col);
  const lines = keptRows.map((r) =>
    keptCols
      .map((c) => {
        if (r === null) return c === null ? '\\ddots' : '\\vdots';
        return c === null ? '\\cdots' : number(r, c);
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
  const aloneIn = (id: string): Alone | undefined => {
    const node = nodeOf(printing.graph, id);
    const axis = node && exampleAxis(printing.graph, node);
    return axis && format.alone !== undefined ? { axis, example: format.alone } : undefined;
  };
  const matrix = (m: Matrix, transpose: boolean, alone?: Alone): Piece =>
    numberPiece(matrixTex(m, format, transpose, alone));
  return {
    printing,
    mode: 'numbers',
    quantity: (leaf, transpose) => {
      const { text, level } = matrix(evaluate(leaf, snapshot), transpose, aloneIn(leaf.of));
      return piece(linked(printing, leaf.id, text), level);
    },
    spread: (leaf, to) => {
      if (!format.copies || format.alone !== undefined || leaf.kind !== 'quantity')
        return undefined;
      if (!isSpread(printing, leaf, to)) return undefined;
      const { data } = evaluate(leaf, snapshot);
      const axis = printing.graph.examples;
      const units = keptLines(data.length, mostOf(format)[axis === 'columns' ? 0 : 1]);
      const texts = units.map((i) => (i === null ? null : texNumber(data[i] as number, format)));
      return atom(linked(printing, leaf.id, spreadTex(texts, to, axis)));
    },
    number: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    coefficient: (leaf) => {
      const count = leaf.over === 'entries' ? leaf.examples * leaf.units : leaf.examples;
      return Number.isInteger(leaf.numerator)
        ? atom(`\\frac{${leaf.numerator}}{${count}}`)
        : numberPiece(texNumber(coefficientValue(leaf), format));
    },
    rate: (value) => numberPiece(texNumber(value, { decimals: 12 })),
    derivative: (leaf) => {
      const [of] = quantitiesIn(leaf.at);
      return matrix(evaluate(leaf, snapshot), false, of && aloneIn(of.of));
    },
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
