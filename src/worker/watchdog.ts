/** Barks when `rest` was not called for so long. */
export interface Watchdog {
  watch(patience: number): void;
  rest(): void;
}

/**
 * It counts ticks of its own rather than time: where the page slept or its timers were throttled, only one tick
 * goes by, and what the worker sent meanwhile is heard before the next.
 */
const TICKS = 4;

export function createWatchdog(bark: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => clearTimeout(timer);
  const wait = (tick: number, ticks: number) => {
    timer = setTimeout(() => (ticks === 1 ? bark() : wait(tick, ticks - 1)), tick);
  };
  return {
    watch(patience) {
      rest();
      wait(patience / TICKS, TICKS);
    },
    rest,
  };
}
