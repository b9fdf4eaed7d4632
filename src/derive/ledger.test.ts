import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, problemOf } from '../compile/testing/cases';
import { relayout } from '../problem';
import { ledgerOf, legendOf, notationOf, notations, printingOf } from './index';

function printingFor(id: string, notation: string) {
  const problem = problemOf(id);
  if (problem.kind !== 'network') throw new Error(id);
  const profile = notationOf(notation);
  return printingOf(compiled(relayout(problem, profile)).graph, profile);
}

const ledger = (id: string, notation: string) => {
  const printing = printingFor(id, notation);
  return new Map(ledgerOf(printing, [...printing.quantities.values()]).map((r) => [r.id, r]));
};

describe('the ledger of shapes', () => {
  // Problem 2 (a) of the fifth handout: 2 features, 2 hidden units, 3 classes, 100 observations.
  it.each<readonly [string, number, number, string]>([
    ['X', 2, 100, '(n^{[0]},\\, m)'],
    ['Y', 3, 100, '(n^{[2]},\\, m)'],
    ['Z1', 2, 100, '(n^{[1]},\\, m)'],
    ['A1', 2, 100, '(n^{[1]},\\, m)'],
    ['b1', 2, 1, '(n^{[1]},\\, 1)'],
    ['W1', 2, 2, '(n^{[0]},\\, n^{[1]})'],
    ['Z2', 3, 100, '(n^{[2]},\\, m)'],
    ['A2', 3, 100, '(n^{[2]},\\, m)'],
    ['b2', 3, 1, '(n^{[2]},\\, 1)'],
    ['W2', 2, 3, '(n^{[1]},\\, n^{[2]})'],
    ['dA2', 3, 100, '(n^{[2]},\\, m)'],
    ['delta2', 3, 100, '(n^{[2]},\\, m)'],
    ['db2', 3, 1, '(n^{[2]},\\, 1)'],
    ['dW2', 2, 3, '(n^{[1]},\\, n^{[2]})'],
    ['dA1', 2, 100, '(n^{[1]},\\, m)'],
    ['delta1', 2, 100, '(n^{[1]},\\, m)'],
    ['db1', 2, 1, '(n^{[1]},\\, 1)'],
    ['dW1', 2, 2, '(n^{[0]},\\, n^{[1]})'],
  ])('%s of the fifth handout is %i × %i', (id, rows, cols, symbolic) => {
    const row = ledger('s4-p2-m100', 'brackets-in-out').get(id);
    expect(row).toMatchObject({ shape: [rows, cols], symbolic });
  });

  it('says what rows and columns stand for, by the layout of the notation', () => {
    expect(ledger('s4-p2-m100', 'parentheses-rows').get('W2')).toMatchObject({
      shape: [3, 2],
      symbolic: '(n^{(2)},\\, n^{(1)})',
      spoken: 'n 2 by n 1',
      rows: 'units of layer 2',
      columns: 'units of layer 1',
    });
    expect(ledger('s4-p2-m100', 'parentheses-rows').get('X')).toMatchObject({
      shape: [100, 2],
      symbolic: '(N,\\, n^{(0)})',
      rows: 'examples',
      columns: 'inputs',
    });
  });

  it('gives each letter its number', () => {
    expect(legendOf(printingFor('s4-p2-m100', 'brackets-in-out'))).toEqual([
      'n^{[0]} = 2',
      'n^{[1]} = 2',
      'n^{[2]} = 3',
      'm = 100',
    ]);
  });

  it.each(notations.map(({ id }) => id))(
    'in the notation %s the letters put in give the numbers, for every network',
    (notation) => {
      for (const [id, problem] of everyProblem()) {
        if (problem.kind !== 'network') continue;
        const printing = printingFor(id, notation);
        const sizes = new Map(legendOf(printing).map((l) => l.split(' = ') as [string, string]));
        for (const row of ledgerOf(printing, [...printing.quantities.values()])) {
          const [down = '', across = ''] = row.symbolic.slice(1, -1).split(',\\, ');
          const put = [down, across].map((letter) => Number(sizes.get(letter) ?? letter));
          expect(put, `${id} ${row.id}`).toEqual([...row.shape]);
        }
      }
    },
  );
});
