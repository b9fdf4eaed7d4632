import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../compile';
import { notationOf, type Printing, printingOf, type Step, stepsOf } from '../../derive';
import { fromRows, scalar } from '../../engine';
import { DEFAULT_PROBLEM, loadLibraryProblem } from '../../problem';
import { chainSpoken, matrixSpoken, shapesSpoken } from './spoken';

let printing: Printing;
let steps: readonly Step[];

beforeAll(async () => {
  const problem = await loadLibraryProblem(DEFAULT_PROBLEM);
  const compiled = problem.ok ? compile(problem.value) : problem;
  if (!compiled.ok) throw new Error(compiled.fault.error);
  printing = printingOf(compiled.value.graph, notationOf(compiled.value.problem.notation));
  steps = stepsOf(compiled.value, 'layers');
});

const step = (writes: string) => steps.find((s) => s.writes === writes) as Step;

describe('chainSpoken', () => {
  it('says what a forward quantity depends on', () => {
    expect(chainSpoken(step('Z2'), printing)).toBe('Z 2 depends on W 2, A 1, b 2');
  });

  it('names the known part of a chain by its own name', () => {
    expect(chainSpoken(step('delta2'), printing)).toBe(
      'delta 2 is delta 3, which is known, times Z 3 by A 2, times A 2 by Z 2',
    );
  });

  it('says the descent of an update', () => {
    expect(chainSpoken(step('W1_new'), printing)).toBe(
      'W 1 moves by minus alpha times its gradient',
    );
  });
});

describe('shapesSpoken', () => {
  it('gives the shape of all that is read, and of the result', () => {
    expect(shapesSpoken(step('dW2'), printing)).toBe(
      'delta 2 is 3 by 5; A 1 is 4 by 5; 3 by 5 times 5 by 4, the inner dimensions agree: 5; the result is 3 by 4',
    );
  });
});

describe('matrixSpoken', () => {
  it('reads a small matrix row by row', () => {
    expect(
      matrixSpoken(
        fromRows([
          [1, -0.25],
          [0, 2],
        ]),
        2,
      ),
    ).toBe('row 1: 1, minus 0.25; row 2: 0, 2');
  });

  it('reads one number as such', () => {
    expect(matrixSpoken(scalar(-1.5), 3)).toBe('minus 1.5');
  });

  it('gives only the shape of a large one', () => {
    expect(matrixSpoken(fromRows([Array.from({ length: 13 }, () => 1)]), 2)).toBe(
      'a matrix of 1 by 13; its numbers are in the cards',
    );
  });
});
