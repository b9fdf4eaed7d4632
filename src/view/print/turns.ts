import { whenIdle } from '../afterPaint';

/** The parts of a job that wait to be set: one at a time when the page has nothing else to do, in their order. */
export interface Turns {
  /** What it gives takes the part out of the queue. */
  readonly wait: (set: () => void) => () => void;
  /** When nothing waits any more. */
  readonly done: Promise<void>;
}

export function createTurns(): Turns {
  const waiting = new Set<() => void>();
  const done = new Promise<void>((finish) => {
    const next = () => {
      const [set] = waiting;
      if (!set) return finish();
      waiting.delete(set);
      set();
      whenIdle(next);
    };
    whenIdle(next);
  });
  const wait = (set: () => void) => {
    waiting.add(set);
    return () => void waiting.delete(set);
  };
  return { wait, done };
}
