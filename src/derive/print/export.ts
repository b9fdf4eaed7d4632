import { type Matrix, type Snapshot, toRows } from '../../engine';
import type { Step } from '../step';
import { type Printing, quantityTex } from './context';
import { chainTex, numbersTex, ruleTex, shapesTex } from './tex';
import { texNumber } from './tex-leaves';

/** Every digit, as files and programs read them; −0 keeps its sign. */
function exact(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const PYTHON: Readonly<Record<string, string>> = {
  NaN: 'np.nan',
  Infinity: 'np.inf',
  '-Infinity': '-np.inf',
};

const python = (value: number) => PYTHON[String(value)] ?? `${exact(value)}${point(value)}`;
const point = (value: number) => (Number.isInteger(value) && Math.abs(value) < 1e21 ? '.0' : '');

/** How a matrix can be taken along. CSV and NumPy have every digit, LaTeX those that are on the screen. */
export const MATRIX_FORMATS = ['CSV', 'NumPy', 'LaTeX'] as const;
export type MatrixFormat = (typeof MATRIX_FORMATS)[number];

const writers: Readonly<Record<MatrixFormat, (m: Matrix, decimals: number) => string>> = {
  CSV: (m) =>
    toRows(m)
      .map((row) => row.map(exact).join(','))
      .join('\n'),
  NumPy: (m) => {
    const rows = toRows(m).map((row) => `[${row.map(python).join(', ')}]`);
    return `np.array([${rows.join(',\n          ')}])`;
  },
  LaTeX: (m, decimals) => {
    // An array, since bmatrix of amsmath ends at ten columns.
    const rows = toRows(m).map((row) => row.map((v) => texNumber(v, { decimals })).join(' & '));
    const body = rows.join(' \\\\\n');
    return `\\left[\\begin{array}{${'r'.repeat(m.cols)}}\n${body}\n\\end{array}\\right]`;
  },
};

export function matrixText(m: Matrix, format: MatrixFormat, decimals: number): string {
  return writers[format](m, decimals);
}

/** The rows of the sheet that can be copied as an equation. */
export const EQUATIONS = ['chain', 'rule', 'numbers', 'shapes'] as const;
export type EquationName = (typeof EQUATIONS)[number];

export interface Numbers {
  readonly snapshot: Snapshot;
  readonly decimals: number;
}

/** One equation of a step as LaTeX that needs no more than amsmath. */
export function equationTex(
  step: Step,
  printing: Printing,
  name: EquationName,
  { snapshot, decimals }: Numbers,
): string {
  const plain = { ...printing, link: false };
  const writers: Readonly<Record<EquationName, () => string>> = {
    chain: () => chainTex(step, plain),
    rule: () => ruleTex(step, plain),
    numbers: () => {
      const { put, result } = numbersTex(step, plain, snapshot, { decimals });
      return `${quantityTex(plain, step.writes)} = ${put} = ${result}`;
    },
    shapes: () => shapesTex(step, plain),
  };
  return writers[name]();
}
