/** Times are in milliseconds. */
export interface Timer {
  /** Null while it stands still. */
  readonly since: number | null;
  /** What it had before. */
  readonly had: number;
}

export const STOPPED: Timer = { since: null, had: 0 };

export function elapsed({ since, had }: Timer, now: number): number {
  // A clock that is put back must not turn the timer back.
  return since === null ? had : had + Math.max(0, now - since);
}

export function startOrPause(timer: Timer, now: number): Timer {
  return timer.since === null
    ? { ...timer, since: now }
    : { since: null, had: elapsed(timer, now) };
}

/** It goes on where it was running. */
export function reset({ since }: Timer, now: number): Timer {
  return { since: since === null ? null : now, had: 0 };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `4:07`, `1:02:33` */
export function spelled(time: number): string {
  const seconds = Math.floor(time / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
