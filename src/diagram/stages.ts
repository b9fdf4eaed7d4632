import type { GraphNode, OpKind } from '../engine';
import type { Column } from './model';
import type { Scene } from './scene';

export const ACTIVATION_NAMES: Partial<Readonly<Record<OpKind, string>>> = {
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  elu: 'ELU',
  softplus: 'softplus',
  gelu: 'GELU',
  softmax: 'softmax',
};

/** What a layer's units show: what the step computes, else the last that is known, else what is to come. */
export function shownValue(column: Column, scene: Scene): GraphNode {
  const { step } = scene;
  const written = column.stages.find((node) => step?.aspect === 'value' && step.of === node.id);
  const shown = written ?? column.stages.find((node) => scene.isKnown(node.id)) ?? column.stages[0];
  return shown as GraphNode;
}

/** Whose gradient stands above the units: the one computed or, before δ is known, that of the activation. */
export function shownGradient(column: Column, scene: Scene): GraphNode | null {
  const { step } = scene;
  const stages = column.stages.filter((node) => node.differentiable);
  const written = stages.find((node) => step?.aspect === 'gradient' && step.of === node.id);
  if (written) return written;
  // The gradient of the input leads nowhere, so it is shown only while a step is about it.
  if (column.layer === 0) return stages.find((n) => step?.reads.includes(n.gradientId)) ?? null;
  const known = stages.filter((node) => scene.isKnown(node.gradientId));
  return known.find((node) => node.role === 'pre-activation') ?? known[0] ?? null;
}

/** The node a layer's δ belongs to. */
export function preActivation(column: Column): GraphNode | null {
  return column.stages.find((node) => node.role === 'pre-activation') ?? null;
}

/** Whether the step computes a gradient of this layer's units. */
export function isGradientStepOf(column: Column, scene: Scene): boolean {
  const { step } = scene;
  return step?.aspect === 'gradient' && column.stages.some((node) => node.id === step.of);
}
