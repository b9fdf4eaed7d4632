import { type Timer, timer } from 'd3';

/** Milliseconds: long enough to follow where things go. */
const DURATION = 350;

const eased = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

export interface Animation {
  /** Calls `frame` with 0 to 1, at last with 1; only with 1 where motion is not wanted. */
  run(frame: (t: number) => void): void;
  /** To its end at once. */
  finish(): void;
  stop(): void;
}

export function createAnimation(): Animation {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let running: Timer | null = null;
  let last: ((t: number) => void) | null = null;

  function stop() {
    running?.stop();
    running = null;
    last = null;
  }
  function finish() {
    const frame = last;
    stop();
    frame?.(1);
  }
  return {
    run(frame) {
      finish();
      if (still.matches) return frame(1);
      last = frame;
      frame(0);
      running = timer((elapsed) => {
        if (elapsed >= DURATION) finish();
        else frame(eased(elapsed / DURATION));
      });
    },
    finish,
    stop,
  };
}
