import type { ReactNode } from 'react';
import type { Printing, Step } from '../../derive';
import { currentStep, isReceived, type Shown, stepsIn } from '../../store';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { Sheet, type SheetProps } from './Sheet';
import { usePrepared } from './usePrepared';
import './equation.css';
import './row.css';

function useSheet(shown: Shown | null, printing: Printing | null) {
  const { store } = useBackstep();
  const steps = useSelect(stepsIn);
  const decimals = useDecimals();
  return (step: Step | undefined): SheetProps | null => {
    if (!step || !shown || !printing) return null;
    const state = store.getState();
    const known = [step.writes, ...step.reads].every((id) => isReceived(state, id));
    const place = `step ${steps.indexOf(step) + 1} of ${steps.length}`;
    return { step, place, printing, shown, known, decimals, depth: 'layer' };
  };
}

/**
 * The sheet of the current step and, behind it, that of the next, typeset and laid out already: formulas are most
 * of what a step costs, and so it is on the screen with the next frame.
 */
export function EquationPanel(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const printing = usePrinting(shown);
  const sheetOf = useSheet(shown, printing);
  const depth = useSelect((state) => state.depth);
  const whole = sheetOf(step);
  const current = whole && { ...whole, depth };
  const steps = useSelect(stepsIn);
  const next = step && sheetOf(steps[steps.indexOf(step) + 1]);
  const prepared = usePrepared(depth === 'layer' ? (next ?? null) : null);
  const sheets = [current, prepared?.step === step ? null : prepared].filter((s) => s !== null);
  if (sheets.length === 0) return <section className="panel equation" aria-label="Equation" />;
  return sheets.map((sheet) => {
    const isCurrent = sheet === current;
    return (
      <section
        key={sheet.step.id}
        className="panel equation"
        aria-label={isCurrent ? 'Equation' : undefined}
        aria-hidden={isCurrent ? undefined : true}
        data-prepared={isCurrent ? undefined : ''}
        data-phase={sheet.step.phase}
      >
        <Sheet {...sheet} />
      </section>
    );
  });
}
