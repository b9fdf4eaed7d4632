import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyProblem } from '../../compile/testing/cases';
import { programOf } from '../../compile/testing/programs';
import { evaluate, expressionOf } from '../../derive/folding';
import { type Matrix, read, type Snapshot, view } from '../../engine';
import type { Problem } from '../../problem';
import { overlap, type Point } from '../curve';
import { addingSentence, contributions } from './adding';
import { graphMarks } from './marks-edges';
import { type GraphModel, graphModel, type ModelEdge, returning } from './model';
import { graphPlan } from './plan';
import { type GraphScene, isOpenIn } from './scene';
import { lastScene } from './scene.testing';
import { matching, nextNode } from './walking';

const problems = [...everyProblem()];
const programs = problems.filter(([, { kind }]) => kind === 'program');
const BOTH = [
  ['folded', { all: false }],
  ['open', { all: true }],
] as const;

const modelOf = (scene: GraphScene) => graphModel(scene.source, isOpenIn(scene));

const GIVEN = { x: 1.5, y: 0.2 };
const fan = (program: string, data = GIVEN): Problem =>
  programOf(program, { data, parameters: { w: 0.7, ...(program.includes('b') && { b: -0.4 }) } });

test('a folded program has a node for each line and each leaf, an open one for each operation', () => {
  const problem = fan('z = sigmoid(w * x^2 + b)\nL = (z - y)^2');
  const keys = (all: boolean) =>
    modelOf(lastScene(problem, 'quantities', { all })).nodes.map(({ kind, node }) =>
      kind === 'operation' ? node.op.kind : node.id,
    );
  expect(keys(false).toSorted()).toEqual(['L', 'b', 'w', 'x', 'y', 'z']);
  expect(keys(true).toSorted()).toEqual(
    ['add', 'b', 'multiply', 'power', 'power', 'sigmoid', 'subtract', 'w', 'x', 'y'].toSorted(),
  );
});

test('a line is opened by itself, and the detail decides where nobody did', () => {
  const problem = fan('z = sigmoid(w * x^2 + b)\nL = (z - y)^2');
  const kinds = (detail: 'quantities' | 'operations', opened: Record<string, boolean>) => {
    const { byKey } = modelOf(lastScene(problem, detail, { opened }));
    return ['z', 'L'].map((key) => byKey.get(key)?.kind);
  };
  expect(kinds('quantities', {})).toEqual(['line', 'line']);
  expect(kinds('quantities', { z: true })).toEqual(['operation', 'line']);
  expect(kinds('operations', {})).toEqual(['operation', 'operation']);
  expect(kinds('operations', { L: false })).toEqual(['operation', 'line']);
});

/** The largest distance as a part of the largest entry. */
function distance(a: Matrix, b: Matrix): number {
  const scale = Math.max(1e-9, ...[...b.data].map(Math.abs));
  return Math.max(...[...a.data].map((v, i) => Math.abs(v - (b.data[i] as number)))) / scale;
}

const isFinitePass = ({ memory }: Snapshot) => memory.every(Number.isFinite);

test('what arrives at a node adds up to the gradient that the engine has', () => {
  let sums = 0;
  for (const [id, problem] of problems) {
    for (const [name, folding] of BOTH) {
      const scene = lastScene(problem, 'quantities', folding);
      const snapshot = scene.snapshot as Snapshot;
      // Saturated outputs are exact in the engine only: on paper 0/0.
      if (!isFinitePass(snapshot) || id.startsWith('edge-')) continue;
      const model = modelOf(scene);
      for (const { key } of model.nodes) {
        if (returning(model, key).length === 0) continue;
        const arriving = contributions(model, key, snapshot).map(([, matrix]) => matrix);
        const gradient = read(snapshot, 'gradient', key) as Matrix;
        const total = gradient.data.map((_, i) =>
          arriving.reduce((sum, { data }) => sum + (data[i] as number), 0),
        );
        if (arriving.length > 1) sums += 1;
        expect([id, name, key, distance({ ...gradient, data: total }, gradient)]).toEqual([
          id,
          name,
          key,
          expect.toSatisfy((d: number) => d < 1e-9),
        ]);
      }
    }
  }
  expect(sums).toBeGreaterThan(20);
});

/** ∂of/∂by by central differences of the forward formula alone. */
function difference({ walk }: GraphModel, { from, to }: ModelEdge, snapshot: Snapshot): number {
  const h = 1e-5;
  const at = (shift: number) => {
    const memory = snapshot.memory.slice();
    const moved = { ...snapshot, memory };
    const slot = snapshot.layout.value.get(from.key);
    if (!slot) throw new Error(`${from.key} has no place`);
    const { data } = view(memory, slot);
    data[0] = (data[0] as number) + shift;
    return evaluate(expressionOf(walk, to.node), moved).data[0] as number;
  };
  return (at(h) - at(-h)) / (2 * h);
}

test('the local derivative on an edge is the finite difference of what the node computes', () => {
  let checked = 0;
  for (const [id, problem] of programs) {
    for (const [name, folding] of BOTH) {
      const scene = lastScene(problem, 'quantities', folding);
      const snapshot = scene.snapshot as Snapshot;
      const model = modelOf(scene);
      for (const edge of model.edges) {
        const { local, from, to } = edge;
        if (local?.kind !== 'derivative' || from.node.shape.some((n) => n !== 1)) continue;
        const value = evaluate(local.formula, snapshot).data[0] as number;
        const other = difference(model, edge, snapshot);
        // Where a function ends, as log does at 0, there is no difference to both sides.
        if (!Number.isFinite(other) || Math.abs(value) > 1e4) continue;
        checked += 1;
        const error = Math.abs(value - other) / Math.max(1, Math.abs(value));
        expect([id, name, from.key, to.key, value, other, error < 1e-5]).toEqual([
          id,
          name,
          from.key,
          to.key,
          value,
          other,
          true,
        ]);
      }
    }
  }
  expect(checked).toBeGreaterThan(60);
});

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
    const problem = problems.find(([name]) => name === id)?.[1];
    if (!problem) throw new Error(`No problem is called ${id}.`);
    const scene = lastScene(problem, 'quantities', { all });
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
