import type { Shape } from '../../engine';
import { type Derivative, quantitiesIn } from '../formula';
import { exampleAxis } from '../part';
import type { Step } from '../step';
import type { Printing } from './context';
import type { NumberFormat } from './number';
import { atom } from './piece';
import { formulaTex, printerOf } from './tex';
import { keptOf, symbolLeaves } from './tex-leaves';

/** A matrix of a step's numbers of which only a part is printed. */
export interface LeftOut {
  /** The quantity. */
  readonly id: string;
  readonly shown: number;
  readonly of: number;
  /** f′(z) is no quantity and has no card: what it is computed from. */
  readonly slope?: Derivative;
}

const known = (lines: readonly (number | null)[]) => lines.filter((line) => line !== null).length;

/** What `numbersTex` leaves out in this format, by quantity: what the rule reads, then the result. */
export function leftOut(step: Step, printing: Printing, format: NumberFormat): readonly LeftOut[] {
  const { graph } = printing;
  const shown = new Map<string, LeftOut>();
  const count = (id: string, shape: Shape, transpose: boolean, slope?: Derivative) => {
    const [behind] = slope ? quantitiesIn(slope.at) : [];
    const node = printing.quantities.get(behind?.id ?? id)?.node;
    const [rows, cols] = transpose ? [shape[1], shape[0]] : shape;
    const axis = node && format.alone !== undefined ? exampleAxis(graph, node) : undefined;
    const inRows = axis !== undefined && (axis === 'rows') !== transpose;
    const row = inRows ? format.alone : undefined;
    const col = axis && !inRows ? format.alone : undefined;
    const [keptRows, keptCols] = keptOf([rows, cols], format, row, col);
    const most = Math.max(shown.get(id)?.shown ?? 0, known(keptRows) * known(keptCols));
    shown.set(id, { id, shown: most, of: rows * cols, ...(slope && { slope }) });
  };
  // The same printer walks the rule, so that each matrix is met as it is printed: transposed or not.
  const printed = printerOf({
    ...symbolLeaves(printing),
    quantity: ({ id, shape }, transpose) => {
      count(id, shape, transpose);
      return atom('');
    },
    derivative: (leaf) => {
      count(formulaTex(leaf, printing), leaf.shape, false, leaf);
      return atom('');
    },
  });
  printed.piece(step.rule);
  count(step.writes, step.shape, false);
  return [...shown.values()].filter((part) => part.shown < part.of);
}
