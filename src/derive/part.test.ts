import { expect, test } from 'vitest';
import { compiled, everyProblem, passOf, problemOf } from '../compile/testing/cases';
import { nodeOf, read } from '../engine';
import { changeBatch, type NetworkProblem, type Problem } from '../problem';
import { exampleCount } from './notation';
import { exampleAxis, partOf } from './part';
import { DETAILS } from './step';
import { stepsOf } from './steps';

const networks = [...everyProblem()].filter(
  (entry): entry is [string, NetworkProblem] => entry[1].kind === 'network',
);

/** The problem with that example alone, as a sum: its loss and gradients, before they are divided. */
function alone(problem: NetworkProblem, example: number, count: number): Problem {
  let left: Problem = problem;
  for (let k = count - 1; k >= 0; k--) {
    if (k === example) continue;
    const fewer = changeBatch(left, { kind: 'remove', example: k }, 1);
    if (!fewer.ok) throw new Error(fewer.fault.error);
    left = fewer.value;
  }
  const one = left as NetworkProblem;
  return { ...one, network: { ...one.network, loss: { ...one.network.loss, over: 'sum' } } };
}

test.each(networks)(
  'the part of each example of %s is its own gradient, divided as the loss is',
  (_, problem) => {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const count = exampleCount(source.graph);
    const outputs = problem.network.layers.at(-1)?.units ?? 1;
    const by = { sum: 1, mean: count, 'mean-all': count * outputs }[problem.network.loss.over];
    for (const example of new Set([0, count - 1])) {
      const single = compiled(alone(problem, example, count));
      const pass = passOf(single);
      for (const detail of DETAILS) {
        const parts = stepsOf(source, detail).flatMap((step) => {
          const part = partOf(step, source.graph, snapshot, example);
          return part ? [{ step, part }] : [];
        });
        expect(parts.map(({ step }) => step.writes)).toContain('dW1');
        expect(parts.map(({ step }) => step.writes)).toContain('J');
        for (const { step, part } of parts) {
          const own = read(pass, step.aspect, step.of)?.data ?? [];
          expect(part.data.length).toBe(own.length);
          part.data.forEach((value, i) => {
            expect(value).toBeCloseTo((own[i] as number) / by, 10);
          });
        }
      }
    }
  },
);

test('all parts add up to the whole', () => {
  const source = compiled(problemOf('s3-mlp-cce-batch'));
  const snapshot = passOf(source);
  for (const step of stepsOf(source, 'layers')) {
    const parts = Array.from({ length: exampleCount(source.graph) }, (_, k) =>
      partOf(step, source.graph, snapshot, k),
    );
    if (!parts[0]) continue;
    read(snapshot, step.aspect, step.of)?.data.forEach((whole, i) => {
      expect(parts.reduce((sum, part) => sum + (part?.data[i] ?? 0), 0)).toBeCloseTo(whole, 12);
    });
  }
});

test('examples lie along the side that the problem says, and weights have none', () => {
  for (const [id, side] of [
    ['s3-mlp-cce-batch', 'rows'],
    ['s1-relu2-softmax-cce', 'columns'],
  ] as const) {
    const { graph } = compiled(problemOf(id));
    const axis = (name: string) => exampleAxis(graph, nodeOf(graph, name) ?? expect.fail());
    expect(['X', 'Y', 'Z1', 'A2'].map(axis)).toEqual([side, side, side, side]);
    expect(['W1', 'b1', 'J'].map(axis)).toEqual([undefined, undefined, undefined]);
  }
});
