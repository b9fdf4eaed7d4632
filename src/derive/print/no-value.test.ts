import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../compile/testing/cases';
import { derivationOf } from '../derivation/derivation';
import { lineValue } from '../derivation/value';
import { notationOf, printingOf } from '../index';
import { walkOf } from '../walk';
import { noValueText } from './no-value';

const every = [...everyProblem()].filter(([name]) => /^(s\d|edge-|expr-(0|relu))/.test(name));
const SINGULAR = /saturated|logits1000|log-dead/;

function linesOf(id: string) {
  const problem = everyProblem().get(id);
  if (!problem) throw new Error(`No ${id}`);
  const source = compiled(problem);
  const snapshot = passOf(source);
  const walk = walkOf(source, 'quantities');
  const printing = printingOf(source.graph, notationOf(problem.notation));
  return source.graph.nodes.filter(walk.showsGradient).flatMap(({ id: target }) =>
    (['loss', 'known'] as const).flatMap((beginning) => {
      const derivation = derivationOf(walk, target, beginning);
      return derivation.lines.map((line) => ({
        line: `${target} ${beginning} ${JSON.stringify(line.why)}`,
        said: noValueText(line, derivation, printing, snapshot),
        value: () => lineValue(line, target, walk, snapshot),
      }));
    }),
  );
}

describe('a line without a finite value on paper says so, and no other line does', () => {
  it.each(every.map(([id]) => id).filter((id) => SINGULAR.test(id)))('%s', (id) => {
    const lines = linesOf(id);
    // A dead unit's slope of 0 gives a value to 1/0 · 0, which it has not on paper.
    const isDead = id.endsWith('dead');
    const wrong = lines.filter(
      ({ said, value }) =>
        (said === undefined) !== value().every(Number.isFinite) && (said === undefined || !isDead),
    );
    expect(wrong.map(({ line, said, value }) => [line, said, value()])).toEqual([]);
    for (const { said } of lines)
      if (said !== undefined)
        expect(said).toMatch(/^On paper this line has no finite value: .*\.$/);
  });

  it.each(every.map(([id]) => id).filter((id) => !SINGULAR.test(id)))('%s: all have one', (id) => {
    expect(linesOf(id).filter(({ said }) => said !== undefined)).toEqual([]);
  });
});

it('says that the engine takes the logits, where cross-entropy and activation are one', () => {
  const said = linesOf('edge-saturated').find(({ line }) => line.startsWith('W2 loss'))?.said;
  expect(said).toMatch(/A\S* is exactly [01] somewhere, where J takes log 0/);
  expect(said).toMatch(/it takes the logits Z\S*, of which \S+ is prediction minus target/);
});

it('says it also of the numbers of a dead unit, −1/0 · 0', () => {
  const last = linesOf('s0-p3-3-relu-log-dead').findLast(({ line }) => line.startsWith('w loss'));
  expect(last?.value()).toEqual([0, 0, 0]);
  expect(last?.said).toMatch(/^On paper this line has no finite value/);
});

it('says that the slope of a dead unit stops the gradient', () => {
  const said = linesOf('s0-p3-3-relu-log-dead').find(({ line }) => line.startsWith('w loss'))?.said;
  expect(said).toMatch(
    /^On paper this line has no finite value: ŷ is exactly 0, so that ∂L\/∂ŷ divides by 0/,
  );
  expect(said).toMatch(/The engine stops at a slope that is 0/);
});
