import { memo, type ReactNode, useCallback } from 'react';
import { type Printing, quantitySpoken, type Step } from '../../derive';
import type { Shown } from '../../store';
import { Formula } from '../math/Formula';
import { useTypesetter } from '../math/typeset';
import { axesCaption } from '../numbers/caption';
import { PHASE_LABELS } from '../steps/groups';
import { CodeRow } from './CodeRow';
import { DigitsPicker } from './DigitsPicker';
import { titleLine } from './lines';
import { Row } from './Row';
import { FormRows, NumbersRow, ShapesRow, type StepProps } from './StepRows';
import { useFit } from './useFit';

export interface SheetProps {
  readonly step: Step;
  /** `step 12 of 23` */
  readonly place: string;
  readonly printing: Printing;
  readonly shown: Shown;
  /** False until the worker has sent all that the step is about. */
  readonly known: boolean;
  readonly decimals: number;
}

function Title({ step, printing, nameOf }: StepProps): ReactNode {
  return (
    <h2 className="step-title">
      <Formula
        tex={titleLine(step, printing)}
        spoken={quantitySpoken(printing, step.writes)}
        nameOf={nameOf}
        height={1.3}
      />{' '}
      <span>{step.title}</span>
    </h2>
  );
}

function About({ shown }: { readonly shown: Shown }): ReactNode {
  const { description } = shown.problem;
  if (!description) return null;
  return (
    <div className="about">
      <h3>About this problem</h3>
      <p>{description}</p>
    </div>
  );
}

/** All that is said of one step. */
export const Sheet = memo((props: SheetProps): ReactNode => {
  const { step, place, printing, shown, known, decimals } = props;
  const { snapshot, problem } = shown;
  const nameOf = useCallback((id: string) => quantitySpoken(printing, id), [printing]);
  const ready = useTypesetter();
  const form = [step.id, printing.notation.id, decimals, known, ready].join();
  const panel = useFit(form, snapshot);
  const node = printing.quantities.get(step.writes)?.node;
  const line = { step, printing, nameOf };
  return (
    <>
      <header className="equation-head">
        <p className="place">
          <strong>{PHASE_LABELS[step.phase]}</strong>
          {` · ${place}`}
        </p>
        <DigitsPicker />
      </header>
      <Title {...line} />
      <dl className="rows" ref={panel}>
        <FormRows {...line} />
        <NumbersRow {...line} snapshot={snapshot} known={known} decimals={decimals} />
        <ShapesRow {...line} axes={node ? axesCaption(node, problem) : ''} />
        <Row label="in words">
          <p className="words">{step.words}</p>
        </Row>
        <CodeRow step={step} printing={printing} />
      </dl>
      <About shown={shown} />
    </>
  );
});
