import { exampleCount, type Step } from '../derive';
import { type Matrix, type Quantity, quantitiesOf, read, sizeOf } from '../engine';
import { knownFromFor } from './known';
import type { History, Shown, State } from './state';
import { stepsFor } from './walk';

// Nothing here is stored: what follows from problem, snapshot and cursor is remembered by their identity.

const NO_STEPS: readonly Step[] = [];
const NOTHING: readonly string[] = [];

export function stepsIn(state: State): readonly Step[] {
  return state.shown ? stepsFor(state.shown.compiled, state.settings.detail) : NO_STEPS;
}

/** −1 while nothing is shown. */
export function stepIndex(state: State): number {
  return stepsIn(state).findIndex(({ id }) => id === state.cursor.step);
}

export function currentStep(state: State): Step | undefined {
  return stepsIn(state)[stepIndex(state)];
}

export function isAtEnd(state: State): boolean {
  return stepIndex(state) === stepsIn(state).length - 1;
}

/** The quantities that the current step reads. */
export function readsOf(state: State): readonly string[] {
  return currentStep(state)?.reads ?? NOTHING;
}

export function quantityOf(shown: Shown | null, id: string): Quantity | undefined {
  return shown ? quantitiesOf(shown.compiled.graph).get(id) : undefined;
}

/** A view into the snapshot: the same numbers for as long as the same `shown` is. */
export function matrixOf(shown: Shown | null, id: string): Matrix | undefined {
  const quantity = quantityOf(shown, id);
  return shown && quantity ? read(shown.snapshot, quantity.aspect, quantity.node.id) : undefined;
}

/** Whether its numbers have come from the worker; leaves need not come. */
export function isReceived({ shown }: State, id: string): boolean {
  const quantity = quantityOf(shown, id);
  if (!shown || !quantity) return false;
  const { aspect, node } = quantity;
  if (aspect === 'value' && node.args.length === 0) return true;
  const slot = shown.snapshot.layout[aspect].get(node.id);
  return slot !== undefined && slot.offset + sizeOf(slot.shape) <= shown.filled;
}

/** Whether the walk has come as far as this quantity, and its numbers are here. */
export function isKnown(state: State, id: string): boolean {
  if (!state.shown) return false;
  const from = knownFromFor(state.shown.compiled.graph, stepsIn(state)).get(id);
  return from !== undefined && from <= stepIndex(state) && isReceived(state, id);
}

/** The example looked at, from 0: the one chosen, or the last that there is. */
export function exampleOf({ shown, settings }: State): number {
  if (!shown) return 0;
  return Math.max(0, Math.min(settings.example, exampleCount(shown.compiled.graph) - 1));
}

/** What an edit at this step has changed stays readable beside it, as long as the matrices are the same ones. */
export function beforeOf({ shown, before }: State): Shown | null {
  const comparable = shown && before && before.compiled.graph === shown.compiled.graph;
  return comparable && before !== shown ? before : null;
}

/** Whether there are several to choose from: in a program nothing says which numbers belong to one. */
export function hasExamples({ shown }: State): boolean {
  return shown?.problem.kind === 'network' && exampleCount(shown.compiled.graph) > 1;
}

/** The example that is looked at by itself, from 0; undefined where all are. */
export function aloneOf(state: State): number | undefined {
  const { settings } = state;
  return hasExamples(state) && settings.alone ? exampleOf(state) : undefined;
}

export function canUndo({ pastStates }: History): boolean {
  return pastStates.length > 0;
}

export function canRedo({ futureStates }: History): boolean {
  return futureStates.length > 0;
}
