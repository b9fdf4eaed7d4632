import type { Compiled } from '../compile';
import { notationOf } from '../derive';
import { type Layout, quantitiesOf, type Slot, view } from '../engine';
import { exampleAt } from './axes';
import { keptSelection } from './depth';
import type { Place } from './share';
import type { Selection, State } from './state';
import { sameStep, stepsFor } from './walk';

/** A memory with the leaves, which are known before anything is computed. */
export function memoryWithLeaves({ graph, values }: Compiled, layout: Layout): Float64Array {
  const memory = new Float64Array(layout.length);
  for (const { id, op } of graph.nodes) {
    const slot = layout.value.get(id) as Slot;
    const value = values.get(id);
    if (value) view(memory, slot).data.set(value.data);
    if (op.kind === 'constant') view(memory, slot).data.fill(op.value);
  }
  return memory;
}

/** The entry of a link, if the problem has it. */
function selectionIn({ graph }: Compiled, place: Place | undefined): Selection | null {
  if (!place?.entry) return null;
  const [quantity, row, col, step] = place.chosen ?? [...place.entry, place.step];
  const shape = quantitiesOf(graph).get(quantity)?.node.shape;
  const isThere = shape !== undefined && row < shape[0] && col < shape[1];
  return isThere ? { quantity, row, col, step } : null;
}

/** The example that the entry of a link is of. */
function exampleIn({ graph, problem }: Compiled, place: Place | undefined): number | undefined {
  if (!place?.entry) return undefined;
  const [quantity, row, col] = place.entry;
  const node = quantitiesOf(graph).get(quantity)?.node;
  return node && exampleAt(node, problem, [row, col]);
}

/** Where the learner stands in a problem that comes on the screen. */
export function placeIn(
  state: State,
  compiled: Compiled,
  opening: boolean,
  place?: Place,
): Partial<State> {
  const { shown, cursor, settings } = state;
  if (opening || !shown) {
    const { detail } = place ?? notationOf(compiled.problem.notation);
    const { example = 0, alone = settings.alone, depth = state.depth } = place ?? {};
    const view = place ? (place.view ?? 'layers') : settings.view;
    const steps = stepsFor(compiled, detail);
    const step = steps.find(({ id }) => id === place?.step) ?? steps[0];
    return {
      openings: state.openings + 1,
      cursor: { step: step?.id ?? '' },
      settings: {
        ...settings,
        detail,
        alone,
        view,
        example: exampleIn(compiled, place) ?? example,
      },
      depth,
      selection: selectionIn(compiled, place),
    };
  }
  const before = stepsFor(shown.compiled, settings.detail);
  const step = sameStep(before, stepsFor(compiled, settings.detail), cursor.step);
  const selection = keptSelection(state.selection, shown.compiled, compiled);
  return {
    ...(step !== cursor.step && { cursor: { step } }),
    ...(selection !== state.selection && { selection }),
  };
}
