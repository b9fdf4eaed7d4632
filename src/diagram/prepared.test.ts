import { expect, test, vi } from 'vitest';
import { modelOf } from './drawn.testing';
import { networkGeometry } from './geometry';
import { placeLabels } from './labels';
import { labelsOf } from './marks-network';
import { networkOf, scenesOf } from './scene.testing';

vi.mock('./labels', async (original) => {
  const labels = await original<typeof import('./labels')>();
  return { ...labels, placeLabels: vi.fn(labels.placeLabels) };
});

test('the places of labels that were found beforehand are not sought again at their step', () => {
  const scenes = scenesOf(networkOf([5, 7, 4, 3]));
  const [first] = scenes;
  if (!first) throw new Error('no steps');
  const model = modelOf(first);
  const geometry = networkGeometry(model, { width: 740, height: 560 });
  const all = () => scenes.map((scene) => labelsOf({ model, geometry, scene }, null).marks);
  const prepared = all();
  const sought = vi.mocked(placeLabels).mock.calls.length;
  expect(sought).toBeGreaterThan(3);
  expect(all()).toEqual(prepared);
  expect(vi.mocked(placeLabels)).toHaveBeenCalledTimes(sought);
});
