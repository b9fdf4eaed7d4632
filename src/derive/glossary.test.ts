import { expect, test } from 'vitest';
import { compiled, everyProblem, problemOf } from '../compile/testing/cases';
import { LIBRARY, relayout } from '../problem';
import { stepEntry } from './entry';
import { glossaryOf, otherQuantities, quantityEntry } from './glossary';
import { MARKS } from './glossary-marks';
import { notationOf, notations } from './notation';
import { printingOf } from './print/context';
import { scalarTex } from './print/scalar-tex';
import { chainTex, ruleTex, shapesTex } from './print/tex';
import { symbolsIn } from './print/tex-symbols';
import { DETAILS } from './step';
import { stepsOf } from './steps';

test('every symbol of every step, in every notation and at every detail, has an entry', () => {
  const missing = new Set<string>();
  for (const [id, problem] of everyProblem()) {
    const own = [notationOf(problem.notation)];
    for (const notation of LIBRARY.some((entry) => entry.id === id) ? notations : own) {
      const turned = problem.kind === 'network' ? relayout(problem, notation) : problem;
      const source = compiled(turned);
      const printing = printingOf(source.graph, notation, true);
      for (const detail of DETAILS) {
        for (const step of stepsOf(source, detail)) {
          const tex = [chainTex, ruleTex, shapesTex].map((print) => print(step, printing));
          const cell = { row: 0, col: 0 };
          tex.push(scalarTex(stepEntry(step, cell, source.graph), printing));
          const { quantities, marks } = symbolsIn(tex.join('\n'));
          for (const key of marks) if (!Object.hasOwn(MARKS, key)) missing.add(`${id}: ${key}`);
          expect(quantities).toEqual(expect.arrayContaining([step.writes, ...step.reads]));
        }
      }
    }
  }
  expect([...missing]).toEqual([]);
});

test('each entry says in whole sentences what its symbol is', () => {
  for (const { name, definition, tex } of Object.values(MARKS)) {
    expect(name.length).toBeGreaterThan(1);
    expect(definition).toMatch(/^(?:[A-Zδσ0-9∂]|max|z |z t|eᶻ|e =|log).*[.]$/su);
    expect(definition.length).toBeLessThan(220);
    expect(tex).not.toBe('');
  }
});

const source = compiled(problemOf('s1-relu2-softmax-cce'));
const steps = stepsOf(source, 'layers');
const printing = printingOf(source.graph, notationOf('brackets-columns'), true);

test('a quantity has its shape and the steps that use it', () => {
  expect(quantityEntry('W1', printing, steps)).toMatchObject({
    name: 'weights of hidden layer 1',
    shape: '4 × 3',
    used: 'given, used in steps 1 and 18',
  });
  expect(quantityEntry('delta2', printing, steps)?.name).toBe(
    'gradient with respect to the pre-activation of hidden layer 2',
  );
  expect(quantityEntry('nothing', printing, steps)).toBe(undefined);
});

test('the glossary of a step has its quantities first, then what stands between them', () => {
  const step = steps.find(({ id }) => id === 'backward:Z2') ?? expect.fail();
  const keys = glossaryOf(step, printing, steps).map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining(['delta2', 'W3', 'delta3', 'Z2', '\\odot', '\\mathsf T', "relu'"]),
  );
  expect(keys.indexOf('\\odot')).toBeGreaterThan(keys.indexOf('Z2'));
});

test('with what else is seen and what else there is, no quantity of the problem is left out', () => {
  const step = steps[0] ?? expect.fail();
  const listed = glossaryOf(step, printing, steps, '\\sum_{k=1}^{m} \\htmlData{quantity=Y}{y}');
  expect(listed.map(({ key }) => key)).toEqual(expect.arrayContaining(['Y', '\\sum', 'k', 'm']));
  const all = [...listed, ...otherQuantities(listed, printing, steps)].map(({ key }) => key);
  expect(all).toEqual([...new Set(all)]);
  const written = steps.map(({ writes }) => writes);
  expect(all).toEqual(expect.arrayContaining(['X', 'Y', 'W1', 'b3', ...written]));
  // A gradient that nobody computes is nowhere on the page.
  expect(all).not.toContain('dX');
});

test('names of matrices and an example in round brackets are no symbols of their own', () => {
  const step = steps[0] ?? expect.fail();
  const plain = glossaryOf(step, printing, steps).map(({ key }) => key);
  const seen = '\\begin{bmatrix}1\\end{bmatrix}\\htmlClass{fixed}{2} x^{(1)}';
  expect(glossaryOf(step, printing, steps, seen).map(({ key }) => key)).toEqual(plain);
});
