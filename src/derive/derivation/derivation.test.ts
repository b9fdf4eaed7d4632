import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, goldens, numbersOf, passOf } from '../../compile/testing/cases';
import { compiledOf, pass } from '../../compile/testing/programs';
import { read } from '../../engine';
import { DETAILS } from '../step';
import { walkOf } from '../walk';
import { derivationOf } from './derivation';
import { lineValue } from './value';

const every = [...everyProblem()];
/** Where a probability saturates, or 0 meets log 0, the literal factors of a chain have no finite value. */
const SINGULAR = /saturated|logits1000|dead/;
const golden = new Map(goldens().map((g) => [g.id, g]));

function far(value: readonly number[], wanted: readonly number[], relative: number): boolean {
  const size = Math.max(0, ...wanted.filter(Number.isFinite).map(Math.abs));
  if (value.length !== wanted.length) return true;
  return wanted.some((w, i) => !(Math.abs((value[i] as number) - w) <= relative * size + 1e-11));
}

describe.each(every.filter(([id]) => !SINGULAR.test(id)))('%s', (id, problem) => {
  it('every line of every target comes to the gradient', () => {
    const source = compiled(problem);
    const snapshot = passOf(source);
    const failures = DETAILS.flatMap((detail) => {
      const walk = walkOf(source, detail);
      const targets = source.graph.nodes.filter(walk.showsGradient);
      return targets.flatMap(({ id: target }) =>
        (['loss', 'known'] as const).flatMap((beginning) => {
          const { lines } = derivationOf(walk, target, beginning);
          const gradient = [...(read(snapshot, 'gradient', target)?.data ?? [])];
          // Of many examples the Jacobians are large; the last lines say whether all is well.
          const looked = gradient.length > 60 ? lines.slice(-2) : lines;
          return looked.flatMap((line) =>
            far(lineValue(line, target, walk, snapshot), gradient, 1e-8)
              ? [`${detail} ${beginning} ${target} ${JSON.stringify(line.why)}`]
              : [],
          );
        }),
      );
    });
    expect(failures).toEqual([]);
  }, 120_000);

  it.runIf(golden.has(id))(
    'the last line of every parameter comes to what PyTorch computes',
    () => {
      const source = compiled(problem);
      const snapshot = passOf(source);
      const wanted = golden.get(id);
      const walk = walkOf(source, 'quantities');
      for (const p of source.graph.parameters) {
        const target = source.graph.nodes[p]?.id ?? '';
        const tensor = (wanted?.fused ?? wanted)?.gradients[target];
        if (tensor === undefined || !source.graph.nodes[p]?.differentiable) continue;
        const line = derivationOf(walk, target).lines.at(-1);
        const value = line && lineValue(line, target, walk, snapshot);
        expect(far(value ?? [], numbersOf(tensor), 1e-9), `${target}`).toBe(false);
      }
    },
  );
});

it('where a quantity is used several times, its ways meet and their gradients add up', () => {
  const source = compiledOf('z = s * t\np = tanh(z)\nq = sin(z)\nL = p * q + z');
  const snapshot = pass(source);
  const walk = walkOf(source, 'quantities');
  const { lines } = derivationOf(walk, 's');
  expect(lines[0]?.why).toEqual({ kind: 'chain', ways: 3 });
  expect(lines.map(({ why }) => why)).toContainEqual({ kind: 'meet', at: 'z', ways: 3 });
  // By hand: dL/ds = t (cos z tanh z + sin z (1 − tanh² z) + 1) with s = 2, t = 3.
  const wanted = 3 * (Math.cos(6) * Math.tanh(6) + Math.sin(6) * (1 - Math.tanh(6) ** 2) + 1);
  for (const line of lines) expect(lineValue(line, 's', walk, snapshot)[0]).toBeCloseTo(wanted, 10);
});

describe('of a program of one line', () => {
  it.each([
    'L = (tanh(sigmoid(s*t^2 + u)) - 0.2)^2',
    'L = s * tanh(s * t) - exp(s) / (s + u)',
    'L = log(1 + exp(-t * s)) + (s + (u - s))^2',
    'L = sum((B * v - tanh(B * v) * s).^2) + s * sum(v.^2)',
    'L = mean(sigmoid(A * B * v)) + norm2(v)',
  ])('every rule is a line of its own, and comes to the engine’s gradient: %s', (program) => {
    const source = compiledOf(program);
    const snapshot = pass(source);
    for (const detail of DETAILS) {
      const walk = walkOf(source, detail);
      for (const { id } of source.graph.nodes.filter(walk.showsGradient)) {
        const gradient = [...(read(snapshot, 'gradient', id)?.data ?? [])];
        const { lines } = derivationOf(walk, id);
        const whys = lines.map(({ why }) => JSON.stringify(why));
        expect(new Set(whys).size).toBe(whys.length);
        for (const line of lines) {
          const value = lineValue(line, id, walk, snapshot);
          expect(far(value, gradient, 1e-8), `${id} ${JSON.stringify(line.why)}`).toBe(false);
        }
      }
    }
  });
});
