import { expect, test } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { LIBRARY } from '../../problem';
import { notationOf } from '../notation';
import { stepsOf } from '../steps';
import { printingOf } from './context';
import { leftOut } from './left-out';
import { numbersTex } from './tex';
import { keptLines } from './tex-leaves';

/** How many numbers of a quantity are written in a formula, and whether dots stand for others. */
function writtenIn(tex: string, id: string): { numbers: number; dots: boolean }[] {
  return tex
    .split(`\\htmlData{quantity=${id}}{\\begin{bmatrix}`)
    .slice(1)
    .map((after) => {
      const cells = (after.split('\\end{bmatrix}')[0] ?? '').split(/&|\\\\/);
      const dots = cells.filter((cell) => /\\[cvd]dots/.test(cell));
      return { numbers: cells.length - dots.length, dots: dots.length > 0 };
    });
}

test('what is said to be left out is what the printed matrices leave out, in the handouts', () => {
  let found = 0;
  for (const [id, problem] of everyProblem()) {
    if (!LIBRARY.some((entry) => entry.id === id)) continue;
    const source = compiled(problem);
    const notation = notationOf(problem.notation);
    const printing = printingOf(source.graph, notation, true);
    const snapshot = passOf(source);
    for (const most of [undefined, [8, 4], [3, 3], [6, 2]] as const) {
      const format = { decimals: notation.decimals, most };
      for (const step of stepsOf(source, notation.detail)) {
        const { put, result } = numbersTex(step, printing, snapshot, format);
        const parts = new Map(leftOut(step, printing, format).map((part) => [part.id, part]));
        for (const id of new Set([step.writes, ...step.reads])) {
          const written = writtenIn(`${put}\n${result}`, id);
          // Where it stands twice, once it may be written in full.
          if (written.length === 0 || written.some(({ dots }) => !dots)) continue;
          found += 1;
          expect(parts.get(id)?.shown).toBe(Math.max(...written.map(({ numbers }) => numbers)));
        }
        for (const { id, shown, of } of parts.values()) {
          expect(shown).toBeLessThan(of);
          const written = writtenIn(`${put}\n${result}`, id);
          if (written.length > 0) expect(written.some(({ dots }) => dots)).toBe(true);
        }
      }
    }
  }
  expect(found).toBeGreaterThan(50);
});

test('each line is printed once and in order, dots stand for lines that are not, the one looked at is there', () => {
  for (let count = 1; count <= 20; count++)
    for (let most = 2; most <= 10; most++)
      for (let also = 0; also < count; also++) {
        const kept = keptLines(count, most, also);
        const lines = kept.filter((line) => line !== null);
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
        expect(lines).toContain(also);
        kept.forEach((line, i) => {
          const [before, after] = [kept[i - 1], kept[i + 1]];
          if (line === null) expect((after ?? 0) - (before ?? 0)).toBeGreaterThan(1);
          else if (typeof before === 'number') expect(line - before).toBe(1);
        });
      }
});

test('an f′(z) of which a part is printed is named with what it is computed from', () => {
  const problem = everyProblem().get('s1-relu2-softmax-cce');
  if (!problem) throw new Error('The second handout is not on board.');
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation));
  const step = stepsOf(source, 'layers').find(({ writes }) => writes === 'delta1');
  if (!step) throw new Error('No delta1.');
  const [slope] = leftOut(step, printing, { decimals: 3, most: [3, 3] }).filter((p) => p.slope);
  expect(slope).toMatchObject({ shown: 4, of: 20, slope: { fn: 'relu', shape: [4, 5] } });
});

test('a matrix with an exponent in it has no brackets but its own', () => {
  const problem = everyProblem().get('s1-relu2-softmax-cce');
  if (!problem) throw new Error('The second handout is not on board.');
  const source = compiled(problem);
  const snapshot = passOf(source);
  const slot = snapshot.layout.gradient.get('Z2');
  snapshot.memory[slot?.offset ?? 0] = -4.92e-4;
  const printing = printingOf(source.graph, notationOf(problem.notation));
  const step = stepsOf(source, 'layers').find(({ writes }) => writes === 'dW2');
  if (!step) throw new Error('No dW2.');
  const { put } = numbersTex(step, printing, snapshot, { decimals: 3 });
  expect(put).toContain('-4.92\\cdot 10^{-4}');
  expect(put).not.toContain('\\left(');
});
