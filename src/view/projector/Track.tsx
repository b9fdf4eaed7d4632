import { Fragment, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { quantityText, type Step } from '../../derive';
import { stepIndex, stepsIn } from '../../store';
import { usePrinting, useSelect } from '../hooks';
import { byPhase, dotState } from '../steps/groups';
import { projecting } from './projecting';

/** More are one bar. */
const MOST = 48;

/** How far the walk has come, phase by phase. Told by form: filled, large, outlined. */
export function Track(): ReactNode {
  const steps = useSelect(stepsIn);
  const current = useSelect(stepIndex);
  const groups = useMemo(() => byPhase(steps), [steps]);
  if (steps.length > MOST) {
    return (
      <div className="track-bar" aria-hidden="true">
        <span style={{ width: `${((current + 1) / steps.length) * 100}%` }} />
      </div>
    );
  }
  return (
    <ol className="track" aria-hidden="true">
      {groups.map(({ phase, dots }) => (
        <li key={phase} data-phase={phase} style={{ flexGrow: dots.length }}>
          {dots.map(({ step, index }) => (
            <span key={step.id} data-state={dotState(index, current)} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** How many steps back a latecomer may read. */
const BACK = 3;

/** The last steps, and the keys that were pressed, so that students can follow on their own machines. */
export function Corner({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const isOn = useStore(projecting, (state) => state.corner);
  const shown = useSelect((state) => state.shown);
  const steps = useSelect(stepsIn);
  const current = useSelect(stepIndex);
  const printing = usePrinting(shown);
  if (!isOn || !printing) return null;
  const from = Math.max(0, current - BACK);
  const name = ({ writes }: Step) => quantityText(printing, writes);
  return (
    <aside className="corner" aria-label="Last steps and keys">
      <ol>
        {steps.slice(from, current + 1).map((step, i) => (
          <li key={step.id} aria-current={from + i === current ? 'step' : undefined}>
            {`${from + i + 1} ${name(step)}`}
          </li>
        ))}
      </ol>
      <p>
        {keys.map((key, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: keys are told apart by their place.
          <Fragment key={i}>
            <kbd>{key}</kbd>{' '}
          </Fragment>
        ))}
      </p>
    </aside>
  );
}
