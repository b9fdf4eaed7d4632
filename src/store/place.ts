import type { Compiled } from '../compile';
import { notationOf } from '../derive';
import { type Layout, type Slot, view } from '../engine';
import type { State } from './state';
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

/** Where the learner stands in a problem that comes on the screen. */
export function placeIn(state: State, compiled: Compiled, opening: boolean): Partial<State> {
  const { shown, cursor, settings } = state;
  if (opening || !shown) {
    const { detail } = notationOf(compiled.problem.notation);
    const step = stepsFor(compiled, detail)[0]?.id ?? '';
    return { cursor: { step }, settings: { ...settings, detail, example: 0 } };
  }
  const before = stepsFor(shown.compiled, settings.detail);
  const step = sameStep(before, stepsFor(compiled, settings.detail), cursor.step);
  return step === cursor.step ? {} : { cursor: { step } };
}
