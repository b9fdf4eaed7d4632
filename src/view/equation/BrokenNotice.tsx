import { type ReactNode, useMemo } from 'react';
import { firstBroken, type Printing } from '../../derive';
import type { Shown } from '../../store';

interface Props {
  readonly printing: Printing;
  readonly shown: Shown;
}

/** The first quantity of the pass that is no finite number, and what to do about it. */
export function useBroken(printing: Printing | null, shown: Shown | null) {
  const snapshot = shown?.snapshot;
  const filled = shown?.filled;
  // biome-ignore lint/correctness/useExhaustiveDependencies: while a problem opens, the same memory fills up.
  return useMemo(
    () => (printing && snapshot ? firstBroken(printing, snapshot) : undefined),
    [printing, snapshot, filled],
  );
}

export function BrokenNotice({ printing, shown }: Props): ReactNode {
  const broken = useBroken(printing, shown);
  if (!broken) return null;
  return (
    <p className="broken" role="status" data-quantity={broken.id}>
      {broken.sentence} {broken.wayOut}
    </p>
  );
}
