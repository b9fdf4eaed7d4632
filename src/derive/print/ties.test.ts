import { describe, expect, it } from 'vitest';
import { compiled, everyProblem } from '../../compile/testing/cases';
import { DETAILS, innerDimensions, notationOf, printingOf, shapesTex, stepsOf } from '../index';

const walks = [...everyProblem()].flatMap(([id, problem]) => {
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation), true);
  return DETAILS.map((detail) => ({ id, printing, steps: stepsOf(source, detail) }));
});

const TIE = /\\htmlData\{tie=([a-h])([lrLR])\}\{(\d+)\}/g;

describe('the inner dimensions of a product', () => {
  it('are tied in pairs of equal numbers, one pair for each product', () => {
    let pairs = 0;
    for (const { id, printing, steps } of walks) {
      for (const step of steps) {
        const ties = [...shapesTex(step, printing).matchAll(TIE)];
        for (let i = 0; i < ties.length; i += 2) {
          const [left, right] = [ties[i], ties[i + 1]];
          expect([left?.[1], left?.[3]], `${id} ${step.id}`).toEqual([right?.[1], right?.[3]]);
          expect([left?.[2], right?.[2]].join('').toLowerCase()).toBe('lr');
          pairs += 1;
        }
      }
    }
    expect(pairs).toBeGreaterThan(1000);
  });

  it('agree in every product of every rule', () => {
    for (const { id, steps } of walks)
      for (const step of steps)
        for (const { left, right } of innerDimensions(step.rule))
          expect(left[1], `${id} ${step.id}`).toBe(right[0]);
  });

  it('of W2 A1 are tied: (3×4)(4×1)', () => {
    const { printing, steps } = walks.find(
      ({ id }) => id === 's1-relu2-softmax-cce',
    ) as (typeof walks)[number];
    const z2 = steps.find(({ id }) => id === 'forward:Z2');
    if (!z2) throw new Error('no Z2');
    const plain = shapesTex(z2, { ...printing, link: false });
    expect(plain).not.toContain('htmlData');
    const inner = innerDimensions(z2.rule)[0]?.inner;
    const tied = [...shapesTex(z2, printing).matchAll(TIE)].map((m) => m[3]);
    expect(tied).toEqual([`${inner}`, `${inner}`]);
  });
});
