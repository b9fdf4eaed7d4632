import { expect, test } from 'vitest';
import { problemOf } from '../../compile/testing/cases';
import { addingSentence } from './adding';
import { graphMarks } from './marks-edges';
import { graphPlan } from './plan';
import { fan, lastScene } from './scene.testing';

test('it is said in words why gradients add up', () => {
  const problem = fan('y1 = w * x\nL = (y1 - y)^2 + b * y1');
  const scene = lastScene(problem, 'quantities');
  const { nodes } = graphMarks({ ...graphPlan(scene, 'LR'), scene });
  const found = nodes.find(({ key }) => key === 'y1')?.sum?.sentence;
  // One node, L, reads y1; nothing has to be added on the drawing while it is folded.
  expect(found).toBeUndefined();
  const open = lastScene(problem, 'quantities', { all: true });
  const marks = graphMarks({ ...graphPlan(open, 'LR'), scene: open });
  // 2 (1.05 − 0.2) = 1.7 by way of the square, and b = −0.4 by way of the product.
  expect(marks.nodes.find(({ key }) => key === 'y1')?.sum?.sentence).toBe(
    'y₁ is used twice, so two gradients arrive and add up: 1.7 − 0.4 = 1.3',
  );
  const matrix = { rows: 2, cols: 1, data: Float64Array.of(1, 2) };
  expect(addingSentence('z', [matrix, matrix, matrix], matrix, 3)).toBe(
    'z is used three times, so three gradients arrive and add up.',
  );
});

test('rules and local derivatives are written as on paper', () => {
  const texts = (id: string, all: boolean) => {
    const scene = lastScene(problemOf(id), 'quantities', { all });
    const { edges } = graphMarks({ ...graphPlan(scene, 'LR'), scene });
    return Object.fromEntries(edges.map(({ key, local }) => [key, local?.full]));
  };
  expect(texts('s0-p3-4-sigmoid-matrix', false)).toMatchObject({
    'x>z': '⊙ z ⊙ (1 − z)',
    'z>yhat': '· Wᵀ',
    'W>yhat': 'zᵀ ·',
    'yhat>L': '∂L/∂ŷ = 2(ŷ − y)',
  });
  // x = 1.5, w = 0.7: z = σ(1.175) = 0.764, tanh z = 0.643.
  expect(texts('s0-p3-2-tanh-sigmoid', false)).toMatchObject({
    'b>z': '∂z/∂b = z · (1 − z) = 0.18',
    'z>yhat': '∂ŷ/∂z = 1 − ŷ² = 0.586',
    'y>L': '∂L/∂y = −2(ŷ − y) = −0.887',
  });
});
