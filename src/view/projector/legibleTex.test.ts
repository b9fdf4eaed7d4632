import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compiled, everyProblem } from '../../compile/testing/cases';
import { chainTex, notationFor, printingOf, ruleTex, stepsOf } from '../../derive';
import { legibleTex } from './legibleTex';

/** How large the smallest letters are, of 1, as the typesetter nests its sizes. */
function smallest(tex: string): number {
  const markup = katex.renderToString(legibleTex(tex), {
    output: 'html',
    trust: true,
    strict: false,
  });
  const sizes = [1];
  const open: number[] = [];
  let least = 1;
  for (const [, tag = '', words = ''] of markup.matchAll(/<(\/?span[^>]*)>([^<]*)/g)) {
    if (tag === '/span') {
      open.pop();
      sizes.pop();
    } else {
      const change = /reset-size(\d+) size(\d+)/.exec(tag);
      const em = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
      const by = change ? (em[Number(change[2])] ?? 1) / (em[Number(change[1])] ?? 1) : 1;
      sizes.push((sizes.at(-1) ?? 1) * by);
      open.push(1);
    }
    if (words.replace(/[\u200b\s]/g, '') !== '') least = Math.min(least, sizes.at(-1) ?? 1);
  }
  return least;
}

describe('a formula for the last row', () => {
  it.each([
    ['e^{-z^{[1]}}'],
    ['\\underbrace{\\frac{\\partial J}{\\partial A^{[2]}}}_{\\delta^{[2]}}'],
    ['\\frac{1}{2^{\\frac{a}{b}}}'],
    ['x_{\\htmlData{quantity=W_1}{W^{(1)}}}'],
    ['W^{[2]\\mathsf T}_{i_{1}}'],
  ])('has no letter smaller than a script: %s', (tex) => {
    expect(smallest(tex)).toBeGreaterThanOrEqual(0.7 - 1e-9);
  });

  it('is so for every rule and chain of every problem on board', () => {
    const texs = new Set<string>();
    for (const problem of everyProblem().values()) {
      const source = compiled(problem);
      const printing = printingOf(source.graph, notationFor(problem), true);
      for (const step of stepsOf(source, 'quantities'))
        for (const tex of [ruleTex(step, printing), chainTex(step, printing)]) texs.add(tex);
    }
    for (const tex of texs) expect(smallest(tex), tex).toBeGreaterThanOrEqual(0.7 - 1e-9);
  });

  it('keeps names that are no mathematics as they are', () => {
    expect(legibleTex('\\htmlData{quantity=W_1}{W}')).toBe('\\htmlData{quantity=W_1}{W}');
    expect(legibleTex('\\begin{bmatrix}1&2\\end{bmatrix}')).toBe(
      '\\begin{bmatrix}1&2\\end{bmatrix}',
    );
  });
});
