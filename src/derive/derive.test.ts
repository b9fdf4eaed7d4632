import { describe, expect, it } from 'vitest';
import type { Compiled } from '../compile';
import { compiled, everyProblem, excess, passOf, problemOf } from '../compile/testing/cases';
import { read, type Snapshot } from '../engine';
import { type Problem, relayout } from '../problem';
import {
  chainTex,
  DETAILS,
  type Detail,
  evaluate,
  notations,
  numbersTex,
  printingOf,
  ruleSpoken,
  ruleTex,
  type Step,
  shapesTex,
  stepsOf,
} from './index';
import { setTex } from './testing/katex';

/** The problem as a notation lays it out: a network's matrices turn, a program is written as it stands. */
function laidOut(problem: Problem, notation: (typeof notations)[number]): Problem {
  return problem.kind === 'network' ? relayout(problem, notation) : problem;
}

const every = [...everyProblem()];

/**
 * On paper the loss takes the probabilities. Where they saturate (a = 0 or 1 in double precision) that formula has
 * no finite value, while the engine, which takes the logits, has.
 */
const SATURATED = new Set(['edge-saturated', 'edge-logits1000']);

function wrong(step: Step, source: Compiled, snapshot: Snapshot): boolean {
  const computed = evaluate(step.rule, snapshot);
  const expected = read(snapshot, step.aspect, step.of);
  if (!expected) throw new Error(`No ${step.aspect} of ${step.of}`);
  const relative = source.problem.kind === 'network' ? 1e-12 : 1e-10;
  return !(excess(computed, [...expected.data], relative, 1e-13) <= 1);
}

describe.each(every)('%s', (id, problem) => {
  // A program's formulas are the same in each.
  const layouts = problem.kind === 'network' ? notations : notations.slice(0, 1);
  it.each(layouts.map((n) => [n.id, n] as const))(
    'every formula gives what the engine computes, in the notation %s and at every detail',
    (_, notation) => {
      const source = compiled(laidOut(problem, notation));
      const snapshot = passOf(source);
      const failures = DETAILS.flatMap((detail) =>
        stepsOf(source, detail)
          .filter((step) => wrong(step, source, snapshot))
          .map((step) => `${detail} ${step.id}`),
      );
      const tolerated = SATURATED.has(id)
        ? failures.filter((f) => !/ (loss|forward|backward:A)/.test(f))
        : failures;
      expect(tolerated).toEqual([]);
    },
  );

  it('every printed formula is TeX that KaTeX can set, with nothing but links trusted', () => {
    const source = compiled(problem);
    const snapshot = passOf(source);
    for (const notation of notations) {
      const printing = printingOf(source.graph, notation, true);
      for (const step of stepsOf(source, 'operations')) {
        const { put, result } = numbersTex(step, printing, snapshot, { decimals: 3 });
        const printed = [chainTex(step, printing), ruleTex(step, printing), put, result];
        for (const tex of [...printed, shapesTex(step, printing)]) {
          expect(setTex(tex, { displayMode: true })).not.toContain('undefined');
        }
        expect(ruleSpoken(step, printing)).toMatch(/^\S.* equals \S/);
      }
    }
  }, 120_000);
});

describe('the second handout', () => {
  const source = compiled(problemOf('s1-relu2-softmax-cce'));
  const steps = (detail: Detail) => new Map(stepsOf(source, detail).map((s) => [s.id, s]));

  it('walks in 23 steps', () => {
    expect([...steps('layers').keys()]).toEqual([
      ...['Z1', 'A1', 'Z2', 'A2', 'Z3', 'A3'].map((q) => `forward:${q}`),
      'loss:J',
      ...['A3', 'Z3', 'W3', 'b3', 'Z2', 'W2', 'b2', 'Z1', 'W1', 'b1'].map((q) => `backward:${q}`),
      ...['W1', 'b1', 'W2', 'b2', 'W3', 'b3'].map((q) => `update:${q}`),
    ]);
  });

  it.each([
    ['W3', 3, 'delta3'],
    ['W2', 5, 'delta2'],
    ['W1', 7, 'delta1'],
  ])('the chain of %s has %i factors, all but the last known as %s', (weight, count, error) => {
    const chain = steps('layers').get(`backward:${weight}`)?.chain;
    expect(chain).toMatchObject({
      kind: 'paths',
      terms: [{ known: count - 1, knownAs: error }],
    });
    if (chain?.kind === 'paths') expect(chain.terms[0]?.factors).toHaveLength(count);
  });

  it('needs Z2 from the forward pass for the error of layer 2, and no cached value for a bias', () => {
    expect(steps('layers').get('backward:Z2')).toMatchObject({
      writes: 'delta2',
      reads: ['W3', 'delta3', 'Z2'],
      cached: ['Z2'],
    });
    expect(steps('layers').get('backward:b2')).toMatchObject({ reads: ['delta2'], cached: [] });
  });
});
