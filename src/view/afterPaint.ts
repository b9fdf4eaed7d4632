import { useEffect, useState } from 'react';

/** When what has changed is on the screen, with the page free for other things. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => window.setTimeout(done, 0));
  });
}

/** In milliseconds: drawing is left to finish first, but not waited for long. */
const PATIENCE = 120;

/** Runs it when the page has nothing else to do; what it gives calls that off. */
export function whenIdle(run: () => void): () => void {
  const ask =
    window.requestIdleCallback ?? ((then: () => void) => window.setTimeout(then, PATIENCE / 4));
  const cancel = window.cancelIdleCallback ?? window.clearTimeout;
  const handle = ask(run, { timeout: PATIENCE });
  return () => cancel(handle);
}

/** Runs it for one after the other, each when the page has nothing else to do, then `then`. */
export function eachWhenIdle<T>(
  items: readonly T[],
  run: (item: T) => void,
  then: () => void = () => {},
): () => void {
  const left = [...items];
  const next = () => {
    const item = left.shift();
    if (item === undefined) return then();
    run(item);
    stop = whenIdle(next);
  };
  let stop = whenIdle(next);
  return () => stop();
}

let isOpen = false;

/** False until what the page opens with, which is there once `shown`, is on the screen: for all that can wait for it. */
export function useOpened(shown: boolean): boolean {
  const [opened, setOpened] = useState(isOpen);
  useEffect(() => {
    if (!shown || opened) return;
    let isGone = false;
    void afterPaint().then(() => {
      isOpen = true;
      if (!isGone) setOpened(true);
    });
    return () => {
      isGone = true;
    };
  }, [shown, opened]);
  return opened;
}
