import { describe, expect, it } from 'vitest';
import {
  type GraphNode,
  type LossOp,
  lossAfterUpdate,
  perExampleLoss,
  read,
  rootOf,
  scalar,
} from '../engine';
import {
  compiled,
  everyProblem,
  excess,
  goldens,
  numbersOf,
  passOf,
  type Tensor,
} from './testing/cases';

const problems = everyProblem();
const cases = goldens();

/** Relative and absolute; PyTorch itself keeps no more digits of 1 − a for a saturated sigmoid. */
function toleranceOf(id: string): readonly [number, number] {
  if (id.includes('saturated')) return [1e-11, 1e-12];
  return problems.get(id)?.kind === 'program' ? [1e-10, 1e-12] : [1e-11, 1e-13];
}

/** y/a counts as 0 where y = a = 0, as y log a does; PyTorch's literal quotient is NaN there. */
const expectedOf = (node: GraphNode | undefined, tensor: Tensor) =>
  numbersOf(tensor).map((v) => (node?.bypassed && Number.isNaN(v) ? 0 : v));

describe.each(cases.map((golden) => [golden.id, golden] as const))('%s', (id, golden) => {
  const problem = problems.get(id);
  if (!problem) throw new Error(`No problem is called ${id}.`);
  const { graph, ...source } = compiled(problem);
  const snapshot = passOf({ graph, ...source });
  const [relative, absolute] = toleranceOf(id);
  // Where the loss takes the logits, the engine's numbers are those of the logits' form.
  const fused = golden.fused ?? golden;
  const node = (quantity: string) => graph.nodes.find((n) => n.id === quantity);
  const gap = (aspect: 'value' | 'gradient' | 'updated', quantity: string, tensor: Tensor) =>
    [
      `${aspect} of ${quantity}`,
      excess(
        read(snapshot, aspect, quantity),
        expectedOf(node(quantity), tensor),
        relative,
        absolute,
      ),
    ] as const;
  const far = (gaps: readonly (readonly [string, number])[]) => {
    expect(gaps.length).toBeGreaterThan(0);
    return gaps.filter(([, size]) => !(size <= 1));
  };

  it('has the values that PyTorch computes, and its loss', () => {
    const values = Object.entries(golden.values).map(([q, t]) => gap('value', q, t));
    expect(far([...values, gap('value', rootOf(graph).id, fused.loss)])).toEqual([]);
  });

  it('has the gradients that PyTorch computes', () => {
    const gradients = Object.entries({ ...golden.gradients, ...fused.gradients });
    const wanted = gradients.filter(([q]) => node(q)?.differentiable);
    expect(wanted.map(([q]) => q)).toEqual(
      expect.arrayContaining(graph.parameters.map((p) => graph.nodes[p]?.id)),
    );
    expect(far(wanted.map(([q, t]) => gap('gradient', q, t)))).toEqual([]);
  });

  it('has the updates that PyTorch computes, and the loss after them', () => {
    expect(far(Object.entries(fused.updated).map(([q, t]) => gap('updated', q, t)))).toEqual([]);
    const after = scalar(lossAfterUpdate(snapshot));
    const expected = [Number(fused.lossAfterUpdate)];
    expect(excess(after, expected, relative, absolute)).toBeLessThanOrEqual(1);
  });

  const { perExample, nodes } = golden;
  if (perExample)
    it('has the loss of each example', () => {
      const root = rootOf(graph);
      const args = root.args.map((a) => read(snapshot, 'value', graph.nodes[a]?.id ?? ''));
      const losses = perExampleLoss(
        root.op as LossOp,
        args.flatMap((a) => a ?? []),
      );
      const expected = perExample.map(Number);
      const actual = { rows: 1, cols: losses.length, data: losses };
      // PyTorch's list is of the literal logarithms, which saturation makes infinite; ours stays finite.
      if (expected.every(Number.isFinite))
        expect(excess(actual, expected, 1e-11, 1e-12)).toBeLessThanOrEqual(1);
      else expect([...losses].every(Number.isFinite)).toBe(true);
    });

  if (nodes)
    it('has the value and gradient of every single operation', () => {
      const operations = graph.nodes.filter((n) => n.args.length > 0);
      expect(operations.length).toBe(nodes.length);
      const gaps = operations.flatMap((n, i) => {
        const { value, gradient } = nodes[i] as (typeof nodes)[number];
        const checked = [gap('value', n.id, value)];
        return gradient === null || !n.differentiable
          ? checked
          : [...checked, gap('gradient', n.id, gradient)];
      });
      expect(far(gaps)).toEqual([]);
    });
});

it('every network and program with numbers of its own is held against PyTorch', () => {
  const missing = [...problems.keys()].filter((id) => !cases.some((c) => c.id === id));
  // Those are held against closed forms and against the network of the same numbers, in handouts.test.ts.
  const elsewhere = (id: string) => id.startsWith('s3-gd-') || id === 's2-dataset-expr';
  expect(missing.filter((id) => !elsewhere(id))).toEqual([]);
});
