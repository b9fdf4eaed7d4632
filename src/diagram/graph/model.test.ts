import { expect, test } from 'vitest';
import { everyProblem } from '../../compile/testing/cases';
import { evaluate, expressionOf } from '../../derive/folding';
import { type Matrix, read, type Snapshot, view } from '../../engine';
import { contributions } from './adding';
import { type GraphModel, graphModel, type ModelEdge, returning } from './model';
import { type GraphScene, isOpenIn } from './scene';
import { BOTH, fan, lastScene, programs } from './scene.testing';

const modelOf = (scene: GraphScene) => graphModel(scene.source, isOpenIn(scene));

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
  for (const [id, problem] of everyProblem()) {
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
