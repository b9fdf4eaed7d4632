import type { Step } from '../../derive';
import type { Phase } from '../../engine';

export interface Dot {
  readonly step: Step;
  /** From 0, in the whole walk. */
  readonly index: number;
}

export interface PhaseGroup {
  readonly phase: Phase;
  readonly label: string;
  readonly dots: readonly Dot[];
}

export const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  forward: 'Forward',
  loss: 'Loss',
  backward: 'Backward',
  update: 'Update',
};

const PHASES: readonly Phase[] = ['forward', 'loss', 'backward', 'update'];

/** The walk in its phases; one without a step is left out. */
export function byPhase(steps: readonly Step[]): readonly PhaseGroup[] {
  const dots = steps.map((step, index) => ({ step, index }));
  return PHASES.map((phase) => ({
    phase,
    label: PHASE_LABELS[phase],
    dots: dots.filter(({ step }) => step.phase === phase),
  })).filter((group) => group.dots.length > 0);
}

export type DotState = 'done' | 'current' | 'ahead';

export function dotState(index: number, current: number): DotState {
  if (index === current) return 'current';
  return index < current ? 'done' : 'ahead';
}
