import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compiled, passOf, problemOf } from '../compile/testing/cases';
import { MIXTURE, parseProblem, toFile } from '../problem';
import {
  chainTex,
  equationTex,
  type Mixture,
  mixtureOf,
  notationFor,
  notations,
  printingOf,
  quantitySpoken,
  quantityTex,
  quantityText,
  ruleTex,
  stepsOf,
} from './index';
import { withMixture } from './mixture';
import { EQUATIONS } from './print/export';

const problem = problemOf('s3-mlp-bce-batch');
const source = compiled(problem);
const base = notationFor(problem);
const mixed = (parts: Partial<Mixture>) =>
  printingOf(source.graph, withMixture(base, { ...mixtureOf(base), ...parts }));
const step = (id: string) => stepsOf(source, 'quantities').find((s) => s.id === id) as never;

describe('one’s own notation', () => {
  it.each<readonly [Partial<Mixture>, string, string]>([
    [{ letters: 'lower', layers: 'brackets' }, 'W1', 'w^{[1]}'],
    [{ layers: 'subscript' }, 'Z2', 'Z_{2}'],
    [{ layers: 'parentheses' }, 'A1', 'A^{(1)}'],
    [{ loss: 'script-L' }, 'J', '\\mathcal{L}'],
    [{ error: 'delta' }, 'delta2', '\\delta^{(2)}'],
    [{ error: 'differential', layers: 'brackets' }, 'delta2', '\\mathrm{d}Z^{[2]}'],
    [{ error: 'differential', layers: 'brackets' }, 'dW1', '\\mathrm{d}W^{[1]}'],
    [{ error: 'partial', loss: 'J' }, 'dW1', '\\frac{\\partial J}{\\partial W^{(1)}}'],
  ])('%o writes %s as %s', (parts, id, tex) => {
    expect(quantityTex(mixed(parts), id)).toBe(tex);
  });

  it('reads and says dZ as d Z', () => {
    const printing = mixed({ error: 'differential', layers: 'subscript' });
    expect(quantityText(printing, 'delta2')).toBe('dZ₂');
    expect(quantitySpoken(printing, 'delta2')).toBe('d Z 2');
  });

  it('chooses the sign of the product, the sum and the number of examples', () => {
    const own = mixed({ hadamard: 'circle', biasSum: 'sigma', count: 'm' });
    expect(ruleTex(step('backward:Z2'), own)).toContain('\\circ');
    expect(ruleTex(step('backward:b2'), own)).toContain('\\sum_{i=1}^{m}');
    expect(ruleTex(step('backward:b2'), mixed({ biasSum: 'ones', count: 'N' }))).toContain(
      '\\mathbf{1}_{N}',
    );
  });

  it('starts as the handout writes it, but for names that its document gives', () => {
    for (const notation of notations) {
      const { named: _, id: __, label: ___, ...parts } = notation;
      expect(withMixture(notation, mixtureOf(notation))).toMatchObject(parts);
    }
  });

  it('prints TeX that can be set, whatever is mixed', () => {
    const snapshot = passOf(source);
    for (const error of MIXTURE.error)
      for (const layers of MIXTURE.layers)
        for (const one of stepsOf(source, 'operations'))
          for (const name of EQUATIONS) {
            const tex = equationTex(one, mixed({ error, layers }), name, { snapshot, decimals: 2 });
            expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow();
          }
    expect(chainTex(step('backward:W1'), mixed({ loss: 'L' }))).toContain('\\partial L');
  });

  it('is kept in the problem file, and a part that is none is refused', () => {
    const mixture = mixtureOf(base);
    const file = toFile({ ...problem, mixture });
    const read = parseProblem(JSON.parse(JSON.stringify(file)));
    expect(read.ok && read.value.mixture).toEqual(mixture);
    const wrong = parseProblem({ ...file, mixture: { ...mixture, error: 'delta2' } });
    expect(wrong).toMatchObject({ ok: false, fault: { where: 'mixture.error' } });
  });
});
