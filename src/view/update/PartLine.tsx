import { type ReactNode, useMemo } from 'react';
import {
  matrixTex,
  type NumberFormat,
  type Printing,
  partOf,
  quantitySpoken,
  quantityTex,
  type Step,
} from '../../derive';
import type { Snapshot } from '../../engine';
import { aloneOf } from '../../store';
import { matrixSpoken } from '../equation/spoken';
import { useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { inlineTex } from '../math/inlineTex';

/** The step that a line below its numbers is about. */
export interface LineProps {
  readonly step: Step;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  readonly most: NumberFormat['most'];
}

/** What the example that is looked at by itself adds to the step's sum over all of them. */
export function PartLine({ step, printing, snapshot, decimals, most }: LineProps): ReactNode {
  const alone = useSelect(aloneOf);
  const part = useMemo(
    () => (alone === undefined ? undefined : partOf(step, printing.graph, snapshot, alone)),
    [alone, step, printing, snapshot],
  );
  if (!part || alone === undefined) return null;
  const name = inlineTex(quantityTex({ ...printing, link: false }, step.writes));
  return (
    <div className="part-line">
      <span>{`Example ${alone + 1} adds`}</span>
      <Formula
        tex={matrixTex(part, { decimals, most })}
        spoken={matrixSpoken(part, decimals)}
        nameOf={String}
      />
      <span>to</span>
      <Formula tex={name} spoken={quantitySpoken(printing, step.writes)} nameOf={String} />
    </div>
  );
}
