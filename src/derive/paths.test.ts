import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf, problemOf } from '../compile/testing/cases';
import { read } from '../engine';
import { localGraph, MOST_PATHS, pathsFrom, pathsInTurns } from './paths';

const SATURATED = /saturated|logits1000|overflow/;
const every = [...everyProblem()];
const small = every.filter(([id]) => /^(s\d|expr|edge|net)/.test(id) && !SATURATED.test(id));

describe.each(small)('%s', (_, problem) => {
  const source = compiled(problem);
  const snapshot = passOf(source);
  const local = localGraph(source);
  const parameters = source.graph.parameters.flatMap((i) => source.graph.nodes[i] ?? []);

  it('the paths of every parameter add up to the gradient of the engine', () => {
    for (const node of parameters) {
      const gradient = read(snapshot, 'gradient', node.id);
      if (!gradient) continue;
      const size = Math.max(0, ...[...gradient.data].filter(Number.isFinite).map(Math.abs));
      for (const [i, wanted] of gradient.data.entries()) {
        const start = {
          of: node.id,
          row: Math.floor(i / gradient.cols),
          col: i % gradient.cols,
        };
        const paths = pathsFrom(local, snapshot, start);
        if (!Number.isFinite(wanted)) {
          expect(paths.sum).toBe(wanted);
          continue;
        }
        expect(Math.abs(paths.sum - wanted)).toBeLessThanOrEqual(1e-9 * size + 1e-12);
        if (paths.count > MOST_PATHS) {
          expect(paths.listed).toHaveLength(MOST_PATHS);
          continue;
        }
        expect(paths.listed).toHaveLength(paths.count);
        const listed = paths.listed.reduce((sum, { product }) => sum + product, 0);
        expect(Math.abs(listed - wanted)).toBeLessThanOrEqual(1e-9 * size + 1e-12);
      }
    }
  }, 120_000);
});

describe('the second handout', () => {
  const source = compiled(problemOf('s1-relu2-softmax-cce'));
  const snapshot = passOf(source);
  const local = localGraph(source);

  it('a weight of the first layer has 5 examples × 3 units × 2 outputs × 2 by softmax ways', () => {
    const [units2, outputs, examples] = [
      source.graph.nodes.find((n) => n.id === 'Z2')?.shape[0] ?? 0,
      ...(source.graph.nodes.find((n) => n.id === 'Z3')?.shape ?? [0, 0]),
    ];
    const all = pathsFrom(local, snapshot, { of: 'W1', row: 0, col: 0 });
    expect(all.count).toBe(examples * units2 * outputs * outputs);
    const byExample = Array.from({ length: examples }, (_, example) =>
      pathsFrom(local, snapshot, { of: 'W1', row: 0, col: 0 }, { example }),
    );
    expect(byExample.map((p) => p.count)).toEqual(byExample.map(() => units2 * outputs * outputs));
    expect(byExample.reduce((sum, p) => sum + p.sum, 0)).toBeCloseTo(all.sum, 14);
  });

  it('a unit of one example leads to the engine’s own gradient there', () => {
    for (const of of ['A1', 'Z1', 'Z2', 'A2', 'Z3', 'A3']) {
      const gradient = read(snapshot, 'gradient', of);
      const paths = pathsFrom(local, snapshot, { of, row: 1, col: 2 });
      expect(paths.sum).toBeCloseTo(gradient?.data[gradient.cols + 2] ?? Number.NaN, 12);
    }
  });

  it('says how many there are beyond those it lists', () => {
    const paths = pathsFrom(local, snapshot, { of: 'W1', row: 0, col: 0 }, { most: 7 });
    expect(paths.listed).toHaveLength(7);
    expect(paths.count).toBeGreaterThan(7);
  });

  it('in turns they are the same, and no turn does much', () => {
    const start = { of: 'W1', row: 0, col: 0 };
    const fresh = localGraph(source);
    const turns = pathsInTurns(fresh, snapshot, start);
    let count = 0;
    let turn = turns.next();
    for (; !turn.done; turn = turns.next()) count += 1;
    const { count: all, sum, listed } = turn.value;
    const whole = pathsFrom(local, snapshot, start);
    expect({ all, sum, products: listed.map((p) => p.product) }).toEqual({
      all: whole.count,
      sum: whole.sum,
      products: whole.listed.map((p) => p.product),
    });
    expect(count).toBeGreaterThan(all / 50);
  });
});
