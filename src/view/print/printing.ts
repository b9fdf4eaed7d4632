import { createStore } from 'zustand/vanilla';
import { currentStep, type State, stepsIn } from '../../store';
import { preferences } from '../preferences';
import type { Turns } from './turns';

/** What the sheets are for. */
export const KINDS = ['derivation', 'worksheet', 'key', 'both'] as const;
export type PrintKind = (typeof KINDS)[number];

const RANGES = ['all', 'phase', 'step'] as const;
export type PrintRange = (typeof RANGES)[number];

const PAPERS = ['auto', 'a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

export interface PrintChoice {
  readonly kind: PrintKind;
  readonly range: PrintRange;
  /** Auto leaves it to the browser. */
  readonly paper: Paper;
}

/** What is being printed: the page as it was when that was asked for. */
export interface PrintJob extends PrintChoice {
  readonly state: State;
  /** As chosen then; null leaves it to the notation. */
  readonly decimals: number | null;
  /** Null where everything is set at once, or is set already. */
  readonly turns: Turns | null;
}

export interface Printing {
  readonly choice: PrintChoice;
  readonly job: PrintJob | null;
}

export const printing = createStore<Printing>()(() => ({
  choice: { kind: 'derivation', range: 'all', paper: 'auto' },
  job: null,
}));

export function startJob(state: State, turns: Turns | null = null): void {
  if (!state.shown) return;
  const { decimals } = preferences.getState();
  printing.setState({ job: { ...printing.getState().choice, state, decimals, turns } });
}

/** What still waits for its turn is set now: a browser that prints of its own accord does not wait. */
export function finishJob(): void {
  const { job } = printing.getState();
  if (job?.turns) printing.setState({ job: { ...job, turns: null } });
}

export function endJob(): void {
  printing.setState({ job: null });
}

/** The steps of a job, each with its number in the whole walk. */
export function stepsOfJob({ range, state }: PrintJob) {
  const numbered = stepsIn(state).map((step, i) => ({ step, number: i + 1 }));
  const at = currentStep(state);
  if (range === 'all' || !at) return numbered;
  return numbered.filter(({ step }) =>
    range === 'phase' ? step.phase === at.phase : step.id === at.id,
  );
}
