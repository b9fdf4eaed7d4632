import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { read } from '../../engine';
import { derivationOf } from '../derivation/derivation';
import { notationOf, printingOf } from '../index';
import { evaluateScalar } from '../scalar';
import { walkOf } from '../walk';
import { derivedEntry, derivedScalar } from './derivation-entry';

const every = [...everyProblem()].filter(([id]) => /^(s\d|expr-0)/.test(id) && !/dead/.test(id));

describe.each(every)('%s', (_, problem) => {
  it('the formula of a chosen entry comes to the engine’s gradient there, and is printed', () => {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const printing = printingOf(source.graph, notationOf(problem.notation));
    const walk = walkOf(source, 'quantities');
    for (const { id, shape } of source.graph.nodes.filter(walk.showsGradient)) {
      const derivation = derivationOf(walk, id);
      const gradient = read(snapshot, 'gradient', id);
      const [rows, cols] = shape;
      for (const cell of [
        { row: 0, col: 0 },
        { row: rows - 1, col: cols - 1 },
      ]) {
        const wanted = gradient?.data[cell.row * cols + cell.col] ?? Number.NaN;
        const value = evaluateScalar(derivedScalar(derivation, cell, printing), snapshot);
        expect(Math.abs(value - wanted), id).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-12);
        const printed = derivedEntry(derivation, cell, printing, snapshot, { decimals: 3 });
        expect(printed.value).toBe(wanted);
        expect(printed.left).toMatch(/^\\/);
      }
    }
  }, 60_000);
});
