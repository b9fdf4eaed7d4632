import type { GraphNode, Phase, Role } from '../engine';
import { depthOf } from './notation';
import type { Walk } from './walk';

/** `hidden layer 2`, `the output layer` */
export function layerName(walk: Walk, n: GraphNode): string {
  if (n.layer === undefined) return n.id;
  return n.layer === depthOf(walk.graph) ? 'the output layer' : `hidden layer ${n.layer}`;
}

function parameterKind(n: GraphNode): string {
  return n.id.startsWith('b') ? 'biases' : 'weights';
}

type Titles = { readonly [P in Phase]: (walk: Walk, n: GraphNode) => string };

const forward: Partial<Record<Role, (layer: string) => string>> = {
  'pre-activation': (layer) => `the pre-activation of ${layer}`,
  activation: (layer) => `the activation of ${layer}`,
};

const backward: Partial<Record<Role, (layer: string, n: GraphNode) => string>> = {
  'pre-activation': (layer) => `the error of ${layer}`,
  activation: (layer) => `the gradient at the activation of ${layer}`,
  parameter: (layer, n) => `the gradient of the ${parameterKind(n)} of ${layer}`,
};

const titles: Titles = {
  forward: (walk, n) =>
    n.layer === undefined
      ? `the value of ${plain(n)}`
      : (forward[n.role]?.(layerName(walk, n)) ?? `a part of ${layerName(walk, n)}`),
  loss: () => 'the loss',
  backward: (walk, n) =>
    n.layer === undefined
      ? `the gradient of ${plain(n)}`
      : (backward[n.role]?.(layerName(walk, n), n) ?? `the gradient inside ${layerName(walk, n)}`),
  update: (walk, n) =>
    n.layer === undefined
      ? `the new value of ${plain(n)}`
      : `the new ${parameterKind(n)} of ${layerName(walk, n)}`,
};

function plain(n: GraphNode): string {
  return n.named ? n.id : 'an operation';
}

/** What a step computes, to stand after its symbol. */
export function titleOf(walk: Walk, n: GraphNode, phase: Phase): string {
  return titles[phase](walk, n);
}
