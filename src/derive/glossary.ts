import type { Aspect, Graph, GraphNode, Quantity, Role } from '../engine';
import { MARKS, type Mark } from './glossary-marks';
import { depthOf } from './notation';
import { type Printing, quantitySpoken, quantityTex, quantityText } from './print/context';
import { joined } from './print/joined';
import { chainTex, ruleTex, shapesTex } from './print/tex';
import { symbolsIn } from './print/tex-symbols';
import type { Step } from './step';

/** What a symbol on the screen is. */
export interface GlossaryEntry extends Mark {
  /** A quantity's id, or a mark's place in the table. */
  readonly key: string;
  readonly spoken: string;
  /** `4 × 5`; of quantities alone. */
  readonly shape?: string;
  /** `computed in step 3, used in steps 4 and 12`; of quantities alone. */
  readonly used?: string;
}

function layerOf(graph: Graph, { layer }: GraphNode): string {
  if (layer === undefined) return '';
  return layer === depthOf(graph) ? ' of the output layer' : ` of hidden layer ${layer}`;
}

type About = { readonly name: string; readonly definition: string };

/** What a node's value is, by its role. */
const VALUES: Readonly<Record<Role, (node: GraphNode, graph: Graph) => About>> = {
  input: (_, { examples }) => ({
    name: 'input',
    definition: `The data that goes in. Each ${examples === 'columns' ? 'column' : 'row'} is one example.`,
  }),
  target: () => ({
    name: 'target',
    definition:
      'What should come out. The loss compares the prediction with it; it is never changed.',
  }),
  parameter: (node, graph) =>
    node.id.startsWith('b') && node.layer !== undefined
      ? {
          name: `biases${layerOf(graph, node)}`,
          definition: 'One number a unit, added for every example. It is learned.',
        }
      : {
          name: `${node.layer === undefined ? 'parameter' : 'weights'}${layerOf(graph, node)}`,
          definition: 'Numbers that are learned: the gradient says how each should be changed.',
        },
  constant: () => ({
    name: 'constant',
    definition: 'A number of the problem that is not learned.',
  }),
  'pre-activation': (node, graph) => ({
    name: `pre-activation${layerOf(graph, node)}`,
    definition: 'The weighted sum of what comes in, and the bias, before the activation function.',
  }),
  activation: (node, graph) => ({
    name: `activation${layerOf(graph, node)}`,
    definition:
      'The pre-activation put through the activation function: what the next layer takes.',
  }),
  intermediate: () => ({
    name: 'intermediate result',
    definition:
      'A part of the calculation that has a name of its own, so that it can be used again.',
  }),
  loss: () => ({
    name: 'loss',
    definition: 'One number for how wrong the prediction is. Every gradient is a derivative of it.',
  }),
};

const ASPECTS: Readonly<Record<Aspect, (value: About, q: Quantity) => About>> = {
  value: (value) => value,
  gradient: ({ name }, { node }) => ({
    name: `gradient with respect to the ${name}`,
    definition: `How fast the loss changes with each entry of the ${name}${node.role === 'pre-activation' ? '; also called the error δ' : ''}. It has the same shape.`,
  }),
  updated: ({ name }) => ({
    name: `${name}, after the update`,
    definition: 'The old value minus the learning rate times the gradient.',
  }),
};

function inSteps(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'step' : 'steps'} ${joined(numbers)}`;
}

function usedIn(id: string, steps: readonly Step[]): string {
  const numbers = (has: (step: Step) => boolean) =>
    steps.flatMap((step, i) => (has(step) ? [i + 1] : []));
  const writes = numbers((step) => step.writes === id);
  const reads = numbers((step) => step.reads.includes(id));
  return [
    writes.length > 0 ? `computed in ${inSteps(writes)}` : 'given',
    ...(reads.length > 0 ? [`used in ${inSteps(reads)}`] : []),
  ].join(', ');
}

/** Undefined where no quantity is called so. */
export function quantityEntry(
  id: string,
  printing: Printing,
  steps: readonly Step[],
): GlossaryEntry | undefined {
  const quantity = printing.quantities.get(id);
  if (!quantity) return undefined;
  const { node, aspect } = quantity;
  return {
    key: id,
    tex: quantityTex({ ...printing, link: false }, id),
    spoken: `${quantityText(printing, id)}, ${quantitySpoken(printing, id)}`,
    ...ASPECTS[aspect](VALUES[node.role](node, printing.graph), quantity),
    shape: `${node.shape[0]} × ${node.shape[1]}`,
    used: usedIn(id, steps),
  };
}

/** Without the names of matrices and classes, whose letters are no symbols. */
const plainly = (tex: string) =>
  tex.replace(/\\(?:begin|end|htmlClass|htmlStyle|htmlId)\{[^}]*\}/g, '');

/**
 * Every symbol of the step's equations, and of what else is seen as TeX: first the quantities, then the marks between
 * them.
 */
export function glossaryOf(
  step: Step,
  printing: Printing,
  steps: readonly Step[],
  seen = '',
): readonly GlossaryEntry[] {
  const linked = { ...printing, link: true };
  const tex = [
    chainTex(step, linked),
    ruleTex(step, linked),
    shapesTex(step, linked),
    plainly(seen),
  ];
  const { quantities, marks } = symbolsIn(tex.join('\n'));
  const entries = quantities.map((id) => quantityEntry(id, printing, steps));
  // Round brackets may be an example's: a layer's only where the notation writes it so.
  const isLayer = printing.notation.layerAs === 'parentheses';
  const known = marks.filter((key) => Object.hasOwn(MARKS, key) && (isLayer || key !== '^{(l)}'));
  return [
    ...entries.filter((entry) => entry !== undefined),
    ...known.map((key) => {
      const mark = MARKS[key] as Mark;
      return { key, spoken: mark.name, ...mark };
    }),
  ];
}

/** All other quantities of the problem, which cards, ledger and drawing name as well. */
export function otherQuantities(
  listed: readonly GlossaryEntry[],
  printing: Printing,
  steps: readonly Step[],
): readonly GlossaryEntry[] {
  const keys = new Set(listed.map(({ key }) => key));
  const isThere = (id: string) =>
    printing.quantities.get(id)?.aspect === 'value' || steps.some(({ writes }) => writes === id);
  return [...printing.quantities.keys()]
    .filter((id) => !keys.has(id) && isThere(id))
    .flatMap((id) => quantityEntry(id, printing, steps) ?? []);
}
