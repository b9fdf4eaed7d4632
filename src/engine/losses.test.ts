import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import edge from './golden/edge.json';
import { applyOp } from './kernels';
import { type LossOp, perExampleLoss } from './losses';
import { fromRows, type Matrix } from './matrix';
import type { CrossEntropyOptions, LossOptions, Op } from './op';
import { data, type Line, MEAN, parameter, passOf } from './testing/graph';
import { isClose } from './testing/numbers';

type Kind = 'binaryCrossEntropy' | 'categoricalCrossEntropy';

/** An output layer with its loss as the compiler builds it: the loss takes over the activation's backward pass. */
function fused(kind: Kind, z: number[][], y: number[][], options: Partial<LossOptions> = {}) {
  const activation: Op =
    kind === 'binaryCrossEntropy' ? { kind: 'sigmoid' } : { kind: 'softmax', per: 'column' };
  const shape = [z.length, z[0]?.length ?? 0] as const;
  const lines: Line[] = [
    data('Y', shape),
    parameter('Z', shape),
    { id: 'A', op: activation, args: ['Z'], bypassed: true },
    { id: 'J', op: { kind, from: 'fused', ...MEAN, ...options }, args: ['A', 'Y', 'Z'] },
  ];
  return passOf(lines, { Y: y, Z: z });
}

describe('cross-entropy after a saturated output', () => {
  it.each(edge.binary)('is exact for a sigmoid at z = $z and y = $y', ({ z, y, exact }) => {
    const { value, gradient } = fused('binaryCrossEntropy', [[z]], [[y]]);
    const loss = value('J')[0]?.[0] as number;
    // Relative to the loss itself, which may be as small as 4e-18.
    expect(Math.abs(loss - exact.loss)).toBeLessThanOrEqual(1e-15 * exact.loss);
    expect(isClose(gradient('Z'), [[exact.dZ]], 1e-15)).toBe(true);
  });

  it.each(edge.softmax)('is exact for a softmax of $z and class $class', (row) => {
    const z = row.z.map((entry) => [entry]);
    const y = row.z.map((_, k) => [k === row.class ? 1 : 0]);
    const { value, gradient } = fused('categoricalCrossEntropy', z, y);
    expect(isClose(value('A').flat(), row.exact.softmax, 1e-15)).toBe(true);
    expect(isClose(value('J'), [[row.exact.loss]], 1e-15)).toBe(true);
    expect(isClose(gradient('Z').flat(), row.exact.dZ, 1e-15)).toBe(true);
  });

  it('takes targets that do not add up to 1: then δ = (Σy) a − y', () => {
    // PyTorch, edge-pub-mlp-unnormalised-labels.
    const z = [
      [0.55, -0.3],
      [0.2, 2],
      [0.9, -1.5],
    ];
    const y = [
      [0.5, 0],
      [0.7, 0.4],
      [0, 0.4],
    ];
    const { value, gradient } = fused('categoricalCrossEntropy', z, y, { over: 'sum' });
    expect(isClose(value('J'), [[3.109940243440055]], 1e-15)).toBe(true);
    const delta = [
      [-0.11584703192453888, 0.07095106652718401],
      [-0.4292919787671294, 0.30767888290583056],
      [0.5451390106916683, -0.37862994943301465],
    ];
    expect(isClose(gradient('Z'), delta, 1e-15)).toBe(true);
  });

  it('shows an infinite ∂J/∂A, and does not send it on', () => {
    const { gradient } = fused('binaryCrossEntropy', [[-1000]], [[1]]);
    expect(gradient('A')).toEqual([[-Infinity]]);
    expect(gradient('Z')).toEqual([[-1]]);
  });

  it('counts 0 log 0 as 0 where it is taken literally', () => {
    const op = (kind: Kind): Op => ({ kind, from: 'probabilities', ...MEAN });
    const certain = { A: [[1, 0]], Y: [[1, 0]] };
    for (const kind of ['binaryCrossEntropy', 'categoricalCrossEntropy'] as const) {
      const lines: Line[] = [
        parameter('A', [1, 2]),
        data('Y', [1, 2]),
        { id: 'J', op: op(kind), args: ['A', 'Y'] },
      ];
      const { value, gradient } = passOf(lines, certain);
      expect(value('J')).toEqual([[0]]);
      expect(gradient('A').flat().every(Number.isFinite)).toBe(true);
    }
  });
});

