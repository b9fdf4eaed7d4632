import { createStore } from 'zustand/vanilla';
import type { Step } from '../../derive';
import type { Beginning } from '../../derive/derivations';
import { currentStep, type State, stepsIn, subjectOf } from '../../store';

/** Where derivations begin: on the page, in print and in what is copied. */
export const beginnings = createStore<{ readonly beginning: Beginning }>()(() => ({
  beginning: 'loss',
}));

/** The quantities whose gradients the walk computes, in the order of the pass. */
export function targetsIn(steps: readonly Step[]): readonly string[] {
  return steps.filter(({ aspect }) => aspect === 'gradient').map(({ of }) => of);
}

/** What the step is about, where it has a gradient; else the first parameter of the backward pass. */
export function targetOf(state: State): string | undefined {
  const steps = stepsIn(state);
  const targets = targetsIn(steps);
  const chosen = subjectOf(state);
  const wanted = [chosen?.isChosen ? chosen.quantity.node.id : undefined, currentStep(state)?.of];
  const found = wanted.find((id) => id !== undefined && targets.includes(id));
  const parameter = steps.find(({ aspect, role }) => aspect === 'gradient' && role === 'parameter');
  return found ?? parameter?.of ?? targets.at(-1);
}

/** The step that computes what is derived. */
export function derivedStep(state: State): Step | undefined {
  const target = targetOf(state);
  return stepsIn(state).find(({ aspect, of }) => aspect === 'gradient' && of === target);
}

/** The entry of this quantity, or of its gradient, that is chosen, where it has several. */
export function cellOf(
  state: State,
  target: string | undefined,
): { readonly row: number; readonly col: number } | undefined {
  const subject = subjectOf(state);
  if (!subject?.isChosen || subject.quantity.node.id !== target) return undefined;
  const [rows, cols] = subject.quantity.node.shape;
  return rows * cols > 1 ? { row: subject.row, col: subject.col } : undefined;
}
