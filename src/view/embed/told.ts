import { notationFor, printingOf, quantityText, type Step } from '../../derive';
import { currentStep, type State, stepIndex, stepsIn } from '../../store';
import { handoutAddress, sharedOf } from '../keep/shared';

/** What the host is told, besides the version and the id of what it asked. */
export type Answer = Readonly<Record<string, unknown>> & { readonly type: string };

function told(step: Step, index: number, { shown }: State): object {
  const printing = shown && printingOf(shown.compiled.graph, notationFor(shown.problem));
  return {
    number: index + 1,
    id: step.id,
    phase: step.phase,
    title: step.title,
    symbol: printing ? quantityText(printing, step.writes) : step.writes,
  };
}

function currentOf(state: State): object | null {
  const step = currentStep(state);
  return step ? told(step, stepIndex(state), state) : null;
}

export const stepTold = (state: State): Answer => ({ type: 'step', step: currentOf(state) });

export const faultTold = (error: string, where = 'message'): Answer => ({
  type: 'fault',
  error,
  where,
});

export const NOT_YET = faultTold('No problem is open yet. Wait for the message "ready"');

/** A problem is there, with all its steps. */
export function readyTold(state: State): Answer {
  return {
    type: 'ready',
    title: state.shown?.problem.title ?? '',
    step: currentOf(state),
    steps: stepsIn(state).map((step, index) => told(step, index, state)),
  };
}

export async function stateTold(state: State): Promise<Answer> {
  const shared = sharedOf(state);
  if (!shared) return NOT_YET;
  return {
    type: 'state',
    title: shared.problem.title,
    step: currentOf(state),
    steps: stepsIn(state).length,
    detail: shared.detail,
    link: await handoutAddress(shared),
  };
}

/** Another one of these is another problem to the host: its steps are other ones. */
export function formOf(state: State): string {
  return JSON.stringify([state.shown?.problem.title, ...stepsIn(state).map(({ id }) => id)]);
}
