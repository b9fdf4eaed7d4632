import type { Step } from '../../derive';
import type { Graph } from '../../engine';
import type { Subject } from '../../store';

/** A step that says something about an entry, and what. */
export interface Related {
  readonly step: Step;
  readonly index: number;
  readonly row: number;
  readonly col: number;
  readonly label: string;
}

const LABELS: Readonly<Record<Step['aspect'], string>> = {
  value: 'its value',
  gradient: 'its gradient',
  updated: 'its update',
};

function labelOf({ aspect, role }: Step): string {
  if (aspect === 'value' && role === 'pre-activation') return 'its sum';
  if (aspect === 'value' && role === 'activation') return 'its activation';
  if (aspect === 'gradient' && role === 'activation') return 'gradient at a';
  if (aspect === 'gradient' && role === 'pre-activation') return 'gradient at z';
  return LABELS[aspect];
}

/** The values of one unit: what is summed, and what is made of it. */
function togetherWith(graph: Graph, { quantity }: Subject): readonly string[] {
  const { node } = quantity;
  const isUnit = node.role === 'activation' || node.role === 'pre-activation';
  if (!isUnit || node.layer === undefined) return [node.id];
  return graph.nodes
    .filter((n) => n.layer === node.layer)
    .filter(({ role }) => role === 'activation' || role === 'pre-activation')
    .map(({ id }) => id);
}

/**
 * Every step about an entry in the order of the walk; where its gradient or its update is looked at, that comes
 * first.
 */
export function relatedTo(
  subject: Subject,
  steps: readonly Step[],
  graph: Graph,
): readonly Related[] {
  const { quantity, row, col } = subject;
  const ids = togetherWith(graph, subject);
  const found = steps.flatMap((step, index): Related[] =>
    ids.includes(step.of) ? [{ step, index, row, col, label: labelOf(step) }] : [],
  );
  if (quantity.aspect === 'value') return found;
  const isOwn = ({ step }: Related) => step.writes === quantity.id;
  return [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))];
}
