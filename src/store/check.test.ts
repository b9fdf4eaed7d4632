import { expect, test } from 'vitest';
import { startedCheck, withDifferences } from './check';

const event = (from: number, values: readonly number[], total: number) => ({
  kind: 'checked' as const,
  revision: 3,
  epsilon: 1e-5,
  from,
  total,
  difference: Float64Array.from(values),
  kinkNode: Int32Array.from(values, () => -1),
  kinkEntry: Int32Array.from(values, () => -1),
});

test('differences that come in parts are put together, and what was there before stays as it was', () => {
  const begun = startedCheck(3, 1e-5);
  const first = withDifferences(begun, event(0, [1, 2], 5));
  const second = withDifferences(first, event(2, [3, 4, 5], 5));
  expect([first.done, second.done, second.total]).toEqual([2, 5, 5]);
  expect([...second.difference]).toEqual([1, 2, 3, 4, 5]);
  expect([...first.difference]).toEqual([1, 2, 0, 0, 0]);
  expect([...second.kinkNode]).toEqual([-1, -1, -1, -1, -1]);
});

test('a check that begins again starts from nothing', () => {
  const half = withDifferences(startedCheck(3, 1e-5), event(0, [1, 2], 5));
  const again = withDifferences(half, event(0, [9], 5));
  expect(again.done).toBe(1);
  expect([...again.difference]).toEqual([9, 0, 0, 0, 0]);
});
