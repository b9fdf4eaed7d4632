import { type ReactNode, useCallback } from 'react';
import { type Printing, quantitySpoken } from '../../derive';
import {
  type Derivation,
  gradientIn,
  type Line,
  lineSpoken,
  lineTex,
  targetTex,
  whyText,
} from '../../derive/derivations';
import type { Snapshot } from '../../engine';
import { beforeOf } from '../../store';
import { matrixSpoken } from '../equation/spoken';
import { useFit } from '../equation/useFit';
import { useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { useTypesetter } from '../math/typeset';

interface Props {
  readonly derivation: Derivation;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  /** How many lines are shown. */
  readonly count: number;
}

interface LineProps extends Omit<Props, 'count'> {
  readonly line: Line;
  readonly isFirst: boolean;
  readonly nameOf: (quantity: string) => string;
}

interface WasProps extends Pick<LineProps, 'line' | 'derivation' | 'printing' | 'decimals'> {
  readonly result: string;
}

/** What the gradient was before the edits made at this step. */
function WasGradient({ line, derivation, printing, decimals, result }: WasProps): ReactNode {
  const before = useSelect(beforeOf)?.snapshot;
  if (!before) return null;
  const old = lineTex(derivation, line, printing, before, { decimals }).result;
  if (old === undefined || old === result) return null;
  const plain = { ...printing, link: false };
  return (
    <>
      <span className="left was-line">
        <span className="was-word">was</span>
      </span>
      <div className="fit was-line">
        <Formula
          tex={lineTex(derivation, line, plain, before, { decimals }).result ?? ''}
          spoken={`was ${matrixSpoken(gradientIn(before, derivation), decimals)}`}
          nameOf={String}
        />
      </div>
    </>
  );
}

function LineRow(props: LineProps): ReactNode {
  const { line, isFirst, derivation, printing, snapshot, decimals, nameOf } = props;
  const { tex, result } = lineTex(derivation, line, printing, snapshot, { decimals });
  const spoken = result === undefined ? lineSpoken(line, derivation, printing) : 'with its numbers';
  return (
    <div className="derivation-line" data-numbers={result === undefined ? undefined : ''}>
      <dt>{whyText(line.why, printing)}</dt>
      <dd>
        <span className="left">
          {isFirst && (
            <Formula
              tex={`\\displaystyle ${targetTex(derivation, printing)}`}
              spoken={`${nameOf(printing.quantities.get(derivation.target)?.node.gradientId ?? '')} equals`}
              nameOf={nameOf}
              height={2.2}
            />
          )}
          <span className="equals" aria-hidden="true">
            =
          </span>
        </span>
        <div className="fit">
          <Formula
            tex={`\\displaystyle ${tex}`}
            spoken={isFirst ? spoken : `equals ${spoken}`}
            nameOf={nameOf}
            height={2.2}
          />
        </div>
        {result !== undefined && (
          <>
            <span className="left">
              <span className="equals" aria-hidden="true">
                =
              </span>
            </span>
            <div className="fit">
              <Formula
                tex={result}
                spoken={`equals ${matrixSpoken(gradientIn(snapshot, derivation), decimals)}`}
                nameOf={nameOf}
              />
            </div>
            <WasGradient {...{ line, derivation, printing, decimals, result }} />
          </>
        )}
      </dd>
    </div>
  );
}

/** The lines one below another, the reasons beside them. */
export function Lines({ count, ...props }: Props): ReactNode {
  const { derivation, printing, decimals, snapshot } = props;
  const nameOf = useCallback((id: string) => quantitySpoken(printing, id), [printing]);
  const ready = useTypesetter();
  const form = [
    derivation.target,
    derivation.lines.length,
    printing.graph.nodes.length,
    printing.notation.id,
    decimals,
    count,
    ready,
  ].join();
  const panel = useFit(form, snapshot);
  return (
    <dl className="derivation-lines" ref={panel} aria-live="polite">
      {derivation.lines.slice(0, count).map((line, i) => (
        <LineRow
          key={JSON.stringify(line.why)}
          line={line}
          isFirst={i === 0}
          nameOf={nameOf}
          {...props}
        />
      ))}
    </dl>
  );
}
