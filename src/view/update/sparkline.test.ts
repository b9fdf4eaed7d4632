import { expect, test } from 'vitest';
import { sparkline } from './sparkline';

test('the highest loss is at the top, the lowest at the bottom, evenly spaced', () => {
  expect(sparkline([4, 2, 3], 100, 20)).toEqual([
    [0, 0],
    [50, 20],
    [100, 10],
  ]);
});

test('one loss, equal losses and overflow are drawn without a fuss', () => {
  expect(sparkline([4], 100, 20)).toEqual([[0, 20]]);
  expect(sparkline([4, 4], 100, 20)).toEqual([
    [0, 20],
    [100, 20],
  ]);
});

test('each point keeps its place behind a loss that is no number', () => {
  expect(sparkline([1, Number.POSITIVE_INFINITY, Number.NaN, 0, 0.5], 100, 20)).toEqual([
    [0, 0],
    null,
    null,
    [75, 20],
    [100, 10],
  ]);
});
