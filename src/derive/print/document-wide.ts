import { applyOp, type Matrix, type Snapshot, toRows } from '../../engine';
import type { Step } from '../step';
import { type Printing, quantityTex } from './context';
import { equationTex, matrixText } from './export';
import { rowsOf } from './rows/rows';
import { widthOf } from './rows/width';
import { numbersTex } from './tex';
import { texNumber } from './tex-leaves';

/** In em: the article's line is 43 wide, less what LaTeX sets tall brackets wider than they are estimated. */
const LINE = 38;
/** More rows do not stand on one page. */
const MOST_ROWS = 40;
const DIGIT = 0.5;
const BETWEEN_COLUMNS = 1.3;

const aligned = (rows: readonly string[]) =>
  `\\begin{aligned}\n${rows.join(' \\\\\n')}\n\\end{aligned}`;

function columnsOf({ rows, cols, data }: Matrix, from: number, count: number): Matrix {
  const width = Math.min(count, cols - from);
  const at = (i: number) => data[Math.floor(i / width) * cols + from + (i % width)] ?? 0;
  return { rows, cols: width, data: Float64Array.from({ length: rows * width }, (_, i) => at(i)) };
}

/** A matrix in full: one that is too high is turned, and one that is too wide goes on in the next row. */
export function wholeMatrix(name: string, given: Matrix, decimals: number): string {
  const isHigh = given.rows > MOST_ROWS && given.rows > given.cols;
  const matrix = isHigh ? applyOp({ kind: 'transpose' }, [given]) : given;
  const left = isHigh ? `{${name}}^{\\mathsf T}` : name;
  const letters = toRows(matrix).flatMap((row) =>
    row.map((v) => texNumber(v, { decimals }).length),
  );
  const column = Math.max(1, ...letters) * DIGIT + BETWEEN_COLUMNS;
  const most = Math.max(1, Math.floor(LINE / column));
  if (matrix.cols <= most) return `${left} = ${matrixText(matrix, 'LaTeX', decimals)}`;
  const blocks = Math.ceil(matrix.cols / most);
  const count = Math.ceil(matrix.cols / blocks);
  const starts = Array.from({ length: Math.ceil(matrix.cols / count) }, (_, i) => i * count);
  return aligned(
    starts.map((from, i) => {
      const isLast = i === starts.length - 1;
      const text = matrixText(columnsOf(matrix, from, count), 'LaTeX', decimals)
        .replace('\\left[', i === 0 ? '\\left[' : '\\left.')
        .replace('\\right]', isLast ? '\\right]' : '\\right.');
      return `${i === 0 ? `${left} &=` : '&\\qquad'} ${text}`;
    }),
  );
}

/** The numbers of a step, broken as on paper where they are wider than a line. */
export function numbersInRows(
  step: Step,
  printing: Printing,
  snapshot: Snapshot,
  decimals: number,
): string {
  const whole = equationTex(step, printing, 'numbers', { snapshot, decimals });
  if (widthOf(whole) <= LINE) return whole;
  const plain = { ...printing, link: false };
  const { put, result } = numbersTex(step, plain, snapshot, { decimals });
  const name = quantityTex(plain, step.writes);
  const rows = rowsOf(put, LINE - widthOf(`${name} = `), 0);
  return aligned([
    ...rows.map(({ tex, indent }, i) =>
      i === 0 ? `${name} &= ${tex}` : `&\\hspace{${indent.toFixed(1)}em} ${tex}`,
    ),
    `&= ${result}`,
  ]);
}
