import { useEffect, useState } from 'react';
import { numbersTex } from '../../derive';
import { typesetSoon, useTypesetter } from '../math/typeset';
import { linesOf } from './lines';
import type { SheetProps } from './Sheet';

function texsOf({ step, printing, shown, known, decimals }: SheetProps): readonly string[] {
  const numbers = known
    ? numbersTex(step, printing, shown.snapshot, { decimals, copies: true })
    : null;
  return [...linesOf(step, printing), ...(numbers ? [numbers.put, numbers.result] : [])];
}

/**
 * `next` a moment later, when the page has nothing to do: its formulas one by one, then its sheet. Until then it
 * is what was prepared before, of which nothing is seen.
 */
export function usePrepared(next: SheetProps | null): SheetProps | null {
  const [prepared, setPrepared] = useState<SheetProps | null>(null);
  const ready = useTypesetter();
  const { step, shown, known, decimals } = next ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of `next`, which is made anew each time.
  useEffect(() => {
    if (!next || !ready) return;
    return typesetSoon(texsOf(next), () => setPrepared(next));
  }, [ready, step, shown, known, decimals]);
  return prepared;
}
