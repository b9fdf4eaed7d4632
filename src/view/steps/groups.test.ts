import { describe, expect, it } from 'vitest';
import { compile } from '../../compile';
import { stepsOf } from '../../derive';
import { DEFAULT_PROBLEM, loadLibraryProblem } from '../../problem';
import { byPhase, dotState } from './groups';

async function defaultSteps() {
  const problem = await loadLibraryProblem(DEFAULT_PROBLEM);
  const compiled = problem.ok ? compile(problem.value) : problem;
  if (!compiled.ok) throw new Error(compiled.fault.error);
  return stepsOf(compiled.value, 'layers');
}

describe('byPhase', () => {
  it('has every step once, in order, in the four phases', async () => {
    const steps = await defaultSteps();
    const groups = byPhase(steps);
    expect(groups.map(({ label }) => label)).toEqual(['Forward', 'Loss', 'Backward', 'Update']);
    expect(groups.flatMap(({ dots }) => dots.map(({ index }) => index))).toEqual(
      steps.map((_, i) => i),
    );
  });

  it('leaves out a phase that has no step', async () => {
    const steps = (await defaultSteps()).filter(({ phase }) => phase !== 'update');
    expect(byPhase(steps).map(({ phase }) => phase)).toEqual(['forward', 'loss', 'backward']);
  });
});

describe('dotState', () => {
  it('tells what is done, current and ahead', () => {
    expect([0, 1, 2].map((index) => dotState(index, 1))).toEqual(['done', 'current', 'ahead']);
  });
});
