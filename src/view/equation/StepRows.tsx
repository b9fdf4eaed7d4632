import { type ReactNode, useMemo } from 'react';
import {
  type EquationName,
  numbersTex,
  type Printing,
  ruleSpoken,
  type Step,
  shapesTex,
} from '../../derive';
import { read, type Snapshot } from '../../engine';
import { aloneOf } from '../../store';
import { useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { PartLine } from '../update/PartLine';
import { WasLine } from '../update/WasLine';
import { EqualsLine } from './EqualsLine';
import { LeftOutNote } from './LeftOutNote';
import { chainLine, ruleLine } from './lines';
import { Row } from './Row';
import { chainSpoken, matrixSpoken, shapesSpoken } from './spoken';
import type { Most } from './useTight';
import { useUses } from './useUses';

export interface StepProps {
  readonly step: Step;
  readonly printing: Printing;
  readonly nameOf: (quantity: string) => string;
  /** An equation of the step as LaTeX. */
  readonly texOf: (name: EquationName) => string;
}

const CHAIN_LABELS: Readonly<Record<Step['chain']['kind'], string>> = {
  depends: 'depends on',
  paths: 'chain',
  direct: 'chain',
  descend: 'update',
};

export function FormRows({ step, printing, nameOf, texOf }: StepProps): ReactNode {
  const uses = useUses(step);
  const chain = useMemo(() => chainLine(step, printing), [step, printing]);
  const rule = useMemo(() => ruleLine(step, printing), [step, printing]);
  const tall = step.chain.kind === 'depends' ? 1.6 : 3.4;
  return (
    <>
      <Row label={CHAIN_LABELS[step.chain.kind]} className="chain" copy={() => texOf('chain')}>
        <div className="fit">
          <Formula
            tex={chain}
            spoken={chainSpoken(step, printing)}
            nameOf={nameOf}
            uses={uses}
            height={tall}
          />
        </div>
      </Row>
      <Row label="rule" className="rule" copy={() => texOf('rule')}>
        <div className="fit">
          <Formula
            tex={rule}
            spoken={ruleSpoken(step, printing)}
            nameOf={nameOf}
            uses={uses}
            height={2.4}
          />
        </div>
      </Row>
    </>
  );
}

interface NumbersProps extends StepProps {
  readonly snapshot: Snapshot;
  /** False until the worker has sent what the step computes. */
  readonly known: boolean;
  readonly decimals: number;
  /** Rows and columns of a matrix that there is room for, where that is less than usual. */
  readonly most: Most | undefined;
}

/** The same with matrices put in, and what comes out of them. */
export function NumbersRow(props: NumbersProps): ReactNode {
  const { step, printing, nameOf, texOf, snapshot, known, decimals, most } = props;
  const uses = useUses(step);
  const alone = useSelect(aloneOf);
  const tex = useMemo(
    () =>
      known
        ? numbersTex(step, printing, snapshot, { decimals, alone, most, copies: true })
        : undefined,
    [known, step, printing, snapshot, decimals, alone, most],
  );
  const rows = Math.max(step.shape[0], ...step.reads.map((id) => rowsOf(printing, id)));
  const result = known ? read(snapshot, step.aspect, step.of) : undefined;
  const height = Math.min(rows, 7) * 1.35;
  return (
    <Row label="numbers" className="numbers-row" copy={known ? () => texOf('numbers') : undefined}>
      <div className="fit">
        {tex && result ? (
          <>
            <EqualsLine>
              <Formula
                tex={tex.put}
                spoken="The rule with its numbers put in"
                nameOf={nameOf}
                height={height}
              />
            </EqualsLine>
            <EqualsLine>
              <Formula
                tex={tex.result}
                spoken={`equals ${matrixSpoken(result, decimals)}`}
                nameOf={nameOf}
                uses={uses}
                height={Math.min(step.shape[0], 7) * 1.35}
              />
            </EqualsLine>
            <WasLine {...{ step, printing, snapshot, decimals, most }} />
            <PartLine {...{ step, printing, snapshot, decimals, most }} />
          </>
        ) : (
          <span className="soft">…</span>
        )}
      </div>
      {tex && <LeftOutNote {...{ step, printing, snapshot, decimals, most }} />}
    </Row>
  );
}

function rowsOf(printing: Printing, id: string): number {
  return printing.quantities.get(id)?.node.shape[0] ?? 1;
}

interface ShapesProps extends StepProps {
  /** What rows and columns of the result stand for. */
  readonly axes: string;
}

export function ShapesRow({ step, printing, nameOf, texOf, axes }: ShapesProps): ReactNode {
  const tex = useMemo(() => shapesTex(step, printing), [step, printing]);
  return (
    <Row label="shapes" copy={() => texOf('shapes')}>
      <div className="shapes">
        <div className="fit">
          <Formula tex={tex} spoken={shapesSpoken(step, printing)} nameOf={nameOf} />
        </div>
        {axes && <span className="axes">{axes}</span>}
      </div>
    </Row>
  );
}
