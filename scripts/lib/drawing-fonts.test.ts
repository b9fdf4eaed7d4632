import { expect, test } from 'vitest';
import { compiled, everyProblem } from '../../src/compile/testing/cases';
import { formatNumber, notations, printingOf, quantityText } from '../../src/derive';
import { GLYPHS } from './drawing-fonts.mjs';

test('a saved diagram has the letters of every quantity of every problem, in every notation', () => {
  const glyphs = new Set(GLYPHS);
  const missing = new Set<string>();
  const look = (text: string) => {
    for (const letter of text.normalize('NFC')) if (!glyphs.has(letter)) missing.add(letter);
  };
  let looked = 0;
  for (const problem of everyProblem().values()) {
    const { graph } = compiled(problem);
    for (const notation of notations) {
      const printing = printingOf(graph, notation);
      for (const { id } of graph.nodes) {
        look(quantityText(printing, id));
        looked += 1;
      }
    }
  }
  look(
    formatNumber(-1234.5e-10, { decimals: 3 }) +
      formatNumber(Number.NEGATIVE_INFINITY, { decimals: 3 }),
  );
  expect(looked).toBeGreaterThan(1000);
  expect([...missing]).toEqual([]);
});
