import { expect, test } from 'vitest';
import { elapsed, reset, STOPPED, spelled, startOrPause } from './timer';

test('the timer counts while it runs, stands while it pauses, and goes on from there', () => {
  const running = startOrPause(STOPPED, 1000);
  expect(elapsed(running, 5000)).toBe(4000);
  const paused = startOrPause(running, 61_000);
  expect(elapsed(paused, 999_999)).toBe(60_000);
  const again = startOrPause(paused, 100_000);
  expect(elapsed(again, 107_500)).toBe(67_500);
  // The clock was put back by an hour.
  expect(elapsed(again, 0)).toBe(60_000);
});

test('a reset begins at nothing; one that runs goes on running', () => {
  const running = startOrPause(STOPPED, 1000);
  expect(elapsed(reset(running, 9000), 10_000)).toBe(1000);
  expect(elapsed(reset(startOrPause(running, 5000), 9000), 10_000)).toBe(0);
});

test('an hour is written as one', () => {
  expect([0, 61_999, 3_599_999, 3_753_000].map(spelled)).toEqual([
    '0:00',
    '1:01',
    '59:59',
    '1:02:33',
  ]);
});
