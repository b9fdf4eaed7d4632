import { createPlan, forward, type Matrix, read, setLeaf, snapshotOf } from '../../engine';
import type { Compiled } from '../compiled';
import { pass } from './programs';

/** Steps of central differences; where the two disagree the loss is not smooth enough to say anything. */
const STEPS = [1e-4, 5e-5] as const;

function lossAt({ graph, values }: Compiled, moved: ReadonlyMap<string, Matrix>): number {
  const plan = createPlan(graph);
  for (const [id, value] of values) setLeaf(plan, id, moved.get(id) ?? value);
  forward(plan);
  return read(snapshotOf(plan), 'value', graph.nodes[graph.root]?.id ?? '')?.data[0] ?? Number.NaN;
}

/** A direction that depends on the place alone; no entry of it is 0. */
const towards = (leaf: number, entry: number) => Math.cos(1 + 7 * leaf + 3 * entry) + 1.3;

export type Agreement = 'agrees' | 'differs' | 'not smooth';

/**
 * Whether the gradients of all leaves say how the loss changes in one direction of them all, by forward passes
 * alone.
 */
export function agreement(compiled: Compiled): Agreement {
  const { graph, values } = compiled;
  const leaves = graph.nodes.filter((n) => n.args.length === 0 && n.differentiable);
  const along = (h: number) =>
    new Map(
      leaves.flatMap(({ id }, leaf) => {
        const value = values.get(id);
        if (!value) return [];
        const data = value.data.map((x, i) => x + h * towards(leaf, i));
        return [[id, { ...value, data }] as const];
      }),
    );
  const [coarse, fine] = STEPS.map(
    (h) => (lossAt(compiled, along(h)) - lossAt(compiled, along(-h))) / (2 * h),
  ) as [number, number];
  const snapshot = pass(compiled);
  const slope = leaves.reduce((sum, { id }, leaf) => {
    const gradient = [...(read(snapshot, 'gradient', id)?.data ?? [])];
    return gradient.reduce((s, g, i) => s + g * towards(leaf, i), sum);
  }, 0);
  const size = 1 + Math.abs(fine);
  if (!Number.isFinite(slope) || !Number.isFinite(fine) || size > 1e8) return 'not smooth';
  if (!(Math.abs(coarse - fine) <= 1e-5 * size)) return 'not smooth';
  return Math.abs(fine - slope) <= 1e-4 * size ? 'agrees' : 'differs';
}
