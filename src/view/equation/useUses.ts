import { useMemo } from 'react';
import type { Step } from '../../derive';
import type { Uses } from '../math/accessible';

/** What a step reads and what it writes, to be marked in its formulas. */
export function useUses(step: Step): Uses {
  return useMemo(
    () =>
      new Map<string, 'reads' | 'writes'>([
        ...step.reads.map((id) => [id, 'reads'] as const),
        [step.writes, 'writes'],
      ]),
    [step],
  );
}
