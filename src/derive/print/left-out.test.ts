import { expect, test } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { LIBRARY } from '../../problem';
import { notationOf } from '../notation';
import { stepsOf } from '../steps';
import { printingOf } from './context';
import { leftOut } from './left-out';
import { numbersTex } from './tex';

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
    for (const most of [undefined, [8, 4], [3, 3]] as const) {
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
