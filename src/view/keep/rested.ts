export interface Rested {
  /** Runs it when nobody has asked for this time. */
  later(): void;
  /** Runs at once what waits; nothing where nothing does. */
  now(): void;
  cancel(): void;
  isWaiting(): boolean;
}

/** What follows changes, once they have rested that many milliseconds. */
export function rested(run: () => void, rest: number): Rested {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    if (timer === undefined) return;
    cancel();
    run();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, rest);
  };
  return { later, now, cancel, isWaiting: () => timer !== undefined };
}
