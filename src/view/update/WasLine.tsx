import { type ReactNode, useMemo } from 'react';
import { resultTex } from '../../derive';
import { read } from '../../engine';
import { beforeOf } from '../../store';
import { matrixSpoken } from '../equation/spoken';
import { useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import type { LineProps } from './PartLine';

/** What the step came to before the edits made at it, where that was something else. */
export function WasLine({ step, printing, snapshot, decimals, most }: LineProps): ReactNode {
  const before = useSelect(beforeOf)?.snapshot;
  const tex = useMemo(() => {
    if (!before) return undefined;
    const plain = { ...printing, link: false };
    const format = { decimals, most };
    const old = resultTex(step, plain, before, format);
    return old === resultTex(step, plain, snapshot, format) ? undefined : old;
  }, [before, snapshot, step, printing, decimals, most]);
  const old = before && read(before, step.aspect, step.of);
  if (!tex || !old) return null;
  return (
    <div className="line was-line">
      <span className="was-word">was</span>
      <Formula
        tex={tex}
        spoken={`was ${matrixSpoken(old, decimals)}`}
        nameOf={String}
        height={Math.min(step.shape[0], 7) * 1.35}
      />
    </div>
  );
}
