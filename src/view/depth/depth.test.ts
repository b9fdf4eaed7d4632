import { describe, expect, it } from 'vitest';
import { compiled, problemOf } from '../../compile/testing/cases';
import { notationOf, printingOf, stepsOf } from '../../derive';
import { stepEntry } from '../../derive/depths';
import { readsText } from './reads';
import { countSentence, countText } from './ways';

describe('what is said of paths', () => {
  it('says how many are left out', () => {
    expect(countSentence(14336, 2000)).toBe(
      '14\u00a0336 paths lead to the loss; the first 2\u00a0000 are listed.',
    );
    expect(countSentence(1, 1)).toBe('1 path leads to the loss.');
    expect(countSentence(0, 0)).toMatch(/^No path/);
    expect(countText(999)).toBe('999');
    expect(countText(2 ** 60)).toBe('1.15 · 10^18');
  });
});

describe('what a formula reads, in words', () => {
  const problem = problemOf('s1-relu2-softmax-cce');
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation));
  const said = (id: string, row: number, col: number) => {
    const step = stepsOf(source, 'layers').find((s) => s.id === id);
    if (!step) throw new Error(`No ${id}`);
    return readsText(stepEntry(step, { row, col }, source.graph), printing);
  };

  it.each([
    ['backward:W2', 1, 0, 'row 2 of δ² and row 1 of A¹'],
    ['forward:Z2', 2, 4, 'row 3 of W², column 5 of A¹ and entry (3, 1) of b²'],
    ['backward:b2', 0, 0, 'row 1 of δ²'],
    ['loss:J', 0, 0, 'Y and A³'],
  ])('%s', (id, row, col, wanted) => {
    expect(said(id as string, row as number, col as number)).toBe(wanted);
  });
});
