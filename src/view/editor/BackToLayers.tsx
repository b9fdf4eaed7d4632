import { type ReactNode, useId, useMemo } from 'react';
import { programAsNetwork } from '../../compile/asNetwork';
import type { ProgramProblem } from '../../problem';
import { useActions } from '../hooks';
import { say } from '../notice/messages';
import './to-layers.css';

/** A program that spells out a network can be one again; where it does not, the button says why. */
export function BackToLayers({ problem }: { readonly problem: ProgramProblem }): ReactNode {
  const id = useId();
  const { setProblem } = useActions();
  const found = useMemo(() => programAsNetwork(problem), [problem]);
  const back = () => {
    if (!found.ok) return;
    const taken = setProblem(found.value);
    if (!taken.ok) say(`${taken.fault.error}.`);
  };
  return (
    <span className="to-layers">
      <button
        type="button"
        className="button plain"
        aria-disabled={!found.ok || undefined}
        aria-describedby={found.ok ? undefined : id}
        onClick={back}
      >
        Back to layers
      </button>
      {!found.ok && (
        <span id={id} role="tooltip" className="to-layers-why">
          {`This is no network of layers: ${found.reason}.`}
        </span>
      )}
    </span>
  );
}
