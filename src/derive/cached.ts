import type { GraphNode } from '../engine';
import { type Formula, quantitiesIn } from './formula';
import { type Printing, quantityText } from './print/context';
import { SLOPE_TEXTS } from './slopes';
import type { Step } from './step';

/** A forward value that the backward pass needs again. */
export interface Kept {
  /** The quantity: `Z2`. */
  readonly id: string;
  /** The steps that read it, and why each does, in words. */
  readonly uses: readonly { readonly step: Step; readonly why: string }[];
}

export interface Needs {
  /** Computed in the forward pass and to be kept. */
  readonly cached: readonly Kept[];
  /** Data and parameters, which are there anyway. */
  readonly given: readonly Kept[];
  /** Gradients on the way, in the order they are computed. */
  readonly gradients: readonly string[];
  /** Computed in the forward pass and not needed again. */
  readonly droppable: readonly string[];
}

type Place = 'slope' | 'factor' | 'entrywise';

/** How a value stands in a rule: under f′, in a matrix product, or entry by entry. */
function placeOf(rule: Formula, id: string, place: Place = 'entrywise'): Place | undefined {
  if (rule.kind === 'quantity') return rule.id === id ? place : undefined;
  if (rule.kind === 'derivative') return placeOf(rule.at, id, 'slope');
  if (rule.kind !== 'apply') return undefined;
  const inner = rule.op.kind === 'matmul' && place !== 'slope' ? 'factor' : place;
  for (const arg of rule.args) {
    const found = placeOf(arg, id, inner);
    if (found) return found;
  }
  return undefined;
}

/** The function whose slope is taken at it: `relu`. */
function slopeAt(rule: Formula, id: string): string | undefined {
  if (rule.kind === 'derivative' && quantitiesIn(rule.at).some((q) => q.id === id))
    return SLOPE_TEXTS[rule.fn];
  if (rule.kind !== 'apply') return undefined;
  for (const arg of rule.args) {
    const found = slopeAt(arg, id);
    if (found) return found;
  }
  return undefined;
}

function whyOf(step: Step, id: string, printing: Printing): string {
  const { graph } = printing;
  const nodeOf = (name: string): GraphNode | undefined => graph.nodes[graph.byId.get(name) ?? -1];
  const [name, written] = [quantityText(printing, id), quantityText(printing, step.writes)];
  const place = placeOf(step.rule, id);
  const slope = slopeAt(step.rule, id);
  const [value, own] = [nodeOf(id), nodeOf(step.of)];
  if (slope) return `${written} takes ${slope}(${name})`;
  if (value?.role === 'target') return `${written} compares the output with it`;
  if (place === 'factor' && own?.role === 'parameter')
    return `it is what ${quantityText(printing, step.of)} is multiplied by, so it is a factor of ${written}`;
  if (place === 'factor')
    return `${quantityText(printing, step.of)} is multiplied by it, so it is a factor of ${written}`;
  const root = graph.nodes[graph.root];
  const inLoss = root?.args.includes(value?.index ?? -1) ?? false;
  if (value && own && value.args.includes(own.index) && value.role === 'activation' && !inLoss)
    return `the slope of its activation is written with its output, and ${written} takes it`;
  if (inLoss) return `${written} is how the loss changes with the output, and that depends on it`;
  return `it stands in the rule of ${written}`;
}

const isComputed = (printing: Printing, id: string) => {
  const quantity = printing.quantities.get(id);
  return quantity?.aspect === 'value' && quantity.node.args.length > 0;
};

/** What a run of backward steps needs: collected over all that they read. */
function needsOf(steps: readonly Step[], printing: Printing): readonly Kept[] {
  const uses = new Map<string, { step: Step; why: string }[]>();
  for (const step of steps) {
    for (const { id, aspect } of quantitiesIn(step.rule)) {
      if (aspect !== 'value') continue;
      uses.set(id, [...(uses.get(id) ?? []), { step, why: whyOf(step, id, printing) }]);
    }
  }
  const order = (id: string) => printing.graph.byId.get(id) ?? -1;
  return [...uses]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([id, found]) => ({ id, uses: found }));
}

/** The steps whose gradients a gradient is made of, and its own, in the order of the pass. */
function stepsTo(steps: readonly Step[], gradient: string): readonly Step[] {
  const byWrites = new Map(steps.map((step) => [step.writes, step]));
  const found = new Set<Step>();
  const visit = (id: string) => {
    const step = byWrites.get(id);
    if (step?.aspect !== 'gradient' || found.has(step)) return;
    found.add(step);
    step.reads.forEach(visit);
  };
  visit(gradient);
  return steps.filter((step) => found.has(step));
}

/** All that is needed to get from the loss to one gradient, when the forward pass is done. */
export function needsForGradient(
  steps: readonly Step[],
  gradient: string,
  printing: Printing,
): Needs {
  const way = stepsTo(steps, gradient);
  const needs = needsOf(way, printing);
  const isKept = new Set(needs.map(({ id }) => id));
  return {
    cached: needs.filter(({ id }) => isComputed(printing, id)),
    given: needs.filter(({ id }) => !isComputed(printing, id)),
    gradients: way.map(({ writes }) => writes),
    droppable: steps
      .filter(({ aspect, writes }) => aspect === 'value' && !isKept.has(writes))
      .map(({ writes }) => writes),
  };
}

/** The forward values that one step needs, and why. */
export function needsForStep(step: Step, printing: Printing): readonly Kept[] {
  if (step.phase !== 'backward') return [];
  return needsOf([step], printing).filter(({ id }) => step.cached.includes(id));
}
