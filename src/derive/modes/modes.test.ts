import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { compiledOf } from '../../compile/testing/programs';
import { read, rootOf, sizeOf } from '../../engine';
import { stepsOf } from '../steps';
import { allOf, workOf } from './count';
import { tangentsOf } from './forward';
import { modesOf } from './modes';

const every = [...everyProblem()];
/** Of a large leaf some of the numbers are moved. */
const MOST_SEEDS = 12;

describe.each(every)('%s', (_, problem) => {
  it('moving one number moves the loss by its gradient, which the engine computed backwards', () => {
    const source = compiled(problem);
    const { graph } = source;
    const snapshot = passOf(source);
    const root = rootOf(graph).id;
    const leaves = graph.nodes.filter((n) => n.args.length === 0 && n.differentiable);
    const far = leaves.flatMap(({ id, shape }) => {
      const gradient = read(snapshot, 'gradient', id);
      if (!gradient) return [`no gradient of ${id}`];
      const size = Math.max(0, ...[...gradient.data].filter(Number.isFinite).map(Math.abs));
      const stride = Math.ceil(sizeOf(shape) / MOST_SEEDS);
      return [...gradient.data.keys()]
        .filter((i) => i % stride === 0)
        .flatMap((i) => {
          const seed = { of: id, row: Math.floor(i / shape[1]), col: i % shape[1] };
          const moved = read(tangentsOf(graph, snapshot, seed), 'gradient', root)?.data[0];
          const wanted = gradient.data[i] as number;
          const close =
            Object.is(moved, wanted) || Math.abs((moved ?? NaN) - wanted) <= 1e-9 * size + 1e-12;
          return close ? [] : [`${id}[${i}] ${moved} ${wanted}`];
        });
    });
    expect(far).toEqual([]);
  });
});

/** A number that counts what is done with it: an independent count of the same algorithm. */
class Counter {
  products = 0;
  sums = 0;
  dot(a: readonly number[], b: readonly number[]): number {
    return a.map((x, i) => this.mul(x, b[i] as number)).reduce((x, y) => this.add(x, y));
  }
  mul(a: number, b: number): number {
    this.products++;
    return a * b;
  }
  add(a: number, b: number): number {
    this.sums++;
    return a + b;
  }
}

describe('the count', () => {
  it('of a matrix product is that of a run with counters', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.nat(4), (r, k, c) => {
        const [rows, inner, cols] = [r + 1, k + 1, c + 1];
        const run = new Counter();
        const vector = Array.from({ length: inner }, (_, i) => i);
        for (let i = 0; i < rows * cols; i++) run.dot(vector, vector);
        const op = { kind: 'matmul', transposeLeft: false, transposeRight: false } as const;
        const work = workOf(
          op,
          [
            [rows, inner],
            [inner, cols],
          ],
          [rows, cols],
        );
        expect(work).toMatchObject({ products: run.products, sums: run.sums });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('of one multiplication by hand: L = w x, both passes take one number each', () => {
    // Backward: dL/dw = x, read, not computed. Forward: x times the tangent of w.
    const modes = modesOf(compiledOf('y = s * t\nL = y * u'));
    expect(modes.values).toEqual({ products: 2, sums: 0, functions: 0 });
    expect(modes.forward.passes).toBe(3);
    // dy = u, du = y are read; ds = dy t and dt = s dy are computed.
    expect(modes.reverse.total).toEqual({ products: 2, sums: 0, functions: 0 });
    // For s and t: two products each, ẏ and L̇; for u one, L̇ alone.
    expect(modes.forward.total).toEqual({ products: 5, sums: 0, functions: 0 });
  });

  it('of the reverse pass is at most a few forward passes, however many parameters there are', () => {
    for (const [id, problem] of every) {
      const { values, reverse } = modesOf(compiled(problem));
      expect(allOf(reverse.total) / Math.max(1, allOf(values)), id).toBeLessThan(6);
    }
  });

  it('has one forward pass a number of the parameters', () => {
    for (const [, problem] of every) {
      const source = compiled(problem);
      const numbers = stepsOf(source, 'operations')
        .filter(({ phase }) => phase === 'update')
        .reduce((sum, { shape }) => sum + shape[0] * shape[1], 0);
      expect(modesOf(source).forward.passes).toBe(numbers);
    }
  });
});
