import { describe, expect, it, test } from 'vitest';
import { read, toRows } from '../engine';
import type { ProgramProblem } from '../problem';
import { compiled, everyProblem, goldens, numbersOf, passOf } from './testing/cases';

const problems = everyProblem();

function programNamed(id: string): ProgramProblem {
  const problem = problems.get(id);
  if (problem?.kind !== 'program') throw new Error(`No program is called ${id}.`);
  return problem;
}

/** A scalar after the update. */
function updated(problem: ProgramProblem): ProgramProblem {
  const snapshot = passOf(compiled(problem));
  const parameters = Object.keys(problem.parameters).map((name) => {
    const value = read(snapshot, 'updated', name);
    return [name, value?.data[0] ?? Number.NaN] as const;
  });
  return { ...problem, parameters: Object.fromEntries(parameters) };
}

/** xₖ = Q (1 − ηΛ)ᵏ Qᵀ x₀ for the second derivatives (2 1; 1 8): in their axes every step only scales. */
function iterate(eta: number, k: number): readonly [number, number] {
  const angle = Math.atan2(Math.sqrt(10) - 3, -1);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [low, high] = [5 - Math.sqrt(10), 5 + Math.sqrt(10)];
  const u = (1 - eta * low) ** k * (3 * c + 3 * s);
  const v = (1 - eta * high) ** k * (-3 * s + 3 * c);
  return [c * u - s * v, s * u + c * v];
}

describe.each([
  ['s3-gd-eta0.1', 0.1, [2.1, 0.3]],
  ['s3-gd-eta0.2', 0.2, [1.2, -2.4]],
  ['s3-gd-eta0.25', 0.25, [0.75, -3.75]],
  ['s3-gd-etalimit', 2 / (5 + Math.sqrt(10)), [0.7947331922020555, -3.615800423393833]],
] as const)('%s', (id, eta, first) => {
  it('goes the way of the closed form, update after update', () => {
    let problem = programNamed(id);
    expect(problem.optimizer.learningRate).toBeCloseTo(eta, 14);
    for (let k = 0; k <= 20; k++) {
      const [x1, x2] = iterate(eta, k);
      expect(problem.parameters.x1).toBeCloseTo(x1, 9);
      expect(problem.parameters.x2).toBeCloseTo(x2, 9);
      if (k === 1) {
        expect(problem.parameters.x1).toBeCloseTo(first[0], 9);
        expect(problem.parameters.x2).toBeCloseTo(first[1], 9);
      }
      problem = updated(problem);
    }
  });
});

test('the three points as a program have the gradients that PyTorch gives the network', () => {
  const snapshot = passOf(compiled(programNamed('s2-dataset-expr')));
  const golden = goldens().find(({ id }) => id === 's2-dataset');
  const gradient = (id: string) => toRows(read(snapshot, 'gradient', id) as never).flat();
  const expected = (id: string) => numbersOf(golden?.gradients[id] as never);
  const close = (a: readonly number[], b: readonly number[]) => {
    expect(a).toHaveLength(b.length);
    for (const [i, x] of a.entries()) expect(x).toBeCloseTo(b[i] as number, 12);
  };
  close(gradient('A'), expected('W1'));
  close(gradient('b'), expected('W2'));
  expect(read(snapshot, 'value', 'L')?.data[0]).toBeCloseTo(Number(golden?.loss), 12);
});

test('the program with z₁ to z₄ has four named quantities before its loss, as on paper', () => {
  for (const id of ['s2-single-expr', 's2-dataset-expr']) {
    const { graph } = compiled(programNamed(id));
    const named = graph.nodes.filter((n) => n.named && n.args.length > 0).map((n) => n.id);
    expect(named).toEqual(['z1', 'z2', 'z3', 'z4', 'L']);
  }
});
