import type { Formula } from '../formula';
import { symbolOf } from '../notation';
import { symbolTex } from '../symbol';
import { linked, type Printing } from './context';
import { atom } from './piece';
import { printerOf } from './tex';
import { symbolLeaves } from './tex-leaves';

/** The tangent of a quantity, as a letter with a dot. */
export function tangentSymbol(printing: Printing, of: string, transpose = false): string {
  const node = printing.quantities.get(of)?.node;
  if (!node) throw new Error(`No quantity is called ${of}.`);
  const glyph = symbolOf(printing.notation, printing.graph, node);
  const dotted = symbolTex({ ...glyph, base: `\\dot{${glyph.base}}` }, transpose);
  return linked(printing, of, dotted);
}

/** A rule of forward mode: where a gradient's leaf stands for a tangent, the tangent is written. */
export function tangentTex(rule: Formula, printing: Printing): string {
  const leaves = symbolLeaves(printing);
  return printerOf({
    ...leaves,
    quantity: (leaf, transpose) =>
      leaf.aspect === 'gradient'
        ? atom(tangentSymbol(printing, leaf.of, transpose))
        : leaves.quantity(leaf, transpose),
  }).piece(rule).text;
}
