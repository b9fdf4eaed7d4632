import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programOf } from '../../compile/testing/programs';
import { overlap, type Point } from '../curve';
import { graphPlan } from './plan';
import type { GraphScene } from './scene';
import { BOTH, fan, lastScene, programs } from './scene.testing';

/** Points along the way of an edge, as it is drawn: level, or an S. */
function alongWay(points: readonly Point[], isAcross: boolean): readonly Point[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    return [0.15, 0.5, 0.85].map((t) => {
      const s = t * t * (3 - 2 * t);
      const [along, beside] = [t, s];
      return isAcross
        ? { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * beside }
        : { x: from.x + (to.x - from.x) * beside, y: from.y + (to.y - from.y) * along };
    });
  });
}

test('no wire runs through a node, nor through the label of another', () => {
  for (const [id, problem] of programs)
    for (const [name, folding] of BOTH)
      for (const direction of ['LR', 'TB'] as const) {
        const { placed } = graphPlan(lastScene(problem, 'quantities', folding), direction);
        const hits = [...placed.edges].flatMap(([key, { points }]) =>
          alongWay(points, direction === 'LR').flatMap(({ x, y }) => {
            const point = { x, y, width: 0, height: 0 };
            const nodes = [...placed.nodes].filter(([, box]) => overlap(box, point, -2));
            const labels = [...placed.edges].filter(
              ([other, { label }]) => other !== key && overlap(label, point, -2),
            );
            return [...nodes, ...labels].map(([other]) => `${key} through ${other}`);
          }),
        );
        expect([id, name, direction, hits]).toEqual([id, name, direction, []]);
      }
});

function boxesIn(scene: GraphScene, direction: 'LR' | 'TB') {
  const { placed } = graphPlan(scene, direction);
  const labels = [...placed.edges.values()].map(({ label }) => label);
  const boxes = [...placed.nodes.values(), ...labels.filter(({ width }) => width > 0)];
  return { boxes, placed };
}

function expectApart(title: string, scene: GraphScene): void {
  for (const direction of ['LR', 'TB'] as const) {
    const { boxes, placed } = boxesIn(scene, direction);
    const clashes = boxes.flatMap((a, i) => boxes.slice(0, i).filter((b) => overlap(a, b, -0.5)));
    expect([title, direction, clashes]).toEqual([title, direction, []]);
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThanOrEqual(-0.5);
      expect(x + width / 2).toBeLessThanOrEqual(placed.width + 0.5);
      expect(y + height / 2).toBeLessThanOrEqual(placed.height + 0.5);
    }
  }
}

test('no two nodes and labels overlap in the handouts, folded or open', () => {
  for (const [id, problem] of programs)
    for (const [name, folding] of BOTH)
      expectApart(`${id} ${name}`, lastScene(problem, 'quantities', folding));
});

test('no two nodes and labels overlap in random programs', () => {
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('s', 't', 'u', '2'),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*'), tie('expression'))
        .map((p) => `(${p.join(' ')})`),
      fc.tuple(fc.constantFrom('tanh', 'sigmoid'), tie('expression')).map(([f, e]) => `${f}(${e})`),
      tie('expression').map((e) => `sum(A * v * (${e}))`),
    ),
  }));
  fc.assert(
    fc.property(expression, expression, fc.boolean(), (first, second, all) => {
      const program = `p = s * (${first})\nq = p * (${second})\nL = p * q + q^2`;
      expectApart(program, lastScene(programOf(program), 'quantities', { all }));
    }),
    { seed: 11, numRuns: 40 },
  );
});

test('editing a number leaves every place as it is', () => {
  const before = graphPlan(lastScene(fan('z = w * x\nL = (z - y)^2'), 'quantities'), 'LR');
  const changed = fan('z = w * x\nL = (z - y)^2', { x: -120.123, y: 3 });
  const { placed } = graphPlan(lastScene(changed, 'quantities'), 'LR');
  expect(placed).toBe(before.placed);
});
