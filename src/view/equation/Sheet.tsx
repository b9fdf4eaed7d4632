import { lazy, memo, type ReactNode, useCallback, useMemo } from 'react';
import {
  type EquationName,
  equationTex,
  type Printing,
  quantitySpoken,
  type Step,
} from '../../derive';
import type { Depth, Shown } from '../../store';
import { Later } from '../controls/Later';
import { DepthControl } from '../depth/DepthControl';
import { GlossaryButton } from '../glossary/GlossaryButton';
import { Formula } from '../math/Formula';
import { useTypesetter } from '../math/typeset';
import { axesCaption } from '../numbers/caption';
import { PHASE_LABELS } from '../steps/groups';
import { UpdateRow } from '../update/UpdateRow';
import { BrokenNotice } from './BrokenNotice';
import { CodeRow } from './CodeRow';
import { DigitsPicker } from './DigitsPicker';
import { linesOf } from './lines';
import { Row } from './Row';
import { FormRows, NumbersRow, ShapesRow, type StepProps } from './StepRows';
import { useFit } from './useFit';
import { useTight } from './useTight';

export interface SheetProps {
  /** Counts the problems that were opened: what was done at a sheet is not kept for that of another. */
  readonly openings: number;
  readonly step: Step;
  /** `step 12 of 23` */
  readonly place: string;
  readonly printing: Printing;
  readonly shown: Shown;
  /** False until the worker has sent all that the step is about. */
  readonly known: boolean;
  readonly decimals: number;
  /** The example that is looked at by itself. */
  readonly alone: number | undefined;
  readonly depth: Depth;
}

function Title({ step, printing, lines, nameOf }: StepProps): ReactNode {
  return (
    <h2 className="step-title" tabIndex={-1}>
      <Formula
        tex={lines.title}
        spoken={quantitySpoken(printing, step.writes)}
        nameOf={nameOf}
        height={1.3}
      />{' '}
      <span>{step.title}</span>
    </h2>
  );
}

function About({ shown }: { readonly shown: Shown }): ReactNode {
  const { description, source } = shown.problem;
  const from = source && [source.document, source.section].filter(Boolean).join(' · ');
  if (!description && !from) return null;
  return (
    <div className="about">
      <h3>About this problem</h3>
      {description && <p>{description}</p>}
      {from && <p className="from">{from}</p>}
    </div>
  );
}

/** Asked for when one is first looked into. */
const DEEPER = {
  entry: lazy(() => import('../depth/EntrySheet')),
  path: lazy(() => import('../depth/PathSheet')),
  derivation: lazy(() => import('../derivation/DerivationSheet')),
};

/** The step as a whole, in matrices. */
function Layer(props: SheetProps): ReactNode {
  const { openings, step, printing, shown, known, decimals, alone } = props;
  const { snapshot, problem } = shown;
  const nameOf = useCallback((id: string) => quantitySpoken(printing, id), [printing]);
  const ready = useTypesetter();
  const lines = useMemo(() => linesOf(step, printing), [step, printing]);
  const { format, onFit } = useTight({ openings, step, printing, lines, decimals, alone });
  const form = [...Object.values(lines), decimals, known, ready, alone, format.most, format.room];
  const panel = useFit(form, snapshot, onFit);
  const node = printing.quantities.get(step.writes)?.node;
  const texOf = useCallback(
    (name: EquationName) => equationTex(step, printing, name, { snapshot, decimals }),
    [step, printing, snapshot, decimals],
  );
  const line = { step, printing, lines, nameOf, texOf };
  return (
    <>
      <Title {...line} />
      <dl className="rows" ref={panel}>
        <FormRows {...line} />
        <NumbersRow {...line} {...{ snapshot, known, format }} />
        <ShapesRow {...line} axes={node ? axesCaption(node, problem) : ''} />
        <Row label="in words" className="in-words">
          <p className="words">{step.words}</p>
        </Row>
        <CodeRow step={step} printing={printing} />
        <UpdateRow step={step} />
      </dl>
      <About shown={shown} />
    </>
  );
}

/** All that is said of one step, as deep as it is looked into. */
export const Sheet = memo((props: SheetProps): ReactNode => {
  const { step, place, printing, shown, decimals, depth } = props;
  const Deeper = depth === 'layer' ? null : DEEPER[depth];
  return (
    <>
      <header className="equation-head">
        <p className="place">
          <strong>{PHASE_LABELS[step.phase]}</strong>
          {` · ${place}`}
        </p>
        <GlossaryButton />
        <DepthControl />
        <DigitsPicker />
      </header>
      <BrokenNotice printing={printing} shown={shown} />
      {Deeper ? (
        <Later key={depth} waiting={<p className="soft depth-wait">…</p>}>
          <Deeper shown={shown} printing={printing} decimals={decimals} />
        </Later>
      ) : (
        <Layer {...props} />
      )}
    </>
  );
});
