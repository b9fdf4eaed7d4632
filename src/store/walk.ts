import type { Compiled } from '../compile';
import { type Detail, type Step, stepsOf } from '../derive';
import { type Graph, layoutOf, memo } from '../engine';
import type { Problem } from '../problem';

export const layoutFor = memo(layoutOf);

/**
 * Steps depend on the graph and, where a rule holds for one-hot targets only, on the data; an edit of a parameter
 * leaves both as they are, and the steps too.
 */
const stepsByData = memo((_: Problem['data']) =>
  memo((_: Graph) => new Map<Detail, readonly Step[]>()),
);

export function stepsFor(compiled: Compiled, detail: Detail): readonly Step[] {
  const byDetail = stepsByData(compiled.problem.data)(compiled.graph);
  const steps = byDetail.get(detail) ?? stepsOf(compiled, detail);
  byDetail.set(detail, steps);
  return steps;
}

/** The same step if it is still there, else the nearest later one that is, else the first. */
export function sameStep(before: readonly Step[], after: readonly Step[], step: string): string {
  if (before === after) return step;
  const there = new Set(after.map(({ id }) => id));
  if (there.has(step)) return step;
  const index = before.findIndex(({ id }) => id === step);
  const later = before.slice(index + 1).find(({ id }) => there.has(id));
  return (later ?? after[0])?.id ?? '';
}
