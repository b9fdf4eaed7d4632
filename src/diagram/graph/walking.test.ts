import { expect, test } from 'vitest';
import { graphPlan } from './plan';
import { fan, lastScene } from './scene.testing';
import { matching, nextNode } from './walking';

test('arrows go along the edges, and the search finds names and operations', () => {
  const scene = lastScene(fan('z = sigmoid(w * x)\nL = (z - y)^2'), 'quantities');
  const { model, placed } = graphPlan(scene, 'LR');
  expect(nextNode(model, placed, 'z', 'ArrowRight', true)).toBe('L');
  expect(nextNode(model, placed, 'L', 'ArrowLeft', true)).toMatch(/^[zy]$/);
  expect(nextNode(model, placed, 'L', 'ArrowRight', true)).toBeNull();
  expect(nextNode(model, placed, 'z', 'ArrowDown', false)).toBe('L');
  expect(matching(model, scene.symbol, 'z')).toEqual(['z']);
  expect(matching(model, scene.symbol, 'sigm')).toEqual(['z']);
  expect(matching(model, scene.symbol, ' ')).toEqual([]);
});
