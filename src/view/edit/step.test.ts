import { expect, test } from 'vitest';
import { beginsScrub, nudgeOf, scrubbed } from './step';

const held = { shiftKey: false, altKey: false };

test.each([
  [{ ...held, key: 'ArrowUp' }, 0.1],
  [{ ...held, key: 'ArrowDown' }, -0.1],
  [{ ...held, key: 'ArrowUp', shiftKey: true }, 1],
  [{ ...held, key: 'ArrowDown', altKey: true }, -0.01],
  [{ ...held, key: 'ArrowLeft' }, undefined],
  [{ ...held, key: 'constructor' }, undefined],
])('%j moves a number by %s', (press, by) => {
  expect(nudgeOf(press)).toBe(by);
});

test('upwards is more, in whole steps, and back is where it began', () => {
  expect(scrubbed(-21, 0.1)).toBe(0.3);
  expect(scrubbed(70, 0.01)).toBe(-0.1);
  expect(Object.is(scrubbed(2, 1), 0)).toBe(true);
});

test('a drag sideways selects text, and a tremble is a click', () => {
  expect([beginsScrub(9, 6), beginsScrub(0, 3), beginsScrub(2, -6)]).toEqual([false, false, true]);
});