const entries = (min: number, max: number) =>
  fc.array(fc.array(fc.double({ min, max, noNaN: true }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 2,
  });

const batch = fc.record({
  kind: fc.constantFrom<Kind>('binaryCrossEntropy', 'categoricalCrossEntropy'),
  z: entries(-4, 4),
  y: entries(0, 1),
});

describe('the three forms of a cross-entropy', () => {
  it('agree in the value, and the fused one shows the literal ∂J/∂A', () => {
    fc.assert(
      fc.property(batch, ({ kind, z, y }) => {
        const whole = fused(kind, z, y);
        const literal = passOf(
          [
            parameter('A', [2, 3]),
            data('Y', [2, 3]),
            { id: 'J', op: { kind, from: 'probabilities', ...MEAN }, args: ['A', 'Y'] },
          ],
          { A: whole.value('A'), Y: y },
        );
        const logits = applyOp({ kind, from: 'logits', ...MEAN }, [fromRows(z), fromRows(y)]);
        expect(isClose(whole.value('J'), literal.value('J'), 1e-13)).toBe(true);
        expect(isClose(whole.value('J'), [[logits.data[0]]], 1e-13)).toBe(true);
        expect(isClose(whole.gradient('A'), literal.gradient('A'), 1e-13)).toBe(true);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('give the logits what the literal form sends through the activation', () => {
    fc.assert(
      fc.property(batch, ({ kind, z, y }) => {
        const activation: Op =
          kind === 'binaryCrossEntropy' ? { kind: 'sigmoid' } : { kind: 'softmax', per: 'column' };
        const lines: Line[] = [
          data('Y', [2, 3]),
          parameter('Z', [2, 3]),
          { id: 'A', op: activation, args: ['Z'] },
          { id: 'J', op: { kind, from: 'probabilities', ...MEAN }, args: ['A', 'Y'] },
        ];
        const long = passOf(lines, { Y: y, Z: z }).gradient('Z');
        expect(isClose(fused(kind, z, y).gradient('Z'), long, 1e-13)).toBe(true);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('the loss of each example', () => {
  const a = [
    [0.2, 0.9],
    [0.5, 0.4],
    [0.7, 0.6],
  ];
  const y = [
    [0, 1],
    [1, 0.5],
    [0, 1],
  ];
  const transposed = (m: number[][]) =>
    (m[0] ?? []).map((_, c) => m.map((row) => row[c] as number));
  const squares = [0.04 + 0.25 + 0.49, 0.01 + 0.01 + 0.16];

  it('is summed over its units, with the factor and without the mean', () => {
    const op: LossOp = { kind: 'squaredError', ...MEAN, factor: 0.5 };
    const found = Array.from(perExampleLoss(op, [fromRows(a), fromRows(y)]));
    expect(
      isClose(
        found,
        squares.map((s) => s / 2),
        1e-15,
      ),
    ).toBe(true);
  });

  const everyWay: CrossEntropyOptions['from'][] = ['probabilities', 'logits', 'fused'];
  it.each(everyWay)('is the same for examples in columns and in rows, from %s', (from) => {
    for (const kind of ['binaryCrossEntropy', 'categoricalCrossEntropy'] as const) {
      const losses = (examples: 'columns' | 'rows', turn: (m: number[][]) => number[][]) => {
        const args: Matrix[] = [a, y, a].map((m) => fromRows(turn(m)));
        return Array.from(perExampleLoss({ kind, from, ...MEAN, examples }, args));
      };
      const columns = losses('columns', (m) => m);
      expect(columns).toHaveLength(2);
      expect(isClose(losses('rows', transposed), columns, 1e-15)).toBe(true);
    }
  });

  it.each([
    ['sum', 1],
    ['mean', 2],
    ['mean-all', 6],
  ] as const)('makes the loss when added up, for the %s', (over, divisor) => {
    const op: LossOp = { kind: 'squaredError', factor: 1, over, examples: 'columns' };
    const loss = applyOp(op, [fromRows(a), fromRows(y)]).data[0] as number;
    expect(loss * divisor).toBeCloseTo(0.96, 14);
    const sideways: LossOp = { ...op, examples: 'rows' };
    const turned = [fromRows(transposed(a)), fromRows(transposed(y))];
    expect(applyOp(sideways, turned).data[0]).toBeCloseTo(loss, 14);
  });
});
