import type { Snapshot } from '../../engine';
import type { Path, Stop } from '../paths';
import { evaluateScalar, type Scalar } from '../scalar';
import type { Printing } from './context';
import { type EntryName, entryTex } from './entry-glyph';
import type { NumberFormat } from './number';
import { scalarNumbersTex, scalarTex } from './scalar-tex';
import { texNumber } from './tex-leaves';

const unlinked = (printing: Printing): Printing => ({ ...printing, link: false });

/** One entry as it is computed, to be copied: symbols, numbers, result. */
export function entryEquationTex(
  name: EntryName,
  formula: Scalar,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): string {
  const plain = unlinked(printing);
  return [
    entryTex(plain, name),
    scalarTex(formula, plain),
    scalarNumbersTex(formula, plain, snapshot, format),
    texNumber(evaluateScalar(formula, snapshot), format),
  ].join(' = ');
}

/** A path to the loss as the product of its local derivatives, to be copied: symbols, numbers, product. */
export function pathTex({ factors, product }: Path, printing: Printing, format: NumberFormat) {
  const plain = unlinked(printing);
  const symbol = ({ of, row, col }: Stop) => entryTex(plain, { id: of, row, col });
  const number = (value: number) => {
    const text = texNumber(value, format);
    return text.startsWith('-') ? `\\left(${text}\\right)` : text;
  };
  const times = (texts: readonly string[]) => texts.join(' \\cdot ');
  return [
    times(factors.map(({ of, by }) => `\\frac{\\partial ${symbol(of)}}{\\partial ${symbol(by)}}`)),
    times(factors.map(({ value }) => number(value))),
    texNumber(product, format),
  ].join(' = ');
}
