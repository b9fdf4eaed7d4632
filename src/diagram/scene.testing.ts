import { compile } from '../compile';
import { notationOf, notations, printingOf, quantityText, type Step, stepsOf } from '../derive';
import {
  backward,
  createOptimizer,
  createPlan,
  forward,
  setLeaf,
  snapshotOf,
  update,
} from '../engine';
import { type Problem, parseProblem } from '../problem';
import type { Scene } from './scene';

/** Every scene of a problem's walk, with everything known, as at its end. */
export function scenesOf(problem: Problem): readonly Scene[] {
  const compiled = compile(problem);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  const { graph, values } = compiled.value;
  const plan = createPlan(graph);
  for (const [id, value] of values) setLeaf(plan, id, value);
  forward(plan);
  backward(plan);
  update(plan, createOptimizer(plan, problem.optimizer));
  const notation = notationOf(problem.notation ?? '') ?? notations[0];
  if (!notation) throw new Error('There is no notation.');
  const printing = printingOf(graph, notation);
  const snapshot = snapshotOf(plan);
  return stepsOf(compiled.value, 'quantities').map((step: Step) => ({
    graph,
    snapshot,
    step,
    isKnown: () => true,
    decimals: notation.decimals,
    example: 0,
    symbol: (id) => quantityText(printing, id),
  }));
}

/** A number for each place, all different, of either sign. */
const numbers = (rows: number, cols: number, seed: number) =>
  Array.from({ length: rows }, (_, r) =>
    Array.from(
      { length: cols },
      (_, c) => Math.round(Math.sin(seed + r * 7.3 + c * 1.7) * 1e3) / 1e3,
    ),
  );

const transposed = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? 0));

export interface Layout {
  readonly examples: 'columns' | 'rows';
  readonly weights: 'out-in' | 'in-out';
}

/** A network with these layer sizes; the same numbers in each layout. */
export function networkOf(
  sizes: readonly number[],
  layout: Layout = { examples: 'columns', weights: 'out-in' },
  examples = 5,
): Problem {
  const batch = (units: number, seed: number) => {
    const columns = numbers(units, examples, seed);
    return layout.examples === 'columns' ? columns : transposed(columns);
  };
  const parameters = sizes.slice(1).flatMap((units, i) => {
    const weights = numbers(units, sizes[i] ?? 1, i + 1);
    const bias = numbers(units, 1, 30 + i);
    return [
      [`W${i + 1}`, layout.weights === 'out-in' ? weights : transposed(weights)],
      [`b${i + 1}`, layout.examples === 'columns' ? bias : transposed(bias)],
    ];
  });
  const [inputs, ...rest] = sizes;
  const parsed = parseProblem({
    format: 'backstep-problem',
    version: 1,
    title: sizes.join('-'),
    network: {
      ...layout,
      layers: [
        { units: inputs },
        ...rest.map((units, i) => ({
          units,
          activation: i + 1 === rest.length ? 'sigmoid' : 'relu',
          bias: true,
        })),
      ],
      loss: { kind: 'squared-error', scale: 1, over: 'mean' },
    },
    data: { X: batch(inputs ?? 1, 11), Y: batch(sizes.at(-1) ?? 1, 17) },
    parameters: Object.fromEntries(parameters),
    optimizer: { kind: 'sgd', learningRate: 0.1 },
  });
  if (!parsed.ok) throw new Error(parsed.fault.error);
  return parsed.value;
}
