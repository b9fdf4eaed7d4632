import { entry as entryIn, type Snapshot } from '../../engine';
import type { Derivation } from '../derivation/line';
import { type Cell, entryOf } from '../entry';
import type { Scalar } from '../scalar';
import type { Printing } from './context';
import { gradientIn } from './derivation-tex';
import { entrySpoken, entryTex } from './entry-glyph';
import type { NumberFormat } from './number';
import { widthOf } from './rows/width';
import { scalarSpoken } from './scalar-spoken';
import { scalarNumbersTex, scalarTex } from './scalar-tex';

/** A derivation at one entry of its gradient. */
export interface DerivedEntry {
  /** `∂J/∂w₂₁` */
  readonly left: string;
  readonly said: string;
  /** Its own sum, and that with its numbers; left out where it is too long to be read. */
  readonly lines: readonly { readonly tex: string; readonly spoken: string }[];
  readonly value: number;
}

/** In em: about eight rows of a page. */
const LONGEST = 160;

/** The formula of one entry of what a derivation comes to. */
export function derivedScalar({ result }: Derivation, cell: Cell, printing: Printing): Scalar {
  return entryOf(result, cell, printing.graph);
}

/** The last lines of a derivation for one entry: its own sum, its numbers, and what comes out. */
export function derivedEntry(
  derivation: Derivation,
  cell: Cell,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): DerivedEntry {
  const id = printing.quantities.get(derivation.target)?.node.gradientId ?? derivation.target;
  const name = { id, row: cell.row, col: cell.col };
  const scalar = derivedScalar(derivation, cell, printing);
  const symbols = scalarTex(scalar, printing);
  const numbers = scalarNumbersTex(scalar, printing, snapshot, format);
  const lines = [
    { tex: symbols, spoken: scalarSpoken(scalar, printing) },
    ...(numbers.includes('\\cdots') ? [] : [{ tex: numbers, spoken: 'with its numbers' }]),
  ];
  return {
    left: entryTex(printing, name),
    said: entrySpoken(printing, name),
    lines: lines.filter(({ tex }) => widthOf(tex) <= LONGEST),
    value: entryIn(gradientIn(snapshot, derivation), cell.row, cell.col),
  };
}
