import type { Step } from '../../derive';
import { type GraphModel, grouped } from './model';

/** Forward what a node is made of; backward what it goes into, and what else the step reads there. */
function keysOf(model: GraphModel, step: Step): ReadonlySet<string> {
  const centre = model.shown(step.of);
  const isForward = step.aspect === 'value';
  const beside = isForward
    ? (model.into.get(centre) ?? []).map(({ from }) => from.key)
    : (model.out.get(centre) ?? []).map(({ to }) => to.key);
  const read = isForward ? [] : step.reads.filter((id) => model.byKey.has(id));
  return new Set([centre, ...beside, ...read]);
}

/** The part of a graph that a step is about, as a graph of its own. */
export function nearModel(model: GraphModel, step: Step | null): GraphModel {
  if (!step) return model;
  const keys = keysOf(model, step);
  const nodes = model.nodes.filter(({ key }) => keys.has(key));
  const edges = model.edges
    .filter(({ from, to }) => keys.has(from.key) && keys.has(to.key))
    .map((edge) => ({ ...edge, tag: null }));
  return {
    ...model,
    nodes,
    edges,
    byKey: new Map(nodes.map((each) => [each.key, each])),
    out: grouped(edges, ({ from }) => from.key),
    into: grouped(edges, ({ to }) => to.key),
  };
}
