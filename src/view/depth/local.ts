import { type LocalGraph, localGraph } from '../../derive/depths';
import type { Graph } from '../../engine';
import type { Shown } from '../../store';

/** How values depend on each other follows from the graph, which outlives steps and edits of numbers. */
const locals = new WeakMap<Graph, LocalGraph>();

export function localFor(compiled: Shown['compiled']): LocalGraph {
  const local = locals.get(compiled.graph) ?? localGraph(compiled);
  locals.set(compiled.graph, local);
  return local;
}
