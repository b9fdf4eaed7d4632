import { type RefObject, useEffect, useRef, useState } from 'react';
import { whenIdle } from '../afterPaint';

/**
 * The quantities whose cards are out of sight; none until the browser has looked. It is kept up to date without a
 * rendering: ask it while rendering for something else.
 */
export function useUnseen(
  strip: RefObject<HTMLElement | null>,
  cards: unknown,
): RefObject<ReadonlySet<string>> {
  const unseen = useRef<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements.
  useEffect(() => {
    const ids = new Set<string>();
    unseen.current = ids;
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target.getAttribute('data-quantity') ?? '';
        if (isIntersecting) ids.delete(id);
        else ids.add(id);
      }
    });
    for (const card of strip.current?.querySelectorAll('.card') ?? []) observer.observe(card);
    return () => observer.disconnect();
  }, [strip, cards]);
  return unseen;
}

/** A value a little late: when what else has changed with it is on the screen and the page has time. */
export function useLate<T>(value: T): T {
  const [late, setLate] = useState(value);
  useEffect(() => whenIdle(() => setLate(value)), [value]);
  return late;
}
