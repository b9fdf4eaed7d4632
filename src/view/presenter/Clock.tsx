import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../controls/icons';
import { elapsed, reset, spelled, startOrPause } from './timer';
import { presenter } from './wire';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** Anew with each second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The time of day, and how long one has been speaking. */
export function Clock(): ReactNode {
  const timer = useStore(presenter, (state) => state.timer);
  // What was pressed between two seconds is later than the last of them.
  const now = Math.max(useNow(), timer.since ?? 0);
  const set = (change: typeof reset) => presenter.setState({ timer: change(timer, Date.now()) });
  const isRunning = timer.since !== null;
  return (
    <div className="presenter-clock">
      <span>
        <span className="sr-only">Time of day </span>
        <time>{time.format(now)}</time>
      </span>
      <span role="timer" aria-label="Elapsed time">
        {spelled(elapsed(timer, now))}
      </span>
      <IconButton
        icon={isRunning ? 'pause' : 'play'}
        name={isRunning ? 'Pause the timer' : 'Start the timer'}
        onClick={() => set(startOrPause)}
      />
      <IconButton icon="undo" name="Reset the timer" onClick={() => set(reset)} />
    </div>
  );
}
