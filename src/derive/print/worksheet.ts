import type { Snapshot } from '../../engine';
import { type QuantityLeaf, quantitiesIn } from '../formula';
import type { Step } from '../step';
import type { Printing } from './context';
import type { NumberFormat } from './number';
import { printerOf } from './tex';
import { keptLines, numberLeaves, symbolLeaves } from './tex-leaves';

/** Data and parameters stand in the problem; all else is to be worked out. */
const isGiven = ({ quantities }: Printing, { aspect, of }: QuantityLeaf) =>
  aspect === 'value' && quantities.get(of)?.node.op.kind === 'input';

/**
 * The rule with what is given put in as numbers, and what is to be worked out left as symbols; null where nothing of
 * it is given, since that is the rule again.
 */
export function givenTex(
  step: Step,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): string | null {
  if (!quantitiesIn(step.rule).some((leaf) => isGiven(printing, leaf))) return null;
  const numbers = numberLeaves(printing, snapshot, format);
  const symbols = symbolLeaves(printing);
  return printerOf({
    ...numbers,
    quantity: (leaf, transpose) =>
      (isGiven(printing, leaf) ? numbers : symbols).quantity(leaf, transpose),
    // Its numbers would give away those that it is taken at.
    derivative: undefined,
  }).piece(step.rule).text;
}

/** Rows or columns for which a sheet has room; null stands for those left out, as in `matrixTex`. */
export function linesOnPaper(count: number, most: number): readonly (number | null)[] {
  return keptLines(count, most);
}
