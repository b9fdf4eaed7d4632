import { expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { compiledOf, pass } from '../../compile/testing/programs';
import { derivationOf } from '../derivation/derivation';
import { stepEntry } from '../entry';
import { notationOf, printingOf } from '../index';
import { stepsOf } from '../steps';
import { walkOf } from '../walk';
import { lineSpoken, lineTex } from './derivation-tex';
import { scalarSpoken } from './scalar-spoken';
import { scalarNumbersTex, scalarTex } from './scalar-tex';
import { numbersTex } from './tex';

/** A minus, in whatever links and groups, right after the sign of a sum or a product. */
const TWO_SIGNS = /(?:[+-]|\\cdot|\\odot|\\oslash|\\circ|\\,) *(?:\\htmlData\{[^}]*\}\{|\{)*-/;
const FORMAT = { decimals: 3 };

it('a negative number after a sign is in parentheses, in every printer, for every problem', () => {
  // The large random programs print what the small ones do.
  for (const [id, problem] of [...everyProblem()].filter(([name]) => /^(s\d|expr-0)/.test(name))) {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const notation = notationOf(problem.notation);
    const walk = walkOf(source, notation.detail);
    const printing = printingOf(source.graph, notation, true);
    const ofSteps = stepsOf(source, notation.detail).flatMap((step) => {
      const entry = stepEntry(step, { row: 0, col: 0 }, source.graph);
      const { put } = numbersTex(step, printing, snapshot, FORMAT);
      return [put, scalarTex(entry, printing), scalarNumbersTex(entry, printing, snapshot, FORMAT)];
    });
    const ofLines = source.graph.nodes.filter(walk.showsGradient).flatMap((node) => {
      const derivation = derivationOf(walk, node.id);
      return derivation.lines.map(
        (line) => lineTex(derivation, line, printing, snapshot, FORMAT).tex,
      );
    });
    const found = [...ofSteps, ...ofLines].filter((tex) => TWO_SIGNS.test(tex));
    expect(found, id).toEqual([]);
  }
}, 120_000);

const printed = (program: string) => {
  const source = compiledOf(program);
  const printing = printingOf(source.graph, notationOf(undefined));
  const step = stepsOf(source, 'quantities').find(({ writes }) => writes === 'L');
  if (!step) throw new Error('No L');
  const entry = stepEntry(step, { row: 0, col: 0 }, source.graph);
  return {
    put: numbersTex(step, printing, pass(source), FORMAT).put,
    entry: scalarTex(entry, printing),
    said: scalarSpoken(entry, printing),
  };
};

it('the sign is told from the number: 2 + (−3)', () => {
  const source = compiledOf('L = s + w', { parameters: { s: 2, w: -3 } });
  const printing = printingOf(source.graph, notationOf(undefined), true);
  const step = stepsOf(source, 'quantities').find(({ writes }) => writes === 'L');
  const put = step && numbersTex(step, printing, pass(source), FORMAT).put;
  expect(put?.replace(/\\htmlData\{[^}]*\}/g, '')).toBe('{2} + \\left({-3}\\right)');
});

it.each([
  ['tanh', '\\tanh^{2}\\left(2\\right)', '\\tanh^{2}\\left(s\\right)'],
  ['sin', '\\sin^{2}\\left(2\\right)', '\\sin^{2}\\left(s\\right)'],
  ['cos', '\\cos^{2}\\left(2\\right)', '\\cos^{2}\\left(s\\right)'],
  ['log', '\\log^{2}\\left(2\\right)', '\\log^{2}\\left(s\\right)'],
])('the square of %s is written at its name', (fn, put, entry) => {
  const found = printed(`L = ${fn}(s) ^ 2`);
  expect(found).toMatchObject({ put, entry });
  expect(found.said).toMatch(/ of s, squared$/);
});

it('the square of σ is written after it, and a power of −1 is never written at a name', () => {
  expect(printed('L = sigmoid(s) ^ 2').put).toBe('\\sigma\\left(2\\right)^{2}');
  expect(printed('L = tanh(s) ^ -1').put).not.toContain('\\tanh^');
});

it('the slope of a tanh that has no name says 1 − tanh² in TeX and in words', () => {
  const source = compiledOf('L = (tanh(s) - t)^2');
  const printing = printingOf(source.graph, notationOf(undefined));
  const derivation = derivationOf(walkOf(source, 'quantities'), 's');
  const line = derivation.lines.at(-2) as (typeof derivation.lines)[number];
  const { tex } = lineTex(derivation, line, printing, pass(source), FORMAT);
  expect(tex).toContain('1 - \\tanh^{2}\\left(s\\right)');
  expect(lineSpoken(line, derivation, printing)).toContain('the hyperbolic tangent of s, squared');
});
