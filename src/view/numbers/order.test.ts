import { beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../compile';
import { DETAILS, stepsOf } from '../../derive';
import { DEFAULT_PROBLEM, loadLibraryProblem } from '../../problem';
import { cardsOf, ownOf } from './order';

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

describe('ownOf', () => {
  it('puts what the step reads, in the order of its rule, before what it writes', () => {
    const step = stepsOf(compiled, 'layers').find(({ writes }) => writes === 'delta2');
    const own = [...ownOf(step)].sort(([, a], [, b]) => a.place - b.place);
    expect(own.map(([id, { use, phase }]) => `${id} ${use} ${phase}`)).toEqual([
      'W3 reads backward',
      'delta3 reads backward',
      'Z2 reads backward',
      'delta2 writes backward',
    ]);
  });
});
