import { evaluate } from '../../derive/folding';
import { isScalar } from '../../engine';
import type { State } from '../scene';
import { returned } from './adding';
import type { EdgeLook } from './edge-look';
import type { EdgeMark, EdgeValue, GraphMarks, LocalMark, TagMark } from './marks';
import { type GraphDrawing, nodeMark } from './marks-nodes';
import { type ModelEdge, returning } from './model';
import { numberText, type Slot } from './slot';
import { matrixOf, valueMark } from './values';

function stateOfQuantity(
  { model, scene }: GraphDrawing,
  id: string,
  of: string,
  aspect: string,
): State {
  const { step } = scene;
  if (!step) return 'rest';
  if (step.writes === id || (step.aspect === aspect && model.shown(step.of) === of))
    return 'writes';
  return step.reads.includes(id) ? 'reads' : 'rest';
}

function forwardMark(drawing: GraphDrawing, { from }: ModelEdge, look: EdgeLook): EdgeValue | null {
  const { scene } = drawing;
  if (!look.forward) return null;
  const matrix = matrixOf(scene.snapshot, 'value', from.key, scene.isKnown(from.key));
  return {
    quantity: from.key,
    state: stateOfQuantity(drawing, from.key, from.key, 'value'),
    name: look.name ?? '',
    value: valueMark(matrix, look.forward, from.key, scene.decimals),
  };
}

/** What comes back along the edge: all of the gradient where this is the only way. */
function gradientMark(drawing: GraphDrawing, edge: ModelEdge, slot: Slot): EdgeValue {
  const { scene, model } = drawing;
  const { from } = edge;
  const id = from.node.gradientId;
  const isOnly = returning(model, from.key).length === 1;
  const known = scene.snapshot !== null && scene.isKnown(id);
  const matrix = isOnly
    ? matrixOf(scene.snapshot, 'gradient', from.key, known)
    : known && scene.snapshot
      ? returned(model, edge, scene.snapshot)
      : undefined;
  return {
    quantity: id,
    state: stateOfQuantity(drawing, id, from.key, 'gradient'),
    name: '',
    value: valueMark(matrix, slot, isOnly ? id : '', scene.decimals),
  };
}

function localNumber({ scene }: GraphDrawing, { from, to, local }: ModelEdge): number | null {
  if (local?.kind !== 'derivative' || !scene.snapshot) return null;
  if (!isScalar(from.node.shape)) return null;
  const isReady = [from, to].every(({ key, kind }) => kind === 'leaf' || scene.isKnown(key));
  return isReady ? (evaluate(local.formula, scene.snapshot).data[0] ?? null) : null;
}

/** What stands on the edge, and what is said of it where it is asked for. */
function localMark(drawing: GraphDrawing, edge: ModelEdge, { local }: EdgeLook): LocalMark | null {
  const { scene, model } = drawing;
  if (!local) return null;
  const { step } = scene;
  const isUsed = step?.aspect === 'gradient' && model.shown(step.of) === edge.from.key;
  const { text, full, number } = local;
  const value = number === 'none' ? null : localNumber(drawing, edge);
  if (value === null) return { lines: text === '' ? [] : [text], full, isUsed };
  const said = numberText(value, Math.min(3, scene.decimals));
  const lines = {
    after: [`${text} = ${said}`],
    below: [text, `= ${said}`],
    factor: [`× ${said}`],
    none: [text],
  };
  return { lines: lines[number], full: `${full} = ${said}`, isUsed };
}

/** With the numbers that come in on a step forward, against those that come back. */
function flowOf({ model, scene: { step } }: GraphDrawing, { from, to, local }: ModelEdge) {
  if (step?.aspect === 'value' && model.shown(step.of) === to.key) return 'forward';
  if (step?.aspect === 'gradient' && local && model.shown(step.of) === from.key) return 'backward';
  return 'rest';
}

function tagMark(
  drawing: GraphDrawing,
  edge: ModelEdge,
  key: string,
  look: NonNullable<EdgeLook['tag']>,
): TagMark {
  const flow = flowOf(drawing, edge);
  const state = flow === 'forward' ? 'reads' : flow === 'backward' ? 'writes' : 'rest';
  return { key, quantity: edge.from.key, ...look, state };
}

function edgeMark(drawing: GraphDrawing, edge: ModelEdge): EdgeMark | null {
  const look = drawing.looks.edges.get(edge.key);
  if (!look) return null;
  return {
    key: edge.key,
    from: edge.from.key,
    to: edge.to.key,
    flow: flowOf(drawing, edge),
    tag: edge.tag && look.tag ? tagMark(drawing, edge, edge.tag, look.tag) : null,
    width: look.width,
    height: look.height,
    above: look.above,
    forward: forwardMark(drawing, edge, look),
    gradient: look.gradient ? gradientMark(drawing, edge, look.gradient) : null,
    local: localMark(drawing, edge, look),
  };
}

export function graphMarks(drawing: GraphDrawing): GraphMarks {
  const { model } = drawing;
  return {
    nodes: model.nodes.flatMap((item) => nodeMark(drawing, item) ?? []),
    edges: model.edges.flatMap((edge) => edgeMark(drawing, edge) ?? []),
  };
}
