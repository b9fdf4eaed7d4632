import { useLayoutEffect, useRef, useState } from 'react';
import { typesetSoon, useTypesetter } from '../math/typeset';
import { linesOf } from './lines';
import { numbersOf } from './numbersOf';
import type { SheetProps } from './Sheet';
import { formatOf } from './useTight';

function texsOf(sheet: SheetProps): readonly string[] {
  const { step, printing, shown, known } = sheet;
  const lines = linesOf(step, printing);
  const numbers = known
    ? numbersOf(step, printing, shown.snapshot, formatOf({ ...sheet, lines }))
    : null;
  return [
    ...Object.values(lines),
    ...(numbers ? [...numbers.put.map(({ tex }) => tex), numbers.result] : []),
  ];
}

/** While numbers are edited, in milliseconds: what is behind may wait until the hand rests. */
const REST = 300;

const isSame = (a: SheetProps, b: SheetProps) =>
  (Object.keys(a) as (keyof SheetProps)[]).every((key) => a[key] === b[key]);

/** Those that are made ready by now, and of the others what was there before. */
const renewed = (
  about: readonly SheetProps[],
  done: ReadonlySet<SheetProps>,
  before: readonly SheetProps[],
): readonly SheetProps[] =>
  about.flatMap((sheet) =>
    done.has(sheet) ? [sheet] : before.filter(({ step }) => step === sheet.step),
  );

/**
 * The sheets of a walk about where it stands, a moment later, when the page has nothing to do: one after the other in
 * the order given, of each first the formulas, one by one, then all of it. Until then it is what was prepared before,
 * of which nothing is seen.
 */
export function usePrepared(about: readonly SheetProps[]): readonly SheetProps[] {
  const [prepared, setPrepared] = useState<readonly SheetProps[]>([]);
  const ready = useTypesetter();
  const steps = about.map(({ step }) => step.id).join();
  const known = about.map((sheet) => sheet.known).join();
  const { shown, decimals, alone } = about[0] ?? {};
  const at = useRef('');
  // With the layout, not after the paint: what was still to be prepared would come before the frame of a step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of `about`, which is made anew each time.
  useLayoutEffect(() => {
    if (!ready) return;
    const isEdited = at.current === steps;
    at.current = steps;
    const left = about.filter((sheet) => !prepared.some((before) => isSame(before, sheet)));
    const done = new Set<SheetProps>();
    let stop = () => {};
    const prepare = () => {
      const sheet = left.shift();
      if (!sheet) return;
      stop = typesetSoon(texsOf(sheet), () => {
        done.add(sheet);
        setPrepared((before) => renewed(about, done, before));
        prepare();
      });
    };
    let resting: number | undefined;
    const frame = requestAnimationFrame(() => {
      resting = window.setTimeout(prepare, isEdited ? REST : 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(resting);
      stop();
    };
  }, [ready, steps, shown, known, decimals, alone]);
  return prepared;
}
