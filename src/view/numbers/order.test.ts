import { beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../compile';
import { DETAILS, stepsOf } from '../../derive';
import { DEFAULT_PROBLEM, loadLibraryProblem } from '../../problem';
import { arrange, cardsOf, roleIn } from './order';

let compiled: Compiled;

beforeAll(async () => {
  const problem = await loadLibraryProblem(DEFAULT_PROBLEM);
  const result = problem.ok ? compile(problem.value) : problem;
  if (!result.ok) throw new Error(result.fault.error);
  compiled = result.value;
});

const ids = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id).join(' ');

describe('cardsOf', () => {
  it('goes through values, gradients and updates in their order', () => {
    expect(ids(cardsOf(compiled.graph, stepsOf(compiled, 'layers')))).toBe(
      'X W1 b1 Z1 A1 W2 b2 Z2 A2 W3 b3 Z3 A3 Y J ' +
        'dA3 delta3 dW3 db3 delta2 dW2 db2 delta1 dW1 db1 ' +
        'W1_new b1_new W2_new b2_new W3_new b3_new',
    );
  });

  it.each(DETAILS)('has one card for all that a step reads or writes (%s)', (detail) => {
    const steps = stepsOf(compiled, detail);
    const cards = cardsOf(compiled.graph, steps).map(({ id }) => id);
    expect(new Set(cards).size).toBe(cards.length);
    for (const { reads, writes } of steps) {
      expect(cards).toEqual(expect.arrayContaining([...reads, writes]));
    }
  });
});

describe('arrange', () => {
  it('puts what the step reads, then what it writes, first, and loses no card', () => {
    const steps = stepsOf(compiled, 'layers');
    const cards = cardsOf(compiled.graph, steps);
    const step = steps.find(({ writes }) => writes === 'delta2');
    const { own, others } = arrange(cards, step);
    expect(ids(own)).toBe('W3 delta3 Z2 delta2');
    expect(own.map(({ id }) => roleIn(id, step))).toEqual(['reads', 'reads', 'reads', 'writes']);
    expect([...own, ...others].map(({ id }) => id).sort()).toEqual(
      cards.map(({ id }) => id).sort(),
    );
  });
});
