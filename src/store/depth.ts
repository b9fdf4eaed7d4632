import type { Compiled } from '../compile';
import { type Quantity, quantitiesOf, type Shape, sameShape } from '../engine';
import { cellLike, exampleAt } from './axes';
import { currentStep, exampleOf, quantityOf } from './selectors';
import type { Depth, Selection, State, Store } from './state';

export interface DepthActions {
  setDepth(depth: Depth): void;
  /** What is chosen is looked at alone, and its example with it: from the whole layer the view goes down to the entry. */
  select(quantity: string, row: number, col: number): void;
  /** Chooses nothing; where nothing is chosen, back to the whole layer. */
  unselect(): void;
}

export function depthActions(store: Store): DepthActions {
  return {
    setDepth(depth) {
      store.setState({ depth });
    },
    select(quantity, row, col) {
      const { shown, cursor, depth, settings } = store.getState();
      const found = quantityOf(shown, quantity);
      if (!shown || !found || row < 0 || col < 0) return;
      if (row >= found.node.shape[0] || col >= found.node.shape[1]) return;
      const example = exampleAt(found.node, shown.problem, [row, col]);
      store.setState({
        ...(example !== undefined && { settings: { ...settings, example } }),
        selection: { quantity, row, col, step: cursor.step },
        depth: depth === 'layer' ? 'entry' : depth,
      });
    },
    unselect() {
      const { selection, depth } = store.getState();
      if (selection) store.setState({ selection: null });
      else if (depth !== 'layer') store.setState({ depth: 'layer' });
    },
  };
}

/** The same selection if the problem still has that quantity in that shape, else none. */
export function keptSelection(
  selection: Selection | null,
  before: Compiled | undefined,
  after: Compiled,
): Selection | null {
  if (!selection || !before) return null;
  const shapeIn = ({ graph }: Compiled): Shape | undefined =>
    quantitiesOf(graph).get(selection.quantity)?.node.shape;
  const [old, now] = [shapeIn(before), shapeIn(after)];
  return old && now && sameShape(old, now) ? selection : null;
}

/** The entry that the sheet is about. */
export interface Subject {
  readonly quantity: Quantity;
  readonly row: number;
  readonly col: number;
  /** Chosen at this very step, not carried over from another or taken for want of a choice. */
  readonly isChosen: boolean;
}

/** What was chosen at this step; else of what the step writes the entry that belongs to it. */
export function subjectOf(state: State): Subject | undefined {
  const { shown, selection, cursor } = state;
  const step = currentStep(state);
  if (!shown || !step) return undefined;
  const isChosen = selection?.step === cursor.step;
  const chosen = isChosen ? quantityOf(shown, selection.quantity) : undefined;
  const quantity = chosen ?? quantityOf(shown, step.writes);
  if (!quantity) return undefined;
  const from = selection && quantityOf(shown, selection.quantity);
  const cell = from && { node: from.node, cell: [selection.row, selection.col] as const };
  const [row, col] = cellLike(cell ?? null, quantity.node, shown.problem, exampleOf(state));
  return { quantity, row, col, isChosen: chosen !== undefined };
}
