import { type Aspect, entryName, type GraphNode } from '../engine';
import type { ColumnPlace, Edge } from './geometry';
import { type EdgeItem, type EdgesMark, signOf } from './marks';
import { PALETTE_OF } from './marks-near';
import { type Drawing, spokenLayer } from './marks-units';
import { weightCell } from './model';
import { largest, numberAt } from './numbers';
import { type Scene, stateOf } from './scene';

/** The weights, their gradient, or their new values: what the step computes of them. */
export function aspectOf(node: GraphNode, scene: Scene): { aspect: Aspect; quantity: string } {
  const { step } = scene;
  if (step?.of !== node.id) return { aspect: 'value', quantity: node.id };
  return { aspect: step.aspect, quantity: step.writes };
}

const THINNEST = 0.8;
const THICKEST = 4.4;

/** In quarters of a pixel: a change of width costs layout, so small ones are not made. */
function edgeWidth(value: number | undefined, scale: number, thinnest: number): number {
  if (value === undefined || !Number.isFinite(value)) return thinnest;
  const share = Math.min(1, Math.abs(value) / scale);
  return Math.round((thinnest + (THICKEST - thinnest) * share) * 4) / 4;
}

/** One scale for all weights, so that layers can be compared; gradients are scaled on their own. */
function scaleOf(drawing: Drawing, node: GraphNode, aspect: Aspect): number {
  const { model, scene } = drawing;
  if (aspect === 'gradient') return largest(scene.snapshot, aspect, node.id) || 1;
  const sizes = model.columns.map(({ weights }) =>
    weights ? largest(scene.snapshot, 'value', weights.node.id) : 0,
  );
  return Math.max(...sizes) || 1;
}

export function edgesMark(
  drawing: Drawing,
  place: ColumnPlace,
  edges: readonly Edge[],
): EdgesMark | null {
  const { model, scene, geometry } = drawing;
  const { weights } = place.column;
  // Where the layer before is left out, so are the weights.
  if (!weights || place === geometry.columns[0]) return null;
  const { node } = weights;
  const { aspect, quantity } = aspectOf(node, scene);
  const scale = scaleOf(drawing, node, aspect);
  const state = stateOf(scene, quantity, node.id);
  const known = scene.snapshot !== null && scene.isKnown(quantity);
  const item = ({ from, to, path }: Edge): EdgeItem => {
    const cell = weightCell(weights, to.unit, from.unit);
    const value = known ? numberAt(scene.snapshot, aspect, node.id, cell) : undefined;
    return {
      key: `${to.unit}-${from.unit}`,
      entry: entryName(quantity, ...cell),
      path,
      sign: signOf(value),
      width: edgeWidth(value, scale, Math.max(THINNEST, geometry.metrics.thinnest)),
    };
  };
  const before = model.columns[place.column.layer - 1];
  const [rows, cols] = node.shape;
  const ends = `from ${before ? spokenLayer(before) : 'input'} to ${spokenLayer(place.column)}`;
  return {
    kind: 'edges',
    key: `edges-${place.column.layer}`,
    quantity,
    state,
    recedes: scene.step !== null && state === 'rest',
    known,
    spoken: `${quantity}, ${SPOKEN[aspect]} ${ends}, ${rows} by ${cols}`,
    palette: aspect === 'value' ? 'forward' : PALETTE_OF[aspect],
    edges: edges.map(item),
  };
}

const SPOKEN: Readonly<Record<Aspect, string>> = {
  value: 'weights',
  gradient: 'gradient of the weights',
  updated: 'updated weights',
};
