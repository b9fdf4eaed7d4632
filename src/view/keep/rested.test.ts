import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rested } from './rested';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('runs once, when the changes have rested', () => {
  const run = vi.fn();
  const kept = rested(run, 100);
  kept.later();
  vi.advanceTimersByTime(60);
  kept.later();
  vi.advanceTimersByTime(60);
  expect(run).not.toHaveBeenCalled();
  expect(kept.isWaiting()).toBe(true);
  vi.advanceTimersByTime(40);
  expect(run).toHaveBeenCalledTimes(1);
  expect(kept.isWaiting()).toBe(false);
});

it('runs at once what waits, and then no more; nothing where nothing waits or it was cancelled', () => {
  const run = vi.fn();
  const kept = rested(run, 100);
  kept.now();
  expect(run).not.toHaveBeenCalled();
  kept.later();
  kept.now();
  vi.advanceTimersByTime(200);
  expect(run).toHaveBeenCalledTimes(1);
  kept.later();
  kept.cancel();
  kept.now();
  vi.advanceTimersByTime(200);
  expect(run).toHaveBeenCalledTimes(1);
});
