import type { ReactNode } from 'react';
import { quantitySpoken } from '../../derive';
import { currentStep, stepIndex, stepsIn } from '../../store';
import { usePrinting, useSelect } from '../hooks';
import { PHASE_LABELS } from './groups';
import { Timeline } from './Timeline';
import { Transport } from './Transport';
import './steps.css';

/** Each step in one sentence, for those who do not see the page change. */
function Announcer(): ReactNode {
  const step = useSelect(currentStep);
  const index = useSelect(stepIndex);
  const count = useSelect((state) => stepsIn(state).length);
  const printing = usePrinting(useSelect((state) => state.shown));
  const sentence =
    step && printing
      ? `${PHASE_LABELS[step.phase]}, step ${index + 1} of ${count}: ${quantitySpoken(printing, step.writes)}, ${step.title}.`
      : '';
  return (
    <p className="sr-only" aria-live="polite">
      {sentence}
    </p>
  );
}

export function StepsPanel(): ReactNode {
  return (
    <section className="panel steps" aria-label="Steps">
      <Timeline />
      <Transport />
      <Announcer />
    </section>
  );
}
