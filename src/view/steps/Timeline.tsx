import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type Printing, quantityText, type Step } from '../../derive';
import { stepIndex, stepsIn } from '../../store';
import { useActions, usePrinting, useSelect } from '../hooks';
import { byPhase, type Dot, type DotState, dotState } from './groups';

interface StepDotProps {
  readonly dot: Dot;
  readonly state: DotState;
  readonly printing: Printing;
  readonly goTo: (step: string) => void;
}

const StepDot = memo(({ dot, state, printing, goTo }: StepDotProps): ReactNode => {
  const { step, index } = dot;
  const name = `${quantityText(printing, step.writes)}, ${step.title}`;
  return (
    <li>
      <button
        type="button"
        className="dot"
        data-state={state}
        data-quantity={step.writes}
        // The arrow keys go from step to step, so that one stop for the tab key is enough.
        tabIndex={state === 'current' ? 0 : -1}
        aria-label={`Step ${index + 1}: ${name}`}
        aria-current={state === 'current' ? 'step' : undefined}
        title={`${index + 1} · ${name}`}
        onClick={() => goTo(step.id)}
      />
    </li>
  );
});

const currentIn = (box: HTMLElement) => box.querySelector<HTMLElement>('[aria-current]');

/** Brings the current dot to the middle, where not all have room. */
function toMiddle(box: HTMLElement): void {
  const dot = currentIn(box);
  if (!dot || box.dataset.scrolls !== 'true') return;
  const at = dot.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollLeft += at.left + at.width / 2 - frame.left - frame.width / 2;
}

/** Keeps the current dot in sight, and the focus on it if it is on another dot. */
function useFollow(current: number, steps: readonly Step[]) {
  const scroller = useRef<HTMLDivElement>(null);
  // Measured when it may have changed, not at each step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other steps are as wide as they are many.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      box.dataset.scrolls = String(box.scrollWidth > box.clientWidth);
      toMiddle(box);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [steps]);
  useEffect(() => {
    const box = scroller.current;
    if (!box || current < 0) return;
    const dot = currentIn(box);
    const { activeElement } = document;
    // In a frame it may be the page around it that has the focus.
    const isOnOther = activeElement !== dot && activeElement?.matches('.dot');
    if (isOnOther && document.hasFocus()) dot?.focus({ preventScroll: true });
    toMiddle(box);
  }, [current]);
  return scroller;
}

export function Timeline(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const steps = useSelect(stepsIn);
  const current = useSelect(stepIndex);
  const printing = usePrinting(shown);
  const { goTo } = useActions();
  const groups = useMemo(() => byPhase(steps), [steps]);
  const scroller = useFollow(current, steps);
  return (
    <div className="timeline" ref={scroller}>
      {printing &&
        groups.map(({ phase, label, dots }) => (
          <div key={phase} className="phase" data-phase={phase}>
            <h2 className="phase-name" id={`phase-${phase}`}>
              {label}
            </h2>
            <ol aria-labelledby={`phase-${phase}`}>
              {dots.map((dot) => (
                <StepDot
                  key={dot.step.id}
                  dot={dot}
                  state={dotState(dot.index, current)}
                  printing={printing}
                  goTo={goTo}
                />
              ))}
            </ol>
          </div>
        ))}
    </div>
  );
}
