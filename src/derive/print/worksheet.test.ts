import { expect, test } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { toRows } from '../../engine';
import { evaluate } from '../evaluate';
import { notationFor } from '../mixture';
import { notationOf } from '../notation';
import { stepsOf } from '../steps';
import { printingOf } from './context';
import { givenTex } from './worksheet';

/** As texNumber writes a plain number, worked out by other means. */
const written = (value: number) => String(Math.round(value * 1e5) / 1e5);

test('the rule of a worksheet holds given numbers, and none that is to be worked out', () => {
  let lines = 0;
  for (const [id, problem] of everyProblem()) {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const printing = printingOf(source.graph, notationFor(problem));
    const given = new Set(
      [...source.values.values()].flatMap((m) => toRows(m).flat().map(written)),
    );
    for (const step of stepsOf(source, notationOf(problem.notation).detail)) {
      const tex = givenTex(step, printing, snapshot, { decimals: 5 });
      if (tex === null) continue;
      lines += 1;
      const leaf = { kind: 'quantity', id: step.writes, of: step.of, aspect: step.aspect } as const;
      const result = evaluate({ ...leaf, shape: step.shape }, snapshot);
      // Five digits of a result are in no symbol, so one that is there was given away.
      const told = toRows(result)
        .flat()
        .map((value) => written(Math.abs(value)))
        .filter((text) => /\.\d{4}/.test(text) && !given.has(text) && !given.has(`-${text}`));
      for (const text of told) expect(tex.includes(text), `${id} ${step.id}: ${text}`).toBe(false);
    }
  }
  expect(lines).toBeGreaterThan(200);
});
