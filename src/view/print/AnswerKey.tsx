import { memo, type ReactNode } from 'react';
import { quantitySpoken, quantityTex, resultTex, type Step } from '../../derive';
import { read } from '../../engine';
import { matrixSpoken } from '../equation/spoken';
import { Formula } from '../math/Formula';
import { inlineTex } from '../math/inlineTex';
import { noName, type Paper } from './paper';
import { Turn } from './Turn';

interface Props {
  readonly paper: Paper;
  readonly steps: readonly { readonly step: Step; readonly number: number }[];
  /** On sheets of its own, which have the title at their head already. */
  readonly alone: boolean;
}

interface AnswerProps {
  readonly paper: Paper;
  readonly step: Step;
  readonly number: number;
}

const Answer = memo(({ paper, step, number }: AnswerProps): ReactNode => {
  const { printing, snapshot, format } = paper;
  const result = resultTex(step, printing, snapshot, format);
  const name = inlineTex(quantityTex(printing, step.writes));
  const value = read(snapshot, step.aspect, step.of);
  const said = value ? matrixSpoken(value, format.decimals) : '';
  return (
    <li className="sheets-keep" data-phase={step.phase}>
      <span className="sheets-number">{number}</span>
      <div className="fit">
        <Formula
          tex={`${name} = ${result}`}
          spoken={`${quantitySpoken(printing, step.writes)} is ${said}`}
          nameOf={noName}
        />
      </div>
    </li>
  );
});

/** Every result under the number that its step has on the worksheet. */
export function AnswerKey({ paper, steps, alone }: Props): ReactNode {
  return (
    <section className="sheets-key" data-alone={alone || undefined}>
      {!alone && (
        <>
          <p className="sheets-kind">Answer key</p>
          <h2 className="sheets-key-title">{paper.problem.title}</h2>
        </>
      )}
      <ol className="sheets-answers">
        {steps.map(({ step, number }) => (
          <Turn key={step.id}>
            <Answer {...{ paper, step, number }} />
          </Turn>
        ))}
      </ol>
    </section>
  );
}
