import { expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { compiledOf, pass } from '../../compile/testing/programs';
import { type Notation, notationOf, notations, printingOf } from '../index';
import { derivationAlign } from '../print/derivation-align';
import { lineSpoken, lineTex } from '../print/derivation-tex';
import { whyText } from '../print/derivation-words';
import { widthOf } from '../print/rows/width';
import { setTex } from '../testing/katex';
import { walkOf } from '../walk';
import { derivationOf } from './derivation';

const every = everyProblem();

function linesOf(id: string, target: string, beginning: 'loss' | 'known' = 'loss') {
  const problem = every.get(id);
  if (!problem) throw new Error(`No ${id}`);
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation));
  const derivation = derivationOf(walkOf(source, 'quantities'), target, beginning);
  const snapshot = passOf(source);
  return derivation.lines.map((line) => ({
    tex: lineTex(derivation, line, printing, snapshot, { decimals: 3 }).tex,
    why: whyText(line.why, printing),
  }));
}

it('an all-scalar chain is the handout’s, factor by factor', () => {
  const lines = linesOf('s0-p3-2-tanh-sigmoid', 'w');
  expect(lines.map(({ why }) => why)).toEqual([
    'chain rule',
    '∂L/∂ŷ: the power rule',
    '∂ŷ/∂z: the derivative of tanh is 1 − tanh²',
    '∂z/∂w: the derivative of σ is σ(1 − σ); the other factor',
    'numbers put in',
  ]);
  expect(lines[3]?.tex).toBe(
    '2 \\, \\left(\\hat y - y\\right) \\, \\left(1 - \\hat y^{2}\\right) \\, z \\, \\left(1 - z\\right) \\, x^{2}',
  );
});

it('a matrix stands on its own side, and what scales comes to the front', () => {
  expect(linesOf('s2-single-expr', 'A').at(-2)).toEqual({
    tex: '-2 \\, z_{4} \\, \\left(b \\odot z_{2} \\odot \\left(1 - z_{2}\\right)\\right) \\, x^{\\mathsf T}',
    why: 'simplified',
  });
});

it('a formula of one line goes one rule after another, from the outside in, and names nothing else', () => {
  const source = compiledOf('L = (tanh(sigmoid(s * t^2 + u)) - 0.2)^2');
  const notation = notations.find(({ detail }) => detail === 'quantities') ?? notations[0];
  const printing = printingOf(source.graph, notation as Notation);
  const derivation = derivationOf(walkOf(source, 'quantities'), 's');
  const [last, ...lines] = derivation.lines.toReversed();
  expect(lines.map(({ why }) => whyText(why, printing)).toReversed()).toEqual([
    'L written out',
    'the power rule',
    'the derivative of tanh is 1 − tanh²',
    'the derivative of σ is σ(1 − σ)',
    'the other factor',
  ]);
  expect(last?.why.kind).toBe('numbers');
  const texs = lines.map((line) =>
    lineTex(derivation, line, printing, pass(source), { decimals: 3 }),
  );
  expect(texs[2]?.tex).toBe(
    '2 \\, \\left(\\tanh\\left(\\sigma\\left(s \\, t^{2} + u\\right)\\right) - 0.2\\right) \\, \\left(1 - \\tanh^{2}\\left(\\sigma\\left(s \\, t^{2} + u\\right)\\right)\\right)\\,\\allowbreak \\frac{\\partial}{\\partial s}\\left(\\sigma\\left(s \\, t^{2} + u\\right)\\right)',
  );
});

it('every line of every problem is TeX that KaTeX can set, and is said', () => {
  // A copy of many lines has more commands than KaTeX expands of itself.
  const maxExpand = 10_000;
  const set = (tex: string, displayMode = true) => setTex(tex, { displayMode, maxExpand });
  // The large ones of a kind print what the small ones do.
  for (const [id, problem] of [...every].filter(([name]) => /^(s\d|expr-\d)/.test(name))) {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const walk = walkOf(source, 'quantities');
    // Another notation has other symbols in the same lines, so that of a few is enough.
    const others = id.startsWith('s1-') ? notations.slice(0, 1) : [];
    for (const notation of [notationOf(problem.notation), ...others]) {
      const printing = printingOf(source.graph, notation, true);
      for (const node of source.graph.nodes.filter(walk.showsGradient)) {
        const derivation = derivationOf(walk, node.id);
        for (const line of derivation.lines) {
          const { tex, result } = lineTex(derivation, line, printing, snapshot, { decimals: 3 });
          expect(set(tex), id).not.toContain('undefined</span>');
          if (result) set(result);
          expect(lineSpoken(line, derivation, printing)).toMatch(/^\S/);
          expect(whyText(line.why, printing)).not.toMatch(/undefined|: $/);
        }
        const copied = derivationAlign(derivation, printing, snapshot, { decimals: 3 });
        expect(copied).not.toMatch(/htmlData|[^\x20-\x7e\n]/);
        set(copied);
      }
    }
  }
}, 240_000);

/** The text of an article on A4 in em, and what half an em for a letter comes to. */
const A4 = 34.5;
/** What pdfLaTeX sets is so much wider than it is estimated where brackets are tall. */
const TALL = 1.1;
const wordsOf = (row: string) => {
  const [, words = ''] = /\\text\{(.*)\}$/.exec(row) ?? [];
  return words.replace(/\$[^$]*\$/g, 'x').length / 2;
};

it('a page of A4 holds what is copied', () => {
  for (const [id, problem] of [...every].filter(([name]) => /^s\d/.test(name))) {
    const source = compiled(problem);
    const notation = notationOf(problem.notation);
    const printing = printingOf(source.graph, notation);
    const walk = walkOf(source, notation.detail);
    const snapshot = passOf(source);
    for (const node of source.graph.nodes.filter(walk.showsGradient)) {
      const { decimals } = notation;
      const derivation = derivationOf(walk, node.id);
      const copied = derivationAlign(derivation, printing, snapshot, { decimals });
      const rows = copied.split('\n').slice(1, -2);
      const beside = Math.max(0, ...rows.filter((row) => row.includes(' && ')).map(wordsOf));
      for (const row of rows) {
        const plain = row.replace(/ ?\\\\(\[6pt\])?$/, '');
        const formula = plain
          .replace(/(?: &&|&\\quad) \\text\{.*$/, '')
          .replace(/^(.*?)&/, '$1')
          .replace(/\\hspace\{[^}]*\}/, '\\quad ');
        expect(TALL * widthOf(formula) + beside, `${id} ${plain}`).toBeLessThan(A4);
        expect(wordsOf(plain)).toBeLessThan(A4);
      }
    }
  }
});
