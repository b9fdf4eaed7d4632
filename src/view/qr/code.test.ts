import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { compile } from '../../compile';
import { everyProblem } from '../../compile/testing/cases';
import { DETAILS, mixtureOf, notationOf, stepsOf } from '../../derive';
import { LIBRARY, type Problem, relayout, setEntry } from '../../problem';
import { linkOf, type SharedState } from '../../store/share';
import { type Code, codeOf, FAR_VERSION, QUIET } from './code';

/** Longer than most: a university's host and a course's folder. */
const HOST = 'https://teaching.cs.example-university.edu/course/backstep/';

/** The dark modules of the drawn path, read back as a picture for a decoder that is not ours. */
function picture({ size, path }: Code, scale: number) {
  const side = (size + 2 * QUIET) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    const [left, top] = [(Number(x) + QUIET) * scale, (Number(y) + QUIET) * scale];
    for (let row = top; row < top + scale; row += 1)
      for (let col = left; col < left + Number(run) * scale; col += 1)
        pixels.fill(0, (row * side + col) * 4, (row * side + col) * 4 + 3);
  }
  return { pixels, side };
}

function decoded(code: Code): string | undefined {
  const { pixels, side } = picture(code, 4);
  return jsQR(pixels, side, side)?.data;
}

function edited(problem: Problem): Problem {
  const [name = ''] = Object.keys(problem.parameters);
  const after = setEntry(problem, name, 0, 0, -0.4375);
  return after.ok ? after.value : problem;
}

/** The same place at every depth, alone or not, as layers and as a graph. */
function placesOf(problem: Problem, library: string): readonly SharedState[] {
  const compiled = compile(problem);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  return DETAILS.flatMap((detail) => {
    const steps = stepsOf(compiled.value, detail);
    // The longest names, and the ends.
    const byLength = [...steps].sort((a, b) => b.id.length - a.id.length);
    const chosen = [steps[0], steps.at(-1), byLength[0]].flatMap((step) => step ?? []);
    return chosen.flatMap((step): SharedState[] => [
      {
        problem,
        library,
        step: step.id,
        detail,
        example: 0,
        decimals: null,
        alone: false,
        depth: 'layer',
        entry: null,
      },
      {
        problem,
        library,
        step: step.id,
        detail,
        example: 3,
        decimals: 6,
        alone: true,
        depth: 'path',
        entry: [step.writes, 1, 2],
        view: 'graph',
      },
      {
        problem,
        library,
        step: step.id,
        detail,
        example: 1,
        decimals: 4,
        alone: true,
        depth: 'derivation',
        entry: [step.writes, 0, 0],
      },
    ]);
  });
}

test('a decoder that is not ours reads back the address', () => {
  for (const text of [HOST, `${HOST}#${'1.ab.Zz-_09'.repeat(12)}`, `${HOST}#${'x'.repeat(600)}`]) {
    const code = codeOf(text);
    if (!code) throw new Error('no code');
    expect(decoded(code)).toBe(text);
    expect(code.size).toBe(17 + 4 * code.version);
  }
});

test('every place of every problem on board, with a weight edited, fits a code that is read from the last row', async () => {
  const problems = everyProblem();
  let largest = 0;
  for (const { id } of LIBRARY) {
    const base = problems.get(id);
    if (!base) throw new Error(id);
    for (const state of placesOf(edited(base), id)) {
      const address = `${HOST}#${await linkOf(state, base)}`;
      const code = codeOf(address);
      largest = Math.max(largest, code?.version ?? Number.POSITIVE_INFINITY);
      if (state.depth === 'path') expect(code && decoded(code), id).toBe(address);
    }
  }
  expect(largest).toBeLessThanOrEqual(FAR_VERSION);
}, 120_000);

test('another notation and a mixture of one’s own fit as well', async () => {
  for (const [id, base] of everyProblem()) {
    if (!LIBRARY.some((entry) => entry.id === id) || base.kind !== 'network') continue;
    const after = edited(base);
    if (after.kind !== 'network') throw new Error(id);
    const notation = 'brackets-in-out';
    const turned: Problem = {
      ...relayout(after, notationOf(notation)),
      notation,
      mixture: { ...mixtureOf(notationOf('named-columns')), count: 'N' },
    };
    const [state] = placesOf(turned, id);
    if (!state) throw new Error(id);
    const code = codeOf(`${HOST}#${await linkOf(state, base)}`);
    expect(code?.version, id).toBeLessThanOrEqual(FAR_VERSION);
  }
});

test('what no camera could read is not drawn', () => {
  expect(codeOf('x'.repeat(5_000))).toBe(null);
});
