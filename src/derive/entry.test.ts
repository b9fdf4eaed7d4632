import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf, problemOf } from '../compile/testing/cases';
import { entryName, read } from '../engine';
import { relayout } from '../problem';
import { stepEntry } from './entry';
import { DETAILS, notationOf, notations, printingOf, stepsOf } from './index';
import { entryTex, entryText } from './print/entry-glyph';
import { scalarSpoken } from './print/scalar-spoken';
import { scalarNumbersTex, scalarTex } from './print/scalar-tex';
import { entryNamesIn } from './reads';
import { evaluateScalar, type Scalar } from './scalar';
import { firstSum, termsOf } from './terms';
import { setTex } from './testing/katex';

/** On paper the loss takes the probabilities, which where they saturate have no finite logarithm. */
const SATURATED = new Set(['edge-saturated', 'edge-logits1000']);
const every = [...everyProblem()];
/** A pass of very many entries is looked at in steps. */
const MOST_ENTRIES = 60;

describe.each(every)('%s', (id, problem) => {
  it('the formula of every entry gives that entry of the engine', () => {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const failures = DETAILS.flatMap((detail) =>
      stepsOf(source, detail).flatMap((step) => {
        const expected = read(snapshot, step.aspect, step.of);
        if (!expected) return [`no ${step.writes}`];
        const size = Math.max(0, ...[...expected.data].filter(Number.isFinite).map(Math.abs));
        const stride = Math.max(1, Math.ceil(expected.data.length / MOST_ENTRIES));
        return [...expected.data.keys()]
          .filter((i) => i % stride === 0)
          .flatMap((i) => {
            const cell = { row: Math.floor(i / expected.cols), col: i % expected.cols };
            const value = evaluateScalar(stepEntry(step, cell, source.graph), snapshot);
            const wanted = expected.data[i] as number;
            const allowed = 1e-10 * size + 1e-13;
            const close = Number.isFinite(wanted)
              ? Math.abs(value - wanted) <= allowed
              : Object.is(value, wanted);
            return close
              ? []
              : [
                  `${detail} ${step.id} ${entryName(step.writes, cell.row, cell.col)} ${value} ${wanted}`,
                ];
          });
      }),
    );
    const tolerated = SATURATED.has(id)
      ? failures.filter((f) => !/ (loss|forward|backward:A)/.test(f))
      : failures;
    expect(tolerated).toEqual([]);
  }, 120_000);
});

describe('the second handout', () => {
  const problem = problemOf('s1-relu2-softmax-cce');
  const source = compiled(problem);
  const snapshot = passOf(source);
  const stepOf = (id: string) => {
    const step = stepsOf(source, 'layers').find((s) => s.id === id);
    if (!step) throw new Error(`No step ${id}`);
    return step;
  };

  it('∂J/∂w₂₁ of layer 2 is five products, of row 2 of δ² and row 1 of A¹', () => {
    const formula = stepEntry(stepOf('backward:W2'), { row: 1, col: 0 }, source.graph);
    const sum = firstSum(formula) as Extract<Scalar, { kind: 'sum' }>;
    expect(sum.over).toEqual({ name: 'k', count: 5, axis: 'example' });
    expect(termsOf(sum)).toHaveLength(5);
    expect(entryNamesIn(formula).toSorted()).toEqual(
      [0, 1, 2, 3, 4].flatMap((k) => [`delta2[1,${k}]`, `A1[0,${k}]`]).toSorted(),
    );
    const parts = termsOf(sum).map((t) => evaluateScalar(t, snapshot));
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(evaluateScalar(formula, snapshot), 14);
  });

  it.each(notations.map((n) => [n.id, n] as const))('sums over examples as k in %s', (_, n) => {
    if (problem.kind !== 'network') throw new Error('It is a network.');
    const turned = compiled(relayout(problem, n));
    const step = stepsOf(turned, 'quantities').find((s) => s.id === 'backward:W2');
    if (!step) throw new Error('No such step.');
    expect(firstSum(stepEntry(step, { row: 0, col: 0 }, turned.graph))?.over.axis).toBe('example');
  });
});

describe('the formula of an entry as it is written', () => {
  const library = new Map(every);
  it.each([
    [
      's1-relu2-softmax-cce',
      'backward:W2',
      [1, 0],
      '\\frac{\\partial J}{\\partial w_{21}^{[2]}} = \\sum_{k=1}^{m} \\delta_{2}^{[2](k)}\\, a_{1}^{[1](k)}',
    ],
    [
      's1-relu2-softmax-cce',
      'backward:Z2',
      [1, 2],
      "\\delta_{2}^{[2](3)} = \\left(\\sum_{j=1}^{2} w_{j2}^{[3]}\\, \\delta_{j}^{[3](3)}\\right)\\, \\mathrm{relu}'\\left(z_{2}^{[2](3)}\\right)",
    ],
    [
      's1-relu2-softmax-cce',
      'forward:Z2',
      [1, 2],
      'z_{2}^{[2](3)} = \\sum_{j=1}^{4} w_{2j}^{[2]}\\, a_{j}^{[1](3)} + b_{2}^{[2]}',
    ],
  ])('%s, %s', (id, stepId, [row, col], wanted) => {
    const problem = library.get(id);
    if (!problem) throw new Error(`No ${id}`);
    const source = compiled(problem);
    const step = stepsOf(source, 'layers').find((s) => s.id === stepId);
    if (!step) throw new Error(`No ${stepId}`);
    const printing = printingOf(source.graph, notationOf(problem.notation));
    const cell = { row: row as number, col: col as number };
    const left = entryTex(printing, { id: step.writes, ...cell });
    expect(`${left} = ${scalarTex(stepEntry(step, cell, source.graph), printing)}`).toBe(wanted);
  });

  it('in plain text the entries of two quantities are told apart, in every notation', () => {
    for (const [, problem] of every) {
      const { graph } = compiled(problem);
      for (const notation of notations) {
        const printing = printingOf(graph, notation);
        const texts = [...printing.quantities.keys()].map((id) =>
          entryText(printing, { id, row: 0, col: 0 }),
        );
        expect(texts).toEqual([...new Set(texts)]);
      }
    }
  });

  it('is TeX that KaTeX can set, for every problem in every notation', () => {
    for (const [, problem] of every) {
      const source = compiled(problem);
      const snapshot = passOf(source);
      for (const notation of notations) {
        const printing = printingOf(source.graph, notation, true);
        for (const step of stepsOf(source, 'operations')) {
          const cell = { row: step.shape[0] - 1, col: 0 };
          const formula = stepEntry(step, cell, source.graph);
          const texs = [
            entryTex(printing, { id: step.writes, ...cell }),
            scalarTex(formula, printing),
            scalarNumbersTex(formula, printing, snapshot, { decimals: 3 }),
          ];
          for (const tex of texs) {
            expect(setTex(tex)).not.toMatch(/undefined|NaN<\/span>x/);
          }
          expect(scalarSpoken(formula, printing)).toMatch(/^\S/);
        }
      }
    }
  }, 240_000);
});
