import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../compile/testing/cases';
import { type Matrix, read, type Snapshot, sizeOf } from '../engine';
import { evaluate } from './evaluate';
import type { ChainTerm, Factor, Step } from './step';
import { stepsOf } from './steps';

/**
 * A chain is proved by multiplying it out: each factor as a Jacobian by central differences of the forward formula
 * that is on the screen, row vector times matrix from the loss down, held against the engine's gradient.
 */

const STEP = 1e-5;

function jacobian(rule: Step['rule'], by: string, snapshot: Snapshot): readonly number[][] {
  const slot = snapshot.layout.value.get(by);
  if (!slot) throw new Error(`No value of ${by}`);
  const moved = (index: number, distance: number): Matrix => {
    const memory = snapshot.memory.slice();
    memory[slot.offset + index] = (memory[slot.offset + index] as number) + distance;
    return evaluate(rule, { ...snapshot, memory });
  };
  return Array.from({ length: sizeOf(slot.shape) }, (_, i) => {
    const [up, down] = [moved(i, STEP).data, moved(i, -STEP).data];
    return Array.from(up, (u, k) => (u - (down[k] as number)) / (2 * STEP));
  });
}

/** v ∂of/∂by; the Jacobian is stored by columns. */
function times(v: readonly number[], columns: readonly number[][]): number[] {
  return columns.map((column) => column.reduce((sum, d, k) => sum + (v[k] as number) * d, 0));
}

function walker(steps: readonly Step[], snapshot: Snapshot) {
  const rules = new Map(steps.map((s) => [s.id.replace(/^(forward|loss):/, ''), s.rule]));
  const through = (v: readonly number[], factors: readonly Factor[]) =>
    factors.reduce<readonly number[]>((row, { of, by }) => {
      const rule = rules.get(of);
      if (!rule) throw new Error(`No formula for ${of}`);
      return times(row, jacobian(rule, by, snapshot));
    }, v);
  return {
    whole: (term: ChainTerm) => through([1], term.factors),
    fromKnown: (term: ChainTerm, known: readonly number[]) =>
      through(known, term.factors.slice(term.known)),
  };
}

const add = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x + (b[i] as number));

const cases = [...everyProblem()].filter(
  ([id, p]) => /^(s\d|expr)/.test(id) && !/m100|dead|saturated/.test(id) && p.kind !== undefined,
);

describe.each(cases)('%s', (_, problem) => {
  const source = compiled(problem);
  const snapshot = passOf(source);
  const steps = stepsOf(source, 'quantities');
  const walk = walker(steps, snapshot);
  const backward = steps.filter((s) => s.phase === 'backward');
  const gradientByName = (name: string): readonly number[] => {
    const node = source.graph.nodes.find((n) => n.gradientId === name);
    return [...(read(snapshot, 'gradient', node?.id ?? '')?.data ?? [])];
  };

  it.each(backward.map((s) => [s.writes, s] as const))(
    'the chain of %s multiplies out to the gradient',
    (writes, step) => {
      const { chain } = step;
      const gradient = gradientByName(writes);
      const size = Math.max(1, ...gradient.map(Math.abs));
      const close = (product: readonly number[]) => {
        expect(product).toHaveLength(gradient.length);
        for (const [i, g] of gradient.entries()) {
          expect(Math.abs((product[i] as number) - g) / size).toBeLessThan(2e-6);
        }
      };
      if (chain.kind === 'direct')
        return close(times([1], jacobian(chain.loss, step.of, snapshot)));
      if (chain.kind !== 'paths') throw new Error(`A backward step has the chain ${chain.kind}.`);
      expect(chain.terms.length).toBeGreaterThan(0);
      close(
        chain.terms
          .map((term) =>
            term.knownAs === undefined
              ? walk.whole(term)
              : walk.fromKnown(term, gradientByName(term.knownAs)),
          )
          .reduce(add),
      );
      const direct = chain.terms.filter((t) => steps.some((s) => s.of === t.factors[0]?.of));
      const spelledOut = direct.every((t) => dependsDirectly(t.factors[0] as Factor));
      if (spelledOut) close(chain.terms.map(walk.whole).reduce(add));
    },
  );

  function dependsDirectly({ of, by }: Factor): boolean {
    const forward = steps.find((s) => s.of === of && s.aspect === 'value');
    return forward?.reads.includes(by) ?? false;
  }
});
