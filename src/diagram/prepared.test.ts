import { expect, test, vi } from 'vitest';
import type { Problem } from '../problem';
import type { Tensor } from '../problem/problem';
import { modelOf } from './drawn.testing';
import { networkGeometry } from './geometry';
import { placeLabels } from './labels';
import { labelsOf } from './marks-network';
import type { Scene } from './scene';
import { networkOf, scenesOf } from './scene.testing';

vi.mock('./labels', async (original) => {
  const labels = await original<typeof import('./labels')>();
  return { ...labels, placeLabels: vi.fn(labels.placeLabels) };
});

const NETWORK = networkOf([5, 7, 4, 3]);

/** A drawing of its own, whose places are not those of another. */
function drawingOf(scenes: readonly Scene[]) {
  const [first] = scenes;
  if (!first) throw new Error('no steps');
  const model = modelOf(first);
  const geometry = networkGeometry(model, { width: 740, height: 560 });
  return (scene: Scene, isAhead = false) =>
    labelsOf({ model, geometry, scene, isAhead }, null).marks;
}

test('the places of labels that were found beforehand are not sought again at their step', () => {
  const scenes = scenesOf(NETWORK);
  const labels = drawingOf(scenes);
  const prepared = scenes.map((scene) => labels(scene, true));
  const sought = vi.mocked(placeLabels).mock.calls.length;
  expect(sought).toBeGreaterThan(3);
  expect(scenes.map((scene) => labels(scene))).toEqual(prepared);
  expect(vi.mocked(placeLabels)).toHaveBeenCalledTimes(sought);
});

/** The network with its weights so many times as large, which takes longer labels. */
function grown(problem: Problem, factor: number): Problem {
  const larger = (value: Tensor): Tensor =>
    typeof value === 'number' ? value * factor : value.map((row) => row.map((x) => x * factor));
  const parameters = Object.entries(problem.parameters).map(([id, rows]) => [id, larger(rows)]);
  return { ...problem, parameters: Object.fromEntries(parameters) };
}

test('numbers that change while a step is ahead leave its labels the room of a first look', () => {
  const growing = [1, 10, 100, 1000].map((factor) => scenesOf(grown(NETWORK, factor)));
  const last = growing.at(-1) ?? [];
  const watched = drawingOf(last);
  const fresh = drawingOf(last);
  for (const scenes of growing) for (const scene of scenes) watched(scene, true);
  const shown = (labels: typeof fresh) =>
    last.map((scene) => labels(scene).map(({ chips }) => chips.length));
  expect(shown(watched)).toEqual(shown(fresh));
  expect(shown(fresh).flat().length).toBeGreaterThan(3);
});
