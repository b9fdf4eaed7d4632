import { memo, type ReactNode } from 'react';
import {
  numbersTex,
  quantitySpoken,
  quantityTex,
  rowsOf,
  ruleSpoken,
  type Step,
  shapesTex,
} from '../../derive';
import { givenTex } from '../../derive/print/worksheet';
import { CHAIN_LABELS, chainLine, ruleLine } from '../equation/lines';
import { chainSpoken, shapesSpoken } from '../equation/spoken';
import { Formula } from '../math/Formula';
import { inlineTex } from '../math/inlineTex';
import { TexRows } from '../math/TexRows';
import { axesCaption } from '../numbers/caption';
import { Blank } from './Blank';
import { noName, type Paper } from './paper';

interface Props {
  readonly paper: Paper;
  readonly step: Step;
  readonly number: number;
  /** Its results are left to be written in. */
  readonly blank: boolean;
  /** The phase, before its first step. */
  readonly heading: string | null;
}

/** What a sheet has beside its labels, in em of its formulas; what is wider goes on in the next row. */
const ROOM = 37;

interface RowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A formula stands on one page as a whole. */
function Row({ label, children }: RowProps): ReactNode {
  return (
    <div className="sheets-row sheets-keep">
      <span className="sheets-label">{label}</span>
      <div className="fit">{children}</div>
    </div>
  );
}

interface LineProps {
  readonly tex: string;
  readonly spoken: string;
}

const Line = ({ tex, spoken }: LineProps): ReactNode => (
  <Formula tex={tex} spoken={spoken} nameOf={noName} />
);

/** The rule with numbers in it; one that is wider than a sheet is broken as on paper. */
function PutIn({ tex: whole, spoken }: LineProps): ReactNode {
  return (
    <Row label="numbers">
      <TexRows rows={rowsOf(whole, ROOM)}>
        {(tex, isFirst) => (
          <Line
            tex={`\\displaystyle ${isFirst ? '= ' : ''}${tex}`}
            spoken={isFirst ? spoken : ''}
          />
        )}
      </TexRows>
    </Row>
  );
}

/** After its rule: the numbers put in, and what comes out. */
function Worked({ paper, step }: Props): ReactNode {
  const { printing, snapshot, format } = paper;
  const { put, result } = numbersTex(step, printing, snapshot, format);
  return (
    <>
      <PutIn tex={put} spoken="The rule with its numbers put in" />
      <Row label="">
        <Line tex={`= ${result}`} spoken="The result" />
      </Row>
    </>
  );
}

/** The same with what is given alone, and room for what comes out. */
function ToWorkOut({ paper, step }: Props): ReactNode {
  const { printing, snapshot, format } = paper;
  const given = givenTex(step, printing, snapshot, format);
  return (
    <>
      {given !== null && <PutIn tex={given} spoken="The rule with the given numbers put in" />}
      <div className="sheets-row sheets-keep">
        <span className="sheets-label">result</span>
        <div className="sheets-result">
          <Line
            tex={`${inlineTex(quantityTex(printing, step.writes))} =`}
            spoken={quantitySpoken(printing, step.writes)}
          />
          <Blank shape={step.shape} />
        </div>
      </div>
    </>
  );
}

/** One step as it stands on paper. */
export const StepBlock = memo((props: Props): ReactNode => {
  const { paper, step, number, blank, heading } = props;
  const { printing, problem } = paper;
  const node = printing.quantities.get(step.writes)?.node;
  const axes = node ? axesCaption(node, problem) : '';
  const Numbers = blank ? ToWorkOut : Worked;
  return (
    <section className="sheets-step" data-phase={step.phase}>
      {heading && <h2>{heading}</h2>}
      <h3>
        <span className="sheets-number">{number}</span>
        <Line
          tex={inlineTex(quantityTex(printing, step.writes))}
          spoken={quantitySpoken(printing, step.writes)}
        />
        <span>{step.title}</span>
      </h3>
      <Row label={CHAIN_LABELS[step.chain.kind]}>
        <Line tex={chainLine(step, printing)} spoken={chainSpoken(step, printing)} />
      </Row>
      <Row label="rule">
        <Line tex={ruleLine(step, printing)} spoken={ruleSpoken(step, printing)} />
      </Row>
      <Numbers {...props} />
      <Row label="shapes">
        <Line tex={shapesTex(step, printing)} spoken={shapesSpoken(step, printing)} />
        {axes && <span className="sheets-axes">{axes}</span>}
      </Row>
      <p className="sheets-words sheets-keep">{step.words}</p>
    </section>
  );
});
