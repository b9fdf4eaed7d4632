import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Printing, Step } from '../../derive';
import { aloneOf, currentStep, isReceived, type Shown, stepsIn } from '../../store';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { Sheet, type SheetProps } from './Sheet';
import { usePrepared } from './usePrepared';
import './equation.css';
import './row.css';

function useSheet(shown: Shown | null, printing: Printing | null) {
  const { store } = useBackstep();
  const steps = useSelect(stepsIn);
  const decimals = useDecimals();
  const alone = useSelect(aloneOf);
  return (step: Step | undefined): SheetProps | null => {
    if (!step || !shown || !printing) return null;
    const state = store.getState();
    const known = [step.writes, ...step.reads].every((id) => isReceived(state, id));
    const place = `step ${steps.indexOf(step) + 1} of ${steps.length}`;
    return {
      openings: state.openings,
      step,
      place,
      printing,
      shown,
      known,
      decimals,
      alone,
      depth: 'layer',
    };
  };
}

interface LeafProps {
  readonly sheet: SheetProps;
  readonly isCurrent: boolean;
}

const SYMBOLS = '.formula-body [tabindex]';

/** Those behind are the same until they are made ready anew. */
const Leaf = memo(({ sheet, isCurrent }: LeafProps): ReactNode => {
  const section = useRef<HTMLElement>(null);
  // Symbols are out of reach by their own attribute: a style for them would cost that of all their parts.
  useLayoutEffect(() => {
    const tabIndex = isCurrent ? 0 : -1;
    for (const part of section.current?.querySelectorAll<HTMLElement>(SYMBOLS) ?? []) {
      if (part.tabIndex !== tabIndex) part.tabIndex = tabIndex;
    }
  });
  return (
    <section
      ref={section}
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

/**
 * The sheet of the current step and, behind it, those of two steps before and after it, typeset and laid
 * out already: formulas are most of what a step costs, and so it is on the screen with the next frame. They stand in
 * the order of the walk, so that none has to be moved.
 */
export function EquationPanel(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const printing = usePrinting(shown);
  const sheetOf = useSheet(shown, printing);
  const depth = useSelect((state) => state.depth);
  const steps = useSelect(stepsIn);
  const at = step ? steps.indexOf(step) : -1;
  const about = [0, 1, -1, 2, -2].map((far) => sheetOf(steps[at + far])).filter((s) => s !== null);
  const prepared = usePrepared(depth === 'layer' ? about : []);
  const whole = sheetOf(step);
  const current = whole && { ...whole, depth };
  const behind = prepared.filter((sheet) => sheet.step !== step && steps.includes(sheet.step));
  const sheets = [...behind, current]
    .filter((sheet) => sheet !== null)
    .sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
  if (sheets.length === 0) return <section className="panel equation" aria-label="Equation" />;
  return sheets.map((sheet) => (
    <Leaf key={`${sheet.openings} ${sheet.step.id}`} sheet={sheet} isCurrent={sheet === current} />
  ));
}
