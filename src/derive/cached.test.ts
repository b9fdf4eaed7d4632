import { describe, expect, it } from 'vitest';
import { compiled, everyProblem } from '../compile/testing/cases';
import { evaluate } from './evaluate';
import { DETAILS, needsForGradient, needsForStep, notationOf, printingOf, stepsOf } from './index';

const every = everyProblem();

function walkOf(id: string, detail: (typeof DETAILS)[number] = 'quantities') {
  const problem = every.get(id);
  if (!problem) throw new Error(id);
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation));
  return { source, printing, steps: stepsOf(source, detail) };
}
const ids = (kept: readonly { id: string }[]) => kept.map(({ id }) => id);

describe('what is cached', () => {
  it('for ∂L/∂a[2] of the first handout: the output, with W[3] and y; nothing of layers 1 and 2', () => {
    const { steps, printing } = walkOf('s0-p3-1-cache');
    const needs = needsForGradient(steps, 'dA2', printing);
    expect(ids(needs.cached)).toEqual(['A3']);
    expect(ids(needs.given).sort()).toEqual(['W3', 'Y']);
    expect(needs.droppable).toEqual(['Z1', 'A1', 'Z2', 'A2', 'Z3', 'J']);
  });

  it('for the first weights of the second handout: both z of the hidden layers and the output', () => {
    const { steps, printing } = walkOf('s1-relu2-softmax-cce', 'layers');
    const needs = needsForGradient(steps, 'dW1', printing);
    expect(ids(needs.cached)).toEqual(['Z1', 'Z2', 'A3']);
    expect(needs.gradients).toEqual(['delta3', 'delta2', 'delta1', 'dW1']);
    expect(ids(needs.given).sort()).toEqual(['W2', 'W3', 'X', 'Y']);
  });

  it('says where the slope is taken, and what a weight is multiplied by', () => {
    const { steps, printing } = walkOf('s1-relu2-softmax-cce', 'layers');
    const why = (step: string) =>
      needsForStep(steps.find(({ id }) => id === step) ?? (steps[0] as never), printing).map(
        ({ id, uses }) => [id, uses[0]?.why],
      );
    expect(why('backward:Z2')).toEqual([['Z2', 'δ² takes relu′(Z²)']]);
    expect(why('backward:W2')).toEqual([
      ['A1', 'it is what W² is multiplied by, so it is a factor of ∂J/∂W²'],
    ]);
    expect(why('backward:b2')).toEqual([]);
    expect(why('forward:Z2')).toEqual([]);
  });

  it.each([...every.keys()])(
    '%s: with only what is kept and given, every rule on the way can be evaluated',
    (id) => {
      for (const detail of DETAILS) {
        const { source, steps, printing } = walkOf(id, detail);
        const wanted = steps.filter(({ aspect }) => aspect === 'gradient').at(-1);
        if (!wanted) continue;
        const needs = needsForGradient(steps, wanted.writes, printing);
        const here = new Set([...ids(needs.cached), ...ids(needs.given)]);
        // A snapshot that holds what is kept, and every gradient once its step has been done.
        for (const step of steps.filter(({ writes }) => needs.gradients.includes(writes))) {
          const slots = (aspect: 'value' | 'gradient') =>
            new Map(
              source.graph.nodes
                .filter((n) => (aspect === 'value' ? here.has(n.id) : here.has(n.gradientId)))
                .map((n) => [n.id, { offset: 0, shape: n.shape }] as const),
            );
          const layout = {
            length: 10_000,
            value: slots('value'),
            gradient: slots('gradient'),
            updated: new Map(),
            lossAfterUpdate: { offset: 0, shape: [1, 1] as const },
          };
          const memory = new Float64Array(10_000).fill(0.5);
          expect(() => evaluate(step.rule, { layout, memory })).not.toThrow();
          here.add(step.writes);
        }
      }
    },
  );
});
