import { useEffect, useRef, useState } from 'react';
import { numbersTex } from '../../derive';
import { aloneOf } from '../../store';
import { useSelect } from '../hooks';
import { typesetSoon, useTypesetter } from '../math/typeset';
import { linesOf } from './lines';
import type { SheetProps } from './Sheet';
import { formatOf } from './useTight';

function texsOf(sheet: SheetProps, alone: number | undefined): readonly string[] {
  const { step, printing, shown, known } = sheet;
  const lines = linesOf(step, printing);
  const numbers = known
    ? numbersTex(step, printing, shown.snapshot, formatOf({ ...sheet, lines, alone }))
    : null;
  return [...Object.values(lines), ...(numbers ? [numbers.put, numbers.result] : [])];
}

/** While numbers are edited, in milliseconds: what is behind may wait until the hand rests. */
const REST = 300;

/**
 * The sheets of a walk about where it stands, a moment later, when the page has nothing to do: their formulas one
 * by one, then they themselves. Until then it is what was prepared before, of which nothing is seen.
 */
export function usePrepared(about: readonly SheetProps[]): readonly SheetProps[] {
  const [prepared, setPrepared] = useState<readonly SheetProps[]>([]);
  const ready = useTypesetter();
  const alone = useSelect(aloneOf);
  const steps = about.map(({ step }) => step.id).join();
  const { shown, known, decimals } = about[0] ?? {};
  const at = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of `about`, which is made anew each time.
  useEffect(() => {
    if (!ready) return;
    const isEdited = at.current === steps;
    at.current = steps;
    let stop = () => {};
    const prepare = () => {
      stop = typesetSoon(
        about.flatMap((sheet) => texsOf(sheet, alone)),
        () => setPrepared(about),
      );
    };
    const resting = setTimeout(prepare, isEdited ? REST : 0);
    return () => {
      clearTimeout(resting);
      stop();
    };
  }, [ready, steps, shown, known, decimals, alone]);
  return prepared;
}
