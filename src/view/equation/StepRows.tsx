import type { ReactNode } from 'react';
import { type EquationName, type Printing, ruleSpoken, type Step } from '../../derive';
import { read, type Snapshot } from '../../engine';
import { Formula } from '../math/Formula';
import { TexRows } from '../math/TexRows';
import { PartLine } from '../update/PartLine';
import { WasLine } from '../update/WasLine';
import { EqualsLine } from './EqualsLine';
import { LeftOutNote } from './LeftOutNote';
import { CHAIN_LABELS, type Lines } from './lines';
import { type NumbersFormat, numbersOf } from './numbersOf';
import { Row } from './Row';
import { chainSpoken, matrixSpoken, shapesSpoken } from './spoken';
import { useUses } from './useUses';

export interface StepProps {
  readonly step: Step;
  readonly printing: Printing;
  readonly lines: Lines;
  readonly nameOf: (quantity: string) => string;
  /** An equation of the step as LaTeX. */
  readonly texOf: (name: EquationName) => string;
}

export function FormRows({ step, printing, lines, nameOf, texOf }: StepProps): ReactNode {
  const uses = useUses(step);
  const tall = step.chain.kind === 'depends' ? 1.6 : 3.4;
  return (
    <>
      <Row label={CHAIN_LABELS[step.chain.kind]} className="chain" copy={() => texOf('chain')}>
        <div className="fit">
          <Formula
            tex={lines.chain}
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
            tex={lines.rule}
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
  readonly format: NumbersFormat;
}

/** The same with matrices put in, and what comes out of them. */
export function NumbersRow(props: NumbersProps): ReactNode {
  const { step, printing, nameOf, texOf, snapshot, known, format } = props;
  const { decimals, most } = format;
  const uses = useUses(step);
  const tex = known ? numbersOf(step, printing, snapshot, format) : undefined;
  const rows = Math.max(step.shape[0], ...step.reads.map((id) => rowCount(printing, id)));
  const result = known ? read(snapshot, step.aspect, step.of) : undefined;
  const height = Math.min(rows, 7) * 1.35;
  return (
    <Row label="numbers" className="numbers-row" copy={known ? () => texOf('numbers') : undefined}>
      <div className="fit">
        {tex && result ? (
          <>
            <EqualsLine>
              <div>
                <TexRows rows={tex.put} className="row-of-numbers">
                  {(row, isFirst) => (
                    <Formula
                      tex={row}
                      spoken={isFirst ? 'The rule with its numbers put in' : ''}
                      nameOf={nameOf}
                      height={height}
                    />
                  )}
                </TexRows>
              </div>
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

function rowCount(printing: Printing, id: string): number {
  return printing.quantities.get(id)?.node.shape[0] ?? 1;
}

interface ShapesProps extends StepProps {
  /** What rows and columns of the result stand for. */
  readonly axes: string;
}

export function ShapesRow({ step, printing, lines, nameOf, texOf, axes }: ShapesProps): ReactNode {
  return (
    <Row label="shapes" copy={() => texOf('shapes')}>
      <div className="shapes">
        <div className="fit">
          <Formula tex={lines.shapes} spoken={shapesSpoken(step, printing)} nameOf={nameOf} />
        </div>
        {axes && <span className="axes">{axes}</span>}
      </div>
    </Row>
  );
}
