import { expect, test } from 'vitest';
import { LIBRARY, loadLibraryProblem, type Problem } from '../problem';
import { type Box, overlap } from './curve';
import { programMarks } from './marks-program';
import { networkModel } from './model';
import { programGeometry } from './program-geometry';
import { programModel } from './program-model';
import { scenesOf } from './scene.testing';

const PANELS = [
  { width: 740, height: 560 },
  { width: 620, height: 360 },
  { width: 390, height: 360 },
  { width: 1500, height: 900 },
];

const LONG: Problem = {
  kind: 'program',
  title: 'Fifteen names',
  program:
    'p = a*b\nq = p + c\nr = q*a\ns = sigmoid(r)\nt = s + d\nu = t*b\nv = tanh(u)\nw = v*e\nx = w + p\nL = (x - s)^2',
  minimise: 'L',
  examples: 'columns',
  data: { a: 1.5, b: -2, c: 0.5 },
  parameters: { d: 0.25, e: 3 },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
};

async function programs(): Promise<readonly Problem[]> {
  const found: Problem[] = [LONG];
  for (const { id } of LIBRARY) {
    const read = await loadLibraryProblem(id);
    if (read.ok && read.value.kind === 'program') found.push(read.value);
  }
  return found;
}

test('a program has no layers, and no two of its boxes and gradients overlap', async () => {
  const problems = await programs();
  expect(problems.length).toBeGreaterThan(3);
  for (const problem of problems) {
    const scene = scenesOf(problem).at(-1);
    if (!scene) throw new Error('no step');
    expect(networkModel(scene.graph)).toBeNull();
    const model = programModel(scene.graph);
    for (const size of PANELS) {
      const geometry = programGeometry(model, size);
      const { groups } = programMarks({ model, geometry, scene });
      const boxes = groups.flatMap((mark): readonly Box[] => {
        if (mark.kind === 'box') return [mark.box];
        return mark.kind === 'chips' ? mark.chips : [];
      });
      const clashes = boxes.flatMap((a, i) => boxes.slice(0, i).filter((b) => overlap(a, b, -0.5)));
      expect([problem.title, size.width, clashes]).toEqual([problem.title, size.width, []]);
      for (const { x, y, width, height } of boxes) {
        expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThanOrEqual(0);
        expect(x + width / 2).toBeLessThanOrEqual(size.width);
        expect(y + height / 2).toBeLessThanOrEqual(size.height);
      }
    }
  }
});
