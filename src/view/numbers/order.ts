import { exampleCount, type Step } from '../../derive';
import { type Graph, type Phase, type Quantity, quantitiesOf } from '../../engine';

/**
 * What has a card: leaves and all that a step reads or writes. Values in the order of the graph, then gradients
 * and updates in the order they are computed.
 */
export function cardsOf(graph: Graph, steps: readonly Step[]): readonly Quantity[] {
  const quantities = quantitiesOf(graph);
  const concerned = new Set(steps.flatMap((step) => [...step.reads, step.writes]));
  const values = graph.nodes
    .filter(({ op, id }) => op.kind === 'input' || concerned.has(id))
    .map(({ id }) => id);
  const later = steps.filter(({ aspect }) => aspect !== 'value').map(({ writes }) => writes);
  const order = new Set([...values, ...later, ...concerned]);
  return [...order].flatMap((id) => quantities.get(id) ?? []);
}

export type Use = 'reads' | 'writes' | 'none';

export const USE_LABELS: Readonly<Record<Use, string>> = {
  reads: 'reads',
  writes: 'writes',
  none: '',
};

/** A card that the step reads or writes. */
export interface Own {
  /** From 0: what is read, in the order of the rule, then what is written. */
  readonly place: number;
  readonly use: Use;
  readonly phase: Phase;
}

/** The step's own cards, by id; they are seen first, all others keep their order. */
export function ownOf(step: Step | undefined): ReadonlyMap<string, Own> {
  if (!step) return new Map();
  const { reads, writes, phase } = step;
  const ids = [...new Set([...reads, writes])];
  return new Map(ids.map((id, place) => [id, { place, use: roleIn(id, step), phase }]));
}

export function roleIn(id: string, step: Step | undefined): Use {
  if (step?.writes === id) return 'writes';
  return step?.reads.includes(id) ? 'reads' : 'none';
}

/** To how many further examples a forward step adds this bias; 0 where it is none. */
export function copiesOf({ id, node }: Quantity, step: Step | undefined, graph: Graph): number {
  const isBias = node.role === 'parameter' && node.layer !== undefined && id.startsWith('b');
  const adds = step?.phase === 'forward' && step.reads.includes(id);
  return isBias && adds ? exampleCount(graph) - 1 : 0;
}
